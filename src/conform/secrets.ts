import * as t from 'io-ts'
import { secretMembers } from '../model/responses/secretMembers.js'
import { operationNames, operations } from '../operations/index.js'

const secretInRequests: ReadonlySet<string> = new Set(
  operationNames
    .map((name) => operations[name].request)
    .flatMap(({ members }) => members)
    .filter(({ secret }) => secret)
    .map(({ name }) => name)
)

/** Whether a member holds a secret, in a request or in an answer. */
const isSecret = (member: string): boolean => secretInRequests.has(member) || secretMembers.has(member)

/** Stands for a secret. */
export const hidden = '<secret>'

/** Deeper than any answer of AWS KMS; what is deeper is hidden, whatever it is. */
const deepest = 50

type Members = Readonly<Record<string, unknown>>

/** A record of the same form, in which members and texts are hidden. */
const hiding = (
  hidesMember: (name: string, member: unknown) => boolean,
  hidesText: (text: string) => boolean
) => {
  const shown = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return hidesText(value) ? hidden : value
    if (typeof value !== 'object' || value === null) return value
    if (depth === 0) return hidden
    if (Array.isArray(value)) return value.map((entry) => shown(entry, depth - 1))
    return shownRecord({ ...value }, depth)
  }
  const shownRecord = (record: Members, depth: number): Members =>
    Object.fromEntries(
      Object.entries(record).map(([name, member]) => [
        hidesText(name) ? hidden : name,
        hidesMember(name, member) ? hidden : shown(member, depth - 1)
      ])
    )
  return (record: Members): Members => shownRecord(record, deepest)
}

/** A request or an answer without the members that hold secrets. */
export const withoutSecrets = hiding(isSecret, () => false)

/** The shortest password of kmsuser has seven characters; what is shorter is found in too many texts to be told. */
const shortest = 7

const everyText = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap(everyText)
  if (t.UnknownRecord.is(value)) return Object.values(value).flatMap(everyText)
  return typeof value === 'string' && value !== '' ? [value] : []
}

const secretTexts = (request: Members): ReadonlyArray<string> =>
  Object.entries(request).flatMap(([name, member]) => (isSecret(name) ? everyText(member) : []))

/** A request without the members that hold a secret of some others; the secrets that were made up are left in it. */
export const withoutSecretsOf = (others: ReadonlyArray<Members>): ((request: Members) => Members) => {
  const secrets = others.flatMap(secretTexts)
  const holdsOne = (member: unknown): boolean =>
    everyText(member).some((text) => secrets.some((secret) => text.includes(secret)))
  return hiding(
    (name, member) => isSecret(name) && holdsOne(member),
    () => false
  )
}

/** The secrets that a request holds. */
export const secretsIn = (request: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  secretTexts(request).filter(({ length }) => length >= shortest)

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a text in UTF-8, of which only whole groups of three are told, in base64. */
const inBase64 = (text: string): string => {
  const bytes = Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g), ([plain, hex]) =>
    hex === undefined ? plain.charCodeAt(0) : parseInt(hex, 16)
  )
  return Array.from({ length: Math.floor(bytes.length / 3) }, (_, i) => {
    const [a = 0, b = 0, c = 0] = bytes.slice(i * 3, i * 3 + 3)
    return [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
      .map((n) => letters[n])
      .join('')
  }).join('')
}

/** How a secret may come back, in small letters: as it is, encoded for an address, or in base64. */
export const echoesOf = (secret: string): ReadonlyArray<string> => {
  const sound = secret.replace(/[\uD800-\uDFFF]/g, '')
  return [secret, encodeURIComponent(sound), encodeURI(sound), inBase64(sound)]
    .filter(({ length }) => length >= shortest)
    .map((form) => form.toLowerCase())
}

/** Whether a text holds one of the echoes, in whatever case. */
const holdsOneOf =
  (echoes: ReadonlySet<string>) =>
  (text: string): boolean => {
    const small = text.toLowerCase()
    for (const echo of echoes) if (small.includes(echo)) return true
    return false
  }

/** A text, unless it holds one of the echoes of a secret. */
export const withoutEchoInText = (echoes: ReadonlySet<string>): ((text: string) => string) => {
  const holds = holdsOneOf(echoes)
  return (text) => (holds(text) ? hidden : text)
}

/** An answer in which no text holds one of the echoes of a secret, under whatever name it comes back. */
export const withoutEcho = (echoes: ReadonlySet<string>) => hiding(() => false, holdsOneOf(echoes))
