import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CreateKeyException } from '../exceptions/documentedExceptions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CloudHsmKmsKey } from '../model/KmsKey.js'
import type { CreateCloudHsmKeyRequest } from '../model/requests/CreateKeyRequest.js'
import { clusterExists, clusterIsActive } from '../rules/cluster.js'
import { validConnectionState } from '../rules/connectionState.js'
import type { EditionName } from '../editions/editions.js'
import { keyQuotaIsNotReached, originIsTheTypeOfStore } from '../rules/keysInStore.js'
import { enforce, unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'
import { clusterIsFit } from './clusterRequirements.js'
import type { CreateKeyFacts } from './createKey.js'
import { keyMayBeInStore } from './keyRequirements.js'

/** No other exception about the cluster is listed. */
const noOther = { source: 'API_CreateKey', assumes: 'A27' } as const

/** @assumes A27 */
export const createCloudHsmKeyRules = (edition: EditionName) =>
  [
    ...keyMayBeInStore,
    unless(originIsTheTypeOfStore('AWS_CLOUDHSM'), 'UnsupportedOperationException'),
    unless(validConnectionState(edition, 'CreateKey'), 'CustomKeyStoreInvalidStateException'),
    unless(clusterExists, 'CloudHsmClusterInvalidConfigurationException', noOther),
    unless(clusterIsActive, 'CloudHsmClusterInvalidConfigurationException', noOther),
    ...clusterIsFit,
    unless(keyQuotaIsNotReached, 'LimitExceededException'),
    unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

/** What the rules look at. */
export const givenCloudHsmKey = (
  { cluster, keys, keysOfAccount, keyQuota, failure }: CreateKeyFacts,
  request: CreateCloudHsmKeyRequest,
  store: CustomKeyStore
) => ({ request, store, cluster, keys, keysOfAccount, keyQuota, failure })

/** Creates a KMS key whose material is made in the cluster of the store. */
export const createCloudHsmKeyUnder = (edition: EditionName) => {
  const allow = enforce(createCloudHsmKeyRules(edition))
  return (facts: CreateKeyFacts) =>
    (request: CreateCloudHsmKeyRequest) =>
    (store: CustomKeyStore): E.Either<CreateKeyException, CloudHsmKmsKey> =>
      pipe(
        givenCloudHsmKey(facts, request, store),
        allow,
        E.map(({ store }) => ({
          KeyId: facts.KeyId,
          Arn: facts.Arn,
          CustomKeyStoreId: request.CustomKeyStoreId,
          Description: request.Description ?? '',
          CreationDate: facts.CreationDate,
          enabled: true,
          Origin: 'AWS_CLOUDHSM',
          CloudHsmClusterId: store.CloudHsmClusterId
        }))
      )
}
