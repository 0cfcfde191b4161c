import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { keyState, type KeyState, type KmsKey } from '../model/KmsKey.js'
import { claim } from './Rule.js'

/** The operations on a key itself that the key state decides. */
export type KeyOperation = 'ScheduleKeyDeletion' | 'CancelKeyDeletion' | 'EnableKey' | 'DisableKey'

/** In which states a key can be so managed. @see key-state */
export const validKeyStates = {
  ScheduleKeyDeletion: { Enabled: true, Disabled: true, Unavailable: true, PendingDeletion: false },
  CancelKeyDeletion: { Enabled: false, Disabled: false, Unavailable: false, PendingDeletion: true },
  EnableKey: { Enabled: true, Disabled: true, Unavailable: true, PendingDeletion: false },
  DisableKey: { Enabled: true, Disabled: true, Unavailable: true, PendingDeletion: false }
} as const satisfies Record<KeyOperation, Record<KeyState, boolean>>

export interface KeyInStore {
  readonly store: CustomKeyStore
  readonly key: KmsKey
}

/** The key is in a state in which the operation is valid. */
export const validKeyState = (operation: KeyOperation) =>
  claim<KeyInStore>({
    name: 'validKeyState',
    says:
      operation === 'CancelKeyDeletion'
        ? 'CancelKeyDeletion is valid only when the key state is PendingDeletion.'
        : `${operation} is valid unless the key state is PendingDeletion.`,
    source: 'key-state',
    holds: ({ store, key }) => validKeyStates[operation][keyState(store)(key)]
  })

/** The key is not about to be deleted. @assumes A28 */
export const keyIsNotPendingDeletion = claim<KeyInStore>({
  name: 'keyIsNotPendingDeletion',
  says: 'A KMS key that is pending deletion must not be used.',
  source: 'key-state',
  assumes: 'A28',
  holds: ({ store, key }) => keyState(store)(key) !== 'PendingDeletion'
})

/** The store of the key is connected. */
export const keyIsAvailable = claim<KeyInStore>({
  name: 'keyIsAvailable',
  says: 'The custom key store of a KMS key must be connected for the key to be used.',
  source: 'API_ConnectCustomKeyStore',
  holds: ({ store, key }) => keyState(store)(key) !== 'Unavailable'
})

/** The key is not disabled. */
export const keyIsEnabled = claim<KeyInStore>({
  name: 'keyIsEnabled',
  says: 'A KMS key must be enabled to be used.',
  source: 'key-state',
  holds: ({ store, key }) => keyState(store)(key) !== 'Disabled'
})

/** The key material is still in the cluster. @assumes A29 */
export const keyMaterialIsInCluster = claim<KeyInStore & { readonly cluster?: CloudHsmCluster | undefined }>({
  name: 'keyMaterialIsInCluster',
  says: 'The key material of a KMS key must be in the AWS CloudHSM cluster.',
  source: 'fix-keystore',
  assumes: 'A29',
  applies: ({ cluster }) => cluster !== undefined,
  holds: ({ cluster, key }) => cluster?.lostKeyMaterial?.includes(key.KeyId) !== true
})

/** The account has the key. */
export const keyExists = claim<{ readonly key?: KmsKey | undefined }>({
  name: 'keyExists',
  says: 'A KMS key with the id or ARN of the request must exist in the account and Region.',
  source: 'API_ScheduleKeyDeletion',
  holds: ({ key }) => key !== undefined
})
