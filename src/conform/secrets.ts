import * as t from 'io-ts'
import { operationNames, operations } from '../operations/index.js'

/** The members that hold a secret, in a request or in an answer. */
const secretMembers: ReadonlySet<string> = new Set(
  operationNames
    .map((name) => operations[name].request)
    .flatMap(({ members }) => members)
    .filter(({ secret }) => secret)
    .map(({ name }) => name)
)

const isSecret = (member: string): boolean => secretMembers.has(member)

const hidden = '<secret>'

/** Deeper than any answer of AWS KMS; what is deeper is hidden, whatever it is. */
const deepest = 50

/** A JSON value of the same form, in which members and texts are hidden. */
const hiding = (hidesMember: (name: string) => boolean, hidesText: (text: string) => boolean) => {
  const shown = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return hidesText(value) ? hidden : value
    if (typeof value !== 'object' || value === null) return value
    if (depth === 0) return hidden
    if (Array.isArray(value)) return value.map((entry) => shown(entry, depth - 1))
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        hidesText(name) ? hidden : name,
        hidesMember(name) ? hidden : shown(member, depth - 1)
      ])
    )
  }
  return <A>(value: A): A => shown(value, deepest) as A
}

/** A request or an answer without the members that hold secrets. */
export const withoutSecrets = hiding(isSecret, () => false)

/** The shortest password of kmsuser has seven characters; what is shorter is found in too many texts to be told. */
const shortest = 7

const textsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === 'string') return value.length < shortest ? [] : [value]
  return t.UnknownRecord.is(value) ? Object.values(value).flatMap(textsIn) : []
}

/** The secrets that a request holds. */
export const secretsIn = (request: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  Object.entries(request).flatMap(([name, member]) => (isSecret(name) ? textsIn(member) : []))

/** An answer in which no text holds one of the secrets, under whatever name it comes back. */
export const withoutEchoOf = (secrets: ReadonlyArray<string>) =>
  hiding(
    () => false,
    (text) => secrets.some((secret) => text.includes(secret))
  )
