import { randomUUID } from 'node:crypto'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStoreId, KeyId } from '../model/identifiers.js'

/** 32 hexadecimal digits, all but six bits of them random. Node draws those of many UUIDs at once. */
const digits = (): string => randomUUID().replaceAll('-', '')

/** Ids for what a request creates, and for the request itself; nobody has had them before. */
export const newIds = () => ({
  newCustomKeyStoreId: `cks-${digits().slice(-17)}` as CustomKeyStoreId,
  newKeyId: randomUUID() as string as KeyId,
  newGrantId: (digits() + digits()) as GrantId,
  requestId: randomUUID()
})
