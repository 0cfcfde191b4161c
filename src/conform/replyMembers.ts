import * as t from 'io-ts'
import { ConnectionState } from '../model/ConnectionState.js'
import type { Members, EndpointReply } from './Exchange.js'

/** Members of a reply, each absent where the reply has none of the right type. */

/** The output of an operation; empty where it was refused. */
export const outputOf = (reply: EndpointReply): Members => ('output' in reply ? reply.output : {})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The id of a created store. */
export const createdIn = (reply: EndpointReply): string | undefined =>
  text(outputOf(reply)['CustomKeyStoreId'])

/** The id of the grant that was created. */
export const grantIn = (reply: EndpointReply): string | undefined => text(outputOf(reply)['GrantId'])

/** The metadata of a created or described key; empty where there are none. */
export const metadataIn = (reply: EndpointReply): Members => {
  const metadata = outputOf(reply)['KeyMetadata']
  return t.UnknownRecord.is(metadata) ? metadata : {}
}

/** The id of a created or described key. */
export const keyIdIn = (reply: EndpointReply): string | undefined => text(metadataIn(reply)['KeyId'])

/** The KeyState of a created or described key. */
export const keyStateIn = (reply: EndpointReply): string | undefined => text(metadataIn(reply)['KeyState'])

/** The entries of a list of stores. */
export const entriesIn = (reply: EndpointReply): ReadonlyArray<Members> => {
  const listed = outputOf(reply)['CustomKeyStores']
  return Array.isArray(listed) ? listed.filter(t.UnknownRecord.is) : []
}

/** The ConnectionState of the first store in a list. */
export const stateIn = (reply: EndpointReply): ConnectionState | undefined => {
  const state = entriesIn(reply)[0]?.['ConnectionState']
  return ConnectionState.is(state) ? state : undefined
}
