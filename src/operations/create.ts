import { withNewStore, type Account } from '../model/Account.js'
import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { NamesBehind } from '../model/fitting.js'
import { CustomKeyStoreId, type AccountId } from '../model/identifiers.js'
import { behindConfiguration } from '../model/Infrastructure.js'
import { storesInTheWay } from '../model/inTheWay.js'
import { numberOfStores } from '../model/listed.js'
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

/** The facts of a Create. */
export interface CreateFacts extends BackingKeyStore, WithFailure, NewStore {
  /** The stores that the account has in the Region. */
  readonly others: ReadonlyArray<CustomKeyStore>
  /** How many they are, if `others` has only those that can be in the way of the new one. */
  readonly numberOfOthers?: number | undefined
  /** How many it may have; 10 if absent. */
  readonly storeQuota?: number | undefined
  /** The stores that other accounts have in the Region; none if absent. */
  readonly storesOfOtherAccounts?: ReadonlyArray<CustomKeyStore> | undefined
  readonly account?: AccountId
  readonly region?: string
}

type New = NewCloudHsmKeyStore | NewExternalKeyStore

const isOfCloudHsm = (subject: New): subject is NewCloudHsmKeyStore =>
  subject.request.CustomKeyStoreType === 'AWS_CLOUDHSM'

const behindRequest = (
  { infrastructure }: Pick<Circumstances, 'infrastructure'>,
  request: CreateCustomKeyStoreRequest
): BackingKeyStore =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? { cluster: infrastructure.cluster(request.CloudHsmClusterId) }
    : behindConfiguration(infrastructure, configurationOf(request))

type Given = Pick<
  Circumstances,
  'infrastructure' | 'storesOfOtherAccounts' | 'failure' | 'storeQuota' | 'newCustomKeyStoreId' | 'now'
>

/** The names of what is to stand behind the new store. */
const namesIn = (request: CreateCustomKeyStoreRequest): NamesBehind =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? { cluster: request.CloudHsmClusterId }
    : { configuration: configurationOf(request) }

/** Among the facts, no other stores but those that can be in the way. */
const factsOf = ({ given, request, account }: Asked<Given, CreateCustomKeyStoreRequest>): CreateFacts => {
  const name = request.CustomKeyStoreName
  const { cluster, proxy, vpcEndpointService } = behindRequest(given, request)
  const configuration = request.CustomKeyStoreType === 'AWS_CLOUDHSM' ? undefined : configurationOf(request)
  return {
    cluster,
    proxy,
    vpcEndpointService,
    failure: given.failure,
    storeQuota: given.storeQuota,
    account: account.AccountId,
    region: account.Region,
    others: storesInTheWay(account, { name, cluster, configuration }),
    storesOfOtherAccounts: configuration && given.storesOfOtherAccounts?.(configuration),
    numberOfOthers: numberOfStores(account),
    CustomKeyStoreId: given.newCustomKeyStoreId,
    CreationDate: given.now
  }
}

/** Member by member, since V8 takes long to add members to a copy. */
const subjectOf = (facts: CreateFacts, request: CreateCustomKeyStoreRequest): New => {
  const { CustomKeyStoreId, CreationDate, others, numberOfOthers, storeQuota, failure } = facts
  const name = request.CustomKeyStoreName
  return request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? {
        request,
        name,
        trustAnchorCertificate: request.TrustAnchorCertificate,
        cluster: facts.cluster,
        others,
        numberOfOthers,
        storeQuota,
        failure,
        CustomKeyStoreId,
        CreationDate
      }
    : {
        request,
        name,
        configuration: configurationOf(request),
        proxy: facts.proxy,
        vpcEndpointService: facts.vpcEndpointService,
        others,
        numberOfOthers,
        storesOfOtherAccounts: facts.storesOfOtherAccounts,
        storeQuota,
        account: facts.account,
        region: facts.region,
        failure,
        CustomKeyStoreId,
        CreationDate
      }
}

/** A request for a store like the one given. The password and the secret are made up. */
const exampleFor = (store: CustomKeyStore) => {
  const CustomKeyStoreName = 'NewKeyStore'
  if (isCloudHsm(store)) {
    return {
      CustomKeyStoreName,
      CloudHsmClusterId: store.CloudHsmClusterId,
      TrustAnchorCertificate: store.TrustAnchorCertificate,
      KeyStorePassword: 'examplePswd1'
    }
  }
  const proxy = store.XksProxyConfiguration
  return {
    CustomKeyStoreName,
    CustomKeyStoreType: store.CustomKeyStoreType,
    XksProxyUriEndpoint: proxy.UriEndpoint,
    XksProxyUriPath: proxy.UriPath,
    XksProxyAuthenticationCredential: {
      AccessKeyId: proxy.AccessKeyId,
      RawSecretAccessKey: 'an/example/of/a/secret/access/key/of/43/characters'
    },
    XksProxyConnectivity: proxy.Connectivity,
    ...(proxy.Connectivity === 'VPC_ENDPOINT_SERVICE' && {
      XksProxyVpcEndpointServiceName: proxy.VpcEndpointServiceName
    })
  }
}

/**
 * Makes a custom key store, which is not connected. Whether the kmsuser password is right shows only at Connect.
 * Takes the backing key store, the other stores, the time and the new id; then the request. Returns the store.
 *
 * Refused with: CustomKeyStoreNameInUseException, LimitExceededException, CloudHsmClusterNotFoundException,
 * CloudHsmClusterNotActiveException, CloudHsmClusterInUseException, IncorrectTrustAnchorException,
 * CloudHsmClusterInvalidConfigurationException, KMSInternalException, XksProxyUriInUseException,
 * XksProxyUriEndpointInUseException, XksProxyVpcEndpointServiceInUseException,
 * XksProxyVpcEndpointServiceNotFoundException, XksProxyVpcEndpointServiceInvalidConfigurationException,
 * XksProxyUriUnreachableException, XksProxyInvalidConfigurationException,
 * XksProxyIncorrectAuthenticationCredentialException, XksProxyInvalidResponseException.
 *
 * @example
 * const cluster = cks.healthyCluster('cluster-lmnopqrstuv' as cks.CloudHsmClusterId)
 * const request = cks.decode(cks.CreateCustomKeyStoreRequest)({
 *   CustomKeyStoreName: 'new',
 *   CloudHsmClusterId: cluster.clusterId,
 *   TrustAnchorCertificate: 'content of customerCA.crt',
 *   KeyStorePassword: 'kmsPswd1'
 * })
 * const created = pipe(request, E.chainW((read) => cks.account.create(circumstances)(read)(account)))
 * pipe(created, E.map(([answer]) => answer)) //=> E.right({ CustomKeyStoreId: 'cks-3' })
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
  example: ({ store }) => exampleFor(store),
  facts: factsOf,
  names: namesIn,
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
