import { isCloudHsm, type CustomKeyStore } from './CustomKeyStore.js'
import type { AccountId, CloudHsmClusterId, CustomKeyStoreId, KeyId, XksKeyId } from './identifiers.js'
import { isPendingDeletion, keyState, type KeyState, type KmsKey } from './KmsKey.js'

/** What AWS shows of a key in a custom key store. Dates in seconds since 1970. @see API_KeyMetadata */
export interface KeyMetadata {
  readonly AWSAccountId: AccountId
  readonly KeyId: KeyId
  readonly Arn: string
  readonly CreationDate: number
  readonly Enabled: boolean
  readonly Description: string
  readonly KeyUsage: 'ENCRYPT_DECRYPT'
  readonly KeyState: KeyState
  /** Present while the key is pending deletion. */
  readonly DeletionDate?: number
  readonly Origin: KmsKey['Origin']
  readonly CustomKeyStoreId: CustomKeyStoreId
  /** Of a key in an AWS CloudHSM key store. */
  readonly CloudHsmClusterId?: CloudHsmClusterId
  /** Of a key in an external key store. */
  readonly XksKeyConfiguration?: { readonly Id: XksKeyId }
  readonly KeyManager: 'CUSTOMER'
  readonly KeySpec: 'SYMMETRIC_DEFAULT'
  readonly CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT'
  readonly EncryptionAlgorithms: readonly ['SYMMETRIC_DEFAULT']
  readonly MultiRegion: false
}

/**
 * A KMS key as AWS shows it. Dates in seconds since 1970. `account`: whose key it is; `store`: the one that it is in.
 *
 * @example
 * cks.keyMetadata(account.AccountId, store)(key).KeyState //=> 'Enabled'
 * @see API_KeyMetadata
 */
export const keyMetadata =
  (account: AccountId, store: CustomKeyStore) =>
  (key: KmsKey): KeyMetadata => {
    const state = keyState(store)(key)
    return {
      AWSAccountId: account,
      KeyId: key.KeyId,
      Arn: key.Arn,
      CreationDate: key.CreationDate,
      Enabled: state === 'Enabled',
      Description: key.Description,
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: state,
      ...(isPendingDeletion(key) ? { DeletionDate: key.DeletionDate } : {}),
      Origin: key.Origin,
      CustomKeyStoreId: key.CustomKeyStoreId,
      ...(isCloudHsm(store) && { CloudHsmClusterId: store.CloudHsmClusterId }),
      ...(key.Origin === 'EXTERNAL_KEY_STORE' && { XksKeyConfiguration: key.XksKeyConfiguration }),
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false
    }
  }
