import * as t from 'io-ts'
import { ConnectionState } from '../model/ConnectionState.js'
import type { Members, EndpointReply } from './Exchange.js'

/** What an answer tells, whatever it looks like. */

/** The output of an operation; empty where it was refused. */
export const outputOf = (reply: EndpointReply): Members => ('output' in reply ? reply.output : {})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The id of the store that was created. */
export const createdIn = (reply: EndpointReply): string | undefined =>
  text(outputOf(reply)['CustomKeyStoreId'])

const metadataIn = (reply: EndpointReply): Members => {
  const metadata = outputOf(reply)['KeyMetadata']
  return t.UnknownRecord.is(metadata) ? metadata : {}
}

/** The id of the key that is created or described. */
export const keyIn = (reply: EndpointReply): string | undefined => text(metadataIn(reply)['KeyId'])

/** The state of that key. */
export const keyStateIn = (reply: EndpointReply): string | undefined => text(metadataIn(reply)['KeyState'])

/** The stores that are listed. */
export const entriesIn = (reply: EndpointReply): ReadonlyArray<Members> => {
  const listed = outputOf(reply)['CustomKeyStores']
  return Array.isArray(listed) ? listed.filter(t.UnknownRecord.is) : []
}

/** The state of the first store that is listed. */
export const stateIn = (reply: EndpointReply): ConnectionState | undefined => {
  const state = entriesIn(reply)[0]?.['ConnectionState']
  return ConnectionState.is(state) ? state : undefined
}
