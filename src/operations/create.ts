import { withNewStore, type Account } from '../model/Account.js'
import type { BackingKeyStore, Service } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { CustomKeyStoreId, type AccountId } from '../model/identifiers.js'
import { behindConfiguration } from '../model/Infrastructure.js'
import { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { asShown } from '../codec/boundedString.js'
import { shown } from '../model/responses/shown.js'
import { createsCloudHsmKeyStore, type NewCloudHsmKeyStore, type NewStore } from './createCloudHsmKeyStore.js'
import {
  configurationOf,
  createsExternalKeyStore,
  type NewExternalKeyStore
} from './createExternalKeyStore.js'
import { either, titled } from './Decision.js'
import { onRequest } from './onRequest.js'
import type { Asked } from './Stage.js'

/** What Create depends on besides the request. */
export interface CreateFacts extends BackingKeyStore, Service, NewStore {
  /** The stores that the account has in the Region. */
  readonly others: ReadonlyArray<CustomKeyStore>
  /** How many it may have; 10 if absent. */
  readonly storeQuota?: number | undefined
  /** The stores that other accounts have in the Region; none if absent. */
  readonly storesOfOtherAccounts?: ReadonlyArray<CustomKeyStore> | undefined
  readonly account?: AccountId
}

type New = NewCloudHsmKeyStore | NewExternalKeyStore

const isOfCloudHsm = (subject: New): subject is NewCloudHsmKeyStore =>
  subject.request.CustomKeyStoreType === 'AWS_CLOUDHSM'

const behindRequest = (
  { infrastructure }: Circumstances,
  request: CreateCustomKeyStoreRequest
): BackingKeyStore =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? { cluster: infrastructure.cluster(request.CloudHsmClusterId) }
    : behindConfiguration(infrastructure, configurationOf(request))

const subjectOf = (facts: CreateFacts, request: CreateCustomKeyStoreRequest): New =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? {
        ...facts,
        request,
        name: request.CustomKeyStoreName,
        trustAnchorCertificate: request.TrustAnchorCertificate
      }
    : { ...facts, request, name: request.CustomKeyStoreName, configuration: configurationOf(request) }

/**
 * Makes a custom key store, which is not connected. Whether the kmsuser password is right shows only at Connect.
 *
 * @see API_CreateCustomKeyStore
 */
export const create = onRequest({
  operation: 'CreateCustomKeyStore',
  source: 'API_CreateCustomKeyStore',
  permission: 'kms:CreateCustomKeyStore',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: [
    'ConnectCustomKeyStore',
    'DeleteCustomKeyStore',
    'DescribeCustomKeyStores',
    'DisconnectCustomKeyStore',
    'UpdateCustomKeyStore'
  ],
  request: CreateCustomKeyStoreRequest,
  response: shown('CreateCustomKeyStoreResponse', { CustomKeyStoreId: asShown(CustomKeyStoreId) }, {}),
  facts: ({ given, request, account }: Asked<Circumstances, CreateCustomKeyStoreRequest>): CreateFacts => ({
    ...behindRequest(given, request),
    failure: given.failure,
    storeQuota: given.storeQuota,
    account: account.AccountId,
    others: account.stores,
    storesOfOtherAccounts: given.storesOfOtherAccounts?.(),
    CustomKeyStoreId: given.newCustomKeyStoreId,
    CreationDate: given.now
  }),
  subject: subjectOf,
  decides: either(
    isOfCloudHsm,
    titled('AWS_CLOUDHSM', createsCloudHsmKeyStore),
    titled('EXTERNAL_KEY_STORE', createsExternalKeyStore)
  ),
  answer: (store, { account }): readonly [Pick<CustomKeyStore, 'CustomKeyStoreId'>, Account] => [
    { CustomKeyStoreId: store.CustomKeyStoreId },
    withNewStore(account, store)
  ]
})
