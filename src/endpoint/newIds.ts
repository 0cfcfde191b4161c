import { randomBytes, randomUUID } from 'node:crypto'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'

/** Ids for what a request creates, and for the request itself; nobody has had them before. */
export const newIds = () => ({
  newCustomKeyStoreId: `cks-${randomBytes(9).toString('hex').slice(1)}` as CustomKeyStoreId,
  newKeyId: randomUUID() as string as KeyId,
  newGrantId: randomBytes(32).toString('hex') as GrantId,
  requestId: randomUUID()
})
