import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Follows } from './Follows.js'

/** The effects of the operations on KMS keys that are accepted. */

export const newKeyIsEnabled: Follows = {
  name: 'newKeyIsEnabled',
  says: 'A new KMS key is Enabled.',
  source: 'API_CreateKey'
}

export const keyStateFollowsTheStore: Follows = {
  name: 'keyStateFollowsTheStore',
  says: 'A KMS key is Unavailable while its custom key store is not connected, unless it is pending deletion.',
  source: 'fix-keystore',
  implied: true
}

export const keyMakesDataKeys: Follows = {
  name: 'keyMakesDataKeys',
  says: 'A KMS key in a custom key store makes data keys as any other symmetric encryption key does.',
  source: 'manage-cmk-keystore',
  assumes: ['A91']
}

interface InStore {
  readonly store: CustomKeyStore
}

interface InCluster {
  readonly key: KmsKey
  readonly cluster?: CloudHsmCluster | undefined
}

export const keyShowsTheClusterOfItsStore: Follows<InStore & InCluster> = {
  name: 'keyShowsTheClusterOfItsStore',
  says: 'A KMS key shows the AWS CloudHSM cluster that its custom key store has now, as that contains the key material.',
  source: 'API_KeyMetadata',
  implied: true,
  where: ({ store }) => isCloudHsm(store)
}

export const keyStateIgnoresMaterial: Follows<InCluster> = {
  name: 'keyStateIgnoresMaterial',
  says: 'The loss of key material in the cluster does not change the state of a KMS key.',
  source: 'key-state',
  assumes: ['A29'],
  where: ({ key, cluster }) => cluster?.lostKeyMaterial?.includes(key.KeyId) === true
}

export const deletionWaits: Follows = {
  name: 'deletionWaits',
  says: 'A KMS key is PendingDeletion until its waiting period is over, whatever the state of its custom key store.',
  source: 'key-state'
}

export const descriptionIsReplaced: Follows = {
  name: 'descriptionIsReplaced',
  says: 'UpdateKeyDescription replaces the description of a KMS key.',
  source: 'API_UpdateKeyDescription'
}

export const aliasesGoWithTheKey: Follows = {
  name: 'aliasesGoWithTheKey',
  says: 'The aliases of a KMS key are deleted with it.',
  source: 'API_ScheduleKeyDeletion'
}

const isConnected = ({ store }: InStore): boolean => store.ConnectionState === 'CONNECTED'

export const cancelledKeyIsDisabled: Follows<InStore> = {
  name: 'cancelledKeyIsDisabled',
  says: 'A KMS key whose deletion was cancelled is Disabled.',
  source: 'API_CancelKeyDeletion',
  where: isConnected
}

export const cancelledKeyIsUnavailable: Follows<InStore> = {
  name: 'cancelledKeyIsUnavailable',
  says: 'A KMS key whose deletion was cancelled in a store that is not connected is Unavailable, and Disabled once the store is connected.',
  source: 'fix-keystore',
  implied: true,
  where: (subject) => !isConnected(subject)
}

export const keyIsEnabledAgain: Follows = {
  name: 'keyIsEnabledAgain',
  says: 'EnableKey allows the use of a KMS key. In a store that is not connected, the key is Enabled once the store is connected.',
  source: 'key-state'
}

export const keyIsDisabledNow: Follows = {
  name: 'keyIsDisabledNow',
  says: 'DisableKey prevents the use of a KMS key. In a store that is not connected, the key is Disabled once the store is connected.',
  source: 'key-state'
}
