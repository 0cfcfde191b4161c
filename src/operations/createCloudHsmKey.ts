import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KeyId } from '../model/identifiers.js'
import type { CloudHsmKmsKey } from '../model/KmsKey.js'
import type { CreateCloudHsmKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { clusterExists, clusterIsActive } from '../rules/cluster.js'
import { clusterIsReachable } from '../rules/clusterConnection.js'
import { stateIsKept } from '../rules/effects.js'
import { newKeyIsEnabled } from '../rules/keyEffects.js'
import { keyQuotaIsNotReached, originIsTheTypeOfStore, type WithKeys } from '../rules/keysInStore.js'
import { unless } from '../rules/Rule.js'
import { clusterIsFit } from './clusterRequirements.js'
import { decision } from './Decision.js'
import { keyMayBeInStore, storeIsConnected } from './keyRequirements.js'
import { kmsAnswers } from './kmsAnswers.js'

/** The id, the ARN and the date of a key that is created. */
export interface NewKey {
  readonly KeyId: KeyId
  readonly Arn: string
  /** Seconds since 1970. */
  readonly CreationDate: number
}

/** A key to be made in the cluster of a store, with the keys that are in the store and in the account. */
export interface NewCloudHsmKey extends NewKey, WithFailure, WithKeys, Pick<BackingKeyStore, 'cluster'> {
  readonly request: CreateCloudHsmKeyRequest
  readonly store: CustomKeyStore
  readonly keysOfAccount?: number | undefined
  readonly keyQuota?: number | undefined
}

/** CreateKey lists no other exception for the cluster, and this one without these causes. */
const noOther = { source: 'API_CreateKey', implied: true, assumes: ['A27'], openTo: 'any exception' } as const

/** Creates a KMS key whose material is made in the cluster of the store. */
export const createsCloudHsmKey = decision(
  [
    ...keyMayBeInStore,
    unless(originIsTheTypeOfStore('AWS_CLOUDHSM'), 'UnsupportedOperationException', {
      openTo: 'any exception'
    }),
    storeIsConnected,
    unless(clusterExists, 'CloudHsmClusterInvalidConfigurationException', noOther),
    unless(clusterIsActive, 'CloudHsmClusterInvalidConfigurationException', noOther),
    ...clusterIsFit,
    unless(clusterIsReachable, 'CloudHsmClusterInvalidConfigurationException', noOther),
    unless(keyQuotaIsNotReached, 'LimitExceededException'),
    ...kmsAnswers
  ],
  [newKeyIsEnabled, stateIsKept],
  (_, { request, KeyId, Arn, CreationDate }: NewCloudHsmKey): CloudHsmKmsKey => ({
    KeyId,
    Arn,
    CustomKeyStoreId: request.CustomKeyStoreId,
    Description: request.Description ?? '',
    CreationDate,
    enabled: true,
    ...(request.Tags && { Tags: request.Tags }),
    ...(request.Policy !== undefined && { Policy: request.Policy }),
    Origin: 'AWS_CLOUDHSM'
  })
)
