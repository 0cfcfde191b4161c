import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { keyState, type KeyState, type KmsKey } from '../model/KmsKey.js'
import { about, claim } from '../Claim.js'

/** In which states of a key something is valid. @see key-state */
type ValidKeyStates = Readonly<Record<KeyState, boolean>>

export const unlessPendingDeletion = {
  Enabled: true,
  Disabled: true,
  Unavailable: true,
  PendingDeletion: false
} as const satisfies ValidKeyStates

export const onlyPendingDeletion = {
  Enabled: false,
  Disabled: false,
  Unavailable: false,
  PendingDeletion: true
} as const satisfies ValidKeyStates

export interface KeyInStore {
  readonly store: CustomKeyStore
  readonly key: KmsKey
}

const ofState = { kind: 'KMS key', because: 'state' } as const

/** The key is in a state in which the operation is valid. `row`: those states. */
export const validKeyState = (operation: OperationName, row: ValidKeyStates) =>
  claim<KeyInStore>({
    name: 'validKeyState',
    says: row.PendingDeletion
      ? `${operation} is valid only when the state of the KMS key in the request is PendingDeletion.`
      : `${operation} is valid unless the state of the KMS key in the request is PendingDeletion.`,
    source: 'key-state',
    concerns: ofState,
    holds: ({ store, key }) => row[keyState(store)(key)]
  })

/** The key is not about to be deleted. */
export const keyIsNotPendingDeletion = claim<KeyInStore>({
  name: 'keyIsNotPendingDeletion',
  says: 'The KMS key must not be pending deletion.',
  source: 'key-state',
  concerns: ofState,
  holds: ({ store, key }) => keyState(store)(key) !== 'PendingDeletion'
})

/** The store of the key is connected. */
export const keyIsAvailable = claim<KeyInStore>({
  name: 'keyIsAvailable',
  says: 'The custom key store of the KMS key must be connected.',
  source: 'key-state',
  concerns: ofState,
  holds: ({ store, key }) => keyState(store)(key) !== 'Unavailable'
})

/** The key is not disabled. */
export const keyIsEnabled = claim<KeyInStore>({
  name: 'keyIsEnabled',
  says: 'The KMS key must be enabled.',
  source: 'key-state',
  concerns: ofState,
  holds: ({ store, key }) => keyState(store)(key) !== 'Disabled'
})

export interface KeyInCluster extends KeyInStore {
  readonly cluster?: CloudHsmCluster | undefined
}

const ofCluster = about(({ cluster }: KeyInCluster) => cluster, { outside: 'backing key store' })

/** The key material is still in the cluster. */
export const keyMaterialIsInCluster = claim<KeyInCluster>({
  name: 'keyMaterialIsInCluster',
  says: 'The key material of a KMS key must be in the AWS CloudHSM cluster.',
  source: 'fix-keystore',
  ...ofCluster(({ lostKeyMaterial }, { key }) => lostKeyMaterial?.includes(key.KeyId) !== true)
})
