import * as t from 'io-ts'
import type { EndpointReply } from '../../conform/Exchange.js'
import { inTexts } from '../../conform/inTexts.js'
import { createdIn, grantIn, keyIdIn, metadataIn, outputOf } from '../../conform/replyMembers.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Members } from '../requests/Members.js'
import { arnPrefix, keyArn, someCiphertext } from '../smallWorld.js'
import type { Rename } from './names.js'

/** What an implementation has made so far, in the order in which it was made. */
export interface Made {
  readonly stores: ReadonlyArray<string>
  readonly keys: ReadonlyArray<{ readonly id: string; readonly arn: string }>
  readonly grants: ReadonlyArray<{ readonly id: string; readonly token: string }>
  readonly ciphertexts: ReadonlyArray<{
    readonly text: string
    readonly key: unknown
    /** The encryption context as JSON. */
    readonly context: string
  }>
  /** The last marker that each operation gave. */
  readonly markers: Readonly<Partial<Record<OperationName, string>>>
}

export const nothingMade: Made = { stores: [], keys: [], grants: [], ciphertexts: [], markers: {} }

const contextOf = (request: Members, name: string): string => JSON.stringify(request[name] ?? {})

/** What is known after one more answer. */
export const learned = (
  made: Made,
  operation: OperationName,
  request: Members,
  reply: EndpointReply
): Made => {
  const output = outputOf(reply)
  const { Arn: arn } = metadataIn(reply)
  const { CiphertextBlob: text, NextMarker: marker, KeyId: key, GrantToken: token } = output
  const store = operation === 'CreateCustomKeyStore' ? createdIn(reply) : undefined
  const id = operation === 'CreateKey' ? keyIdIn(reply) : undefined
  const grant = operation === 'CreateGrant' ? grantIn(reply) : undefined
  const context = operation === 'ReEncrypt' ? 'DestinationEncryptionContext' : 'EncryptionContext'
  return {
    stores: store === undefined ? made.stores : [...made.stores, store],
    keys: id === undefined ? made.keys : [...made.keys, { id, arn: t.string.is(arn) ? arn : id }],
    grants:
      grant === undefined
        ? made.grants
        : [...made.grants, { id: grant, token: t.string.is(token) ? token : grant }],
    ciphertexts: t.string.is(text)
      ? [...made.ciphertexts, { text, key, context: contextOf(request, context) }]
      : made.ciphertexts,
    markers: t.string.is(marker) ? { ...made.markers, [operation]: marker } : made.markers
  }
}

/** The entry of a number; of a small number, one of those that there are. */
const numbered = <A>(all: ReadonlyArray<A>, digit: string, small: number): A | undefined => {
  const number = Number(digit)
  return all[number < small && all.length > 0 ? number % all.length : number]
}

const unknownStore = (digit: string): string => `cks-0000000000000000${digit}`
const unknownKey = (digit: string): string => `00000000-0000-0000-0000-00000000000${digit}`

/** The ciphertext to decrypt: of the same key and context, or else of the key, or else the last. */
const ciphertextFor = ({ ciphertexts, keys }: Made, request: Members): string => {
  const name = request['KeyId'] ?? request['SourceKeyId']
  const arn = keys.find(({ id }) => id === name)?.arn ?? name
  const context = contextOf(
    request,
    'SourceKeyId' in request ? 'SourceEncryptionContext' : 'EncryptionContext'
  )
  const newest = [...ciphertexts].reverse()
  const ofKey = newest.filter(({ key }) => key === arn || key === name)
  const found = ofKey.find((one) => one.context === context) ?? ofKey[0] ?? newest[0]
  return found?.text ?? someCiphertext
}

/** A marker that no page ends with. */
const noMarker = 'no marker'

/** The meaning of a text in a request, without the ciphertexts. */
const meaning =
  (made: Made, operation: OperationName, rename: Rename) =>
  (text: string, name: string): string => {
    if (name === 'Marker') return (text === noMarker ? undefined : made.markers[operation]) ?? noMarker
    const [, kind, digit = ''] = /^(cks|key|grant|grant:grant)-(\d)$/.exec(text) ?? []
    if (kind === 'cks') return numbered(made.stores, digit, 3) ?? unknownStore(digit)
    if (kind === 'key') return numbered(made.keys, digit, 4)?.id ?? unknownKey(digit)
    if (kind === 'grant') return numbered(made.grants, digit, 2)?.id ?? text
    if (kind !== undefined) return numbered(made.grants, digit, 2)?.token ?? text
    if (!text.startsWith(arnPrefix)) return rename(text)
    const resource = text.slice(arnPrefix.length)
    const [, key] = /^key\/key-(\d)$/.exec(resource) ?? []
    if (key === undefined) return arnPrefix + rename(resource)
    return numbered(made.keys, key, 4)?.arn ?? keyArn(unknownKey(key))
  }

/** A request of a conversation as it is sent: with the ids, markers and ciphertexts that were answered in place of what stands for them. */
export const resolved = (made: Made, operation: OperationName, request: Members, rename: Rename): Members => {
  const meant = inTexts(request, meaning(made, operation, rename))
  return meant['CiphertextBlob'] === someCiphertext
    ? { ...meant, CiphertextBlob: ciphertextFor(made, meant) }
    : meant
}
