import { isCloudHsm, type CustomKeyStore } from './CustomKeyStore.js'
import type { AccountId } from './identifiers.js'
import { isPendingDeletion, keyState, type KmsKey } from './KmsKey.js'

/**
 * A KMS key as AWS shows it. Dates in seconds since 1970. `account`: whose key it is; `store`: the one that it is in.
 *
 * @example
 * cks.keyMetadata(account.AccountId, store)(key).KeyState //=> 'Enabled'
 * @see API_KeyMetadata
 */
export const keyMetadata = (account: AccountId, store: CustomKeyStore) => (key: KmsKey) => {
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
  } as const
}
/** What AWS shows of a key, as `keyMetadata` makes it. */
export type KeyMetadata = ReturnType<ReturnType<typeof keyMetadata>>
