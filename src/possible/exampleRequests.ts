import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../codec/decode.js'
import { defaultEdition } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationsByName } from '../operations/index.js'
import { enabledKey } from './exampleKeys.js'
import { exampleStore, keyId, storeId, type Kind } from './examples.js'

/** A request in AWS's own JSON. */
export type ExampleRequest = Readonly<Record<string, unknown>>

/** The example store and a key in it, under every name that some request has for them. */
const ids = {
  CustomKeyStoreId: storeId,
  KeyId: keyId,
  SourceKeyId: keyId,
  DestinationKeyId: keyId,
  TargetKeyId: keyId
}

/** The members that the request of an operation has, as its codec drops every other; none where it cannot be read. */
const membersOf = (operation: OperationName, members: ExampleRequest): ExampleRequest => {
  const read = decode(operationsByName[defaultEdition][operation].request)(members)
  if (E.isLeft(read)) return {}
  const known = read.right as object
  return Object.fromEntries(Object.entries(members).filter(([member]) => Object.hasOwn(known, member)))
}

/** A good request of an operation for the example store of a kind, or for the key in it. */
export const exampleRequest = (operation: OperationName, kind: Kind): ExampleRequest => {
  const { example } = operationsByName[defaultEdition][operation]
  const of = { store: exampleStore(kind, 'CONNECTED'), key: enabledKey(kind) }
  return membersOf(operation, { ...ids, ...example?.(of) })
}

/** A good request as well; an update is one of the name alone, which every edition allows in some state. */
export const exampleRequestOrNewName = (operation: OperationName, kind: Kind): ExampleRequest => {
  const renaming = membersOf(operation, { ...ids, NewCustomKeyStoreName: 'NewName' })
  return Object.hasOwn(renaming, 'NewCustomKeyStoreName') ? renaming : exampleRequest(operation, kind)
}
