import type { Service } from './BackingKeyStore.js'
import type { CustomKeyStoreId, KeyId } from './identifiers.js'
import type { Infrastructure } from './Infrastructure.js'

/** What the operations of an account are told beside the request: the world at that moment, and ids for what is new. */
export interface Circumstances extends Service {
  readonly infrastructure: Infrastructure
  /** Seconds since 1970. */
  readonly now: number
  /** The id for a store, if one is made; used by no store before. */
  readonly newCustomKeyStoreId: CustomKeyStoreId
  /** The id for a key, if one is made; used by no key before. */
  readonly newKeyId: KeyId
  /** How many stores the account may have in the Region; 10 unless told otherwise. */
  readonly storeQuota?: number
  /** How many KMS keys the account may have in the Region; 100,000 unless told otherwise. */
  readonly keyQuota?: number
}
