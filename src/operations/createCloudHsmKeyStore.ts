import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import {
  isCloudHsm,
  isDisconnected,
  type CloudHsmKeyStore,
  type CustomKeyStore,
  type Disconnected
} from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId, CustomKeyStoreName, TrustAnchorCertificate } from '../model/identifiers.js'
import type { CreateCloudHsmKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { clusterExists, clusterIsActive, trustAnchorIsTheClusters } from '../rules/cluster.js'
import { createIsIdempotent, newStoreIsDisconnected, passwordIsNotCompared } from '../rules/effects.js'
import { clusterIsFree, nameIsFree, storeQuotaIsNotReached } from '../rules/otherStores.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { clusterIsFit } from './clusterRequirements.js'
import { decision, unlessDoneBefore } from './Decision.js'

/** The id and the date of a store that is made. */
export interface NewStore {
  readonly CustomKeyStoreId: CustomKeyStoreId
  /** Seconds since 1970. */
  readonly CreationDate: number
}

/** A store for an AWS CloudHSM cluster, as it is asked for, among the other stores of the account. */
export interface NewCloudHsmKeyStore extends NewStore, WithFailure {
  readonly request: CreateCloudHsmKeyStoreRequest
  readonly name: CustomKeyStoreName
  readonly trustAnchorCertificate: TrustAnchorCertificate
  readonly others: ReadonlyArray<CustomKeyStore>
  readonly numberOfOthers?: number | undefined
  readonly storeQuota?: number | undefined
  readonly cluster?: CloudHsmCluster | undefined
}

/** The DISCONNECTED store that an identical earlier request created. */
const twinOf = ({ request, others }: NewCloudHsmKeyStore): (CloudHsmKeyStore & Disconnected) | undefined =>
  others.find(
    (other): other is CloudHsmKeyStore & Disconnected =>
      isDisconnected(other) &&
      isCloudHsm(other) &&
      other.CustomKeyStoreName === request.CustomKeyStoreName &&
      other.CloudHsmClusterId === request.CloudHsmClusterId &&
      other.TrustAnchorCertificate === request.TrustAnchorCertificate
  )

const kmsHasNotFailed = unless(kmsSucceeds, 'KMSInternalException')

const makes = decision(
  [
    unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
    unless(storeQuotaIsNotReached, 'LimitExceededException'),
    unless(clusterExists, 'CloudHsmClusterNotFoundException'),
    unless(clusterIsActive, 'CloudHsmClusterNotActiveException'),
    unless(clusterIsFree, 'CloudHsmClusterInUseException'),
    unless(trustAnchorIsTheClusters, 'IncorrectTrustAnchorException'),
    ...clusterIsFit,
    kmsHasNotFailed
  ],
  [newStoreIsDisconnected('create-keystore')],
  (
    { cluster },
    { request, CustomKeyStoreId, CreationDate }: NewCloudHsmKeyStore
  ): CloudHsmKeyStore & Disconnected => ({
    CustomKeyStoreId,
    CustomKeyStoreName: request.CustomKeyStoreName,
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: request.CloudHsmClusterId,
    TrustAnchorCertificate: request.TrustAnchorCertificate,
    clusterCertificate: cluster.certificate,
    ConnectionState: 'DISCONNECTED',
    CreationDate,
    attempt: 0
  })
)

/** Makes a store for an AWS CloudHSM cluster, or returns the one that an identical request has made. */
export const createsCloudHsmKeyStore = unlessDoneBefore(
  'an identical earlier request has made a store that is DISCONNECTED',
  twinOf,
  kmsHasNotFailed,
  [createIsIdempotent, passwordIsNotCompared],
  makes
)
