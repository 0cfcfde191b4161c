import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CreateException } from '../exceptions/documentedExceptions.js'
import {
  isCloudHsm,
  isDisconnected,
  type CloudHsmKeyStore,
  type Disconnected
} from '../model/CustomKeyStore.js'
import type { CreateCloudHsmKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { clusterExists, clusterIsActive, trustAnchorIsTheClusters } from '../rules/cluster.js'
import { clusterIsFree, nameIsFree, storeQuotaIsNotReached } from '../rules/otherStores.js'
import { enforce, unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { clusterIsFit } from './clusterRequirements.js'
import type { CreateFacts } from './create.js'

export const createCloudHsmKeyStoreRules = [
  unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
  unless(storeQuotaIsNotReached, 'LimitExceededException'),
  unless(clusterExists, 'CloudHsmClusterNotFoundException'),
  unless(clusterIsActive, 'CloudHsmClusterNotActiveException'),
  unless(clusterIsFree, 'CloudHsmClusterInUseException'),
  unless(trustAnchorIsTheClusters, 'IncorrectTrustAnchorException'),
  ...clusterIsFit,
  unless(kmsSucceeds, 'KMSInternalException')
] as const

/** What the rules look at. */
export const givenCloudHsm = (
  { others, storeQuota, cluster, failure }: CreateFacts,
  request: CreateCloudHsmKeyStoreRequest
) => ({
  others,
  storeQuota,
  cluster,
  failure,
  name: request.CustomKeyStoreName,
  trustAnchorCertificate: request.TrustAnchorCertificate
})

const allow = enforce(createCloudHsmKeyStoreRules)

/** The disconnected store that the same request has made before. @assumes A26 */
export const twinOf = (request: CreateCloudHsmKeyStoreRequest, { others }: CreateFacts) =>
  others
    .filter(isDisconnected)
    .filter(isCloudHsm)
    .find(
      (other) =>
        other.CustomKeyStoreName === request.CustomKeyStoreName &&
        other.CloudHsmClusterId === request.CloudHsmClusterId &&
        other.TrustAnchorCertificate === request.TrustAnchorCertificate
    )

/** Makes a store for an AWS CloudHSM cluster, or answers with the one that the same request has made before. */
export const createCloudHsmKeyStore =
  (facts: CreateFacts) =>
  (request: CreateCloudHsmKeyStoreRequest): E.Either<CreateException, CloudHsmKeyStore & Disconnected> => {
    const twin = twinOf(request, facts)
    if (twin !== undefined) return E.right(twin)
    return pipe(
      givenCloudHsm(facts, request),
      allow,
      E.map(({ cluster }) => ({
        CustomKeyStoreId: facts.CustomKeyStoreId,
        CustomKeyStoreName: request.CustomKeyStoreName,
        CustomKeyStoreType: 'AWS_CLOUDHSM',
        CloudHsmClusterId: request.CloudHsmClusterId,
        TrustAnchorCertificate: request.TrustAnchorCertificate,
        clusterCertificate: cluster.certificate,
        ConnectionState: 'DISCONNECTED',
        CreationDate: facts.CreationDate,
        attempt: 0
      }))
    )
  }
