import type { Members, Reply } from './Exchange.js'

/** What an answer tells, whatever it looks like. */

const isMembers = (u: unknown): u is Members => typeof u === 'object' && u !== null && !Array.isArray(u)

/** The output of an operation; empty where it was refused. */
export const outputOf = (reply: Reply): Members => ('output' in reply ? reply.output : {})

/** The id of the store that was created. */
export const createdIn = (reply: Reply): string | undefined => {
  const id = outputOf(reply)['CustomKeyStoreId']
  return typeof id === 'string' ? id : undefined
}

/** The id of the key that is created or described. */
export const keyIn = (reply: Reply): string | undefined => {
  const key = outputOf(reply)['KeyMetadata']
  const id = isMembers(key) ? key['KeyId'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** The stores that are listed. */
export const entriesIn = (reply: Reply): ReadonlyArray<Members> => {
  const listed = outputOf(reply)['CustomKeyStores']
  return Array.isArray(listed) ? listed.filter(isMembers) : []
}
