import * as t from 'io-ts'
import { ConnectionState } from '../model/ConnectionState.js'
import type { Members, Reply } from './Exchange.js'

/** What an answer tells, whatever it looks like. */

/** The output of an operation; empty where it was refused. */
export const outputOf = (reply: Reply): Members => ('output' in reply ? reply.output : {})

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The id of the store that was created. */
export const createdIn = (reply: Reply): string | undefined => text(outputOf(reply)['CustomKeyStoreId'])

/** The id of the grant that was created. */
export const grantIn = (reply: Reply): string | undefined => text(outputOf(reply)['GrantId'])

const metadataIn = (reply: Reply): Members => {
  const metadata = outputOf(reply)['KeyMetadata']
  return t.UnknownRecord.is(metadata) ? metadata : {}
}

/** The id of the key that is created or described. */
export const keyIn = (reply: Reply): string | undefined => text(metadataIn(reply)['KeyId'])

/** The state of that key. */
export const keyStateIn = (reply: Reply): string | undefined => text(metadataIn(reply)['KeyState'])

/** The stores that are listed. */
export const entriesIn = (reply: Reply): ReadonlyArray<Members> => {
  const listed = outputOf(reply)['CustomKeyStores']
  return Array.isArray(listed) ? listed.filter(t.UnknownRecord.is) : []
}

/** The state of the first store that is listed. */
export const stateIn = (reply: Reply): ConnectionState | undefined => {
  const state = entriesIn(reply)[0]?.['ConnectionState']
  return ConnectionState.is(state) ? state : undefined
}
