import type { WithFailure, WithPrincipal } from './BackingKeyStore.js'
import type { Cryptography } from './Cryptography.js'
import type { CustomKeyStore } from './CustomKeyStore.js'
import type { GrantId } from './Grant.js'
import type { CustomKeyStoreId, KeyId } from './identifiers.js'
import type { Infrastructure } from './Infrastructure.js'
import type { XksProxyConfiguration } from './XksProxyConfiguration.js'

/** The world in which an operation is carried out on an account: the infrastructure, the time, and ids for new stores and keys. */
export interface Circumstances extends WithFailure, WithPrincipal {
  readonly infrastructure: Infrastructure
  /**
   * The stores that other accounts have in the Region, or at least those with which a configuration can collide; none if
   * absent.
   */
  readonly storesOfOtherAccounts?: (configuration: XksProxyConfiguration) => ReadonlyArray<CustomKeyStore>
  /** Seconds since 1970. */
  readonly now: number
  /** The id for a store, if one is made; used by no store before. */
  readonly newCustomKeyStoreId: CustomKeyStoreId
  /** The id for a key, if one is made; used by no key before. */
  readonly newKeyId: KeyId
  /** The id for a grant, if one is made; used by no grant before. It is newKeyId if absent. */
  readonly newGrantId?: GrantId
  /** How many stores the account may have in the Region; 10 if absent. */
  readonly storeQuota?: number
  /** How many KMS keys the account may have in the Region; 100,000 if absent. */
  readonly keyQuota?: number
  /** How many aliases a KMS key may have; 50 if absent. */
  readonly aliasQuota?: number
  /** How many grants a KMS key may have; 50,000 if absent. */
  readonly grantQuota?: number
  /**
   * Without it nothing is encrypted: answers have no bytes, and a ciphertext counts as made with the key that the request
   * names.
   */
  readonly cryptography?: Cryptography
}
