import * as E from 'fp-ts/lib/Either.js'
import {
  create as createOperation,
  type CreateCustomKeyStoreRequest,
  type CreateFacts,
  type CustomKeyStore,
  type XksProxyConfiguration
} from '../../../src/index.js'
import type { DecisionOf } from '../Decision.js'
import type { Verdict } from '../library.js'
import { unfitClusterIn } from './cluster.js'
import { addressInUseIn, failedTestIn, unfitServiceIn } from './proxy.js'
import { refusalIn } from './refusalIn.js'

const refuse = refusalIn(createOperation)

const nameInUse = refuse('CustomKeyStoreNameInUseException', 'nameIsFree')
const clusterNotFound = refuse('CloudHsmClusterNotFoundException', 'clusterExists')
const notActive = refuse('CloudHsmClusterNotActiveException', 'clusterIsActive')
const quotaReached = refuse('LimitExceededException', 'storeQuotaIsNotReached')
const clusterInUse = refuse('CloudHsmClusterInUseException', 'clusterIsFree')
const internalFailure = refuse('KMSInternalException', 'kmsSucceeds')
const anotherTrustAnchor = refuse('IncorrectTrustAnchorException', 'trustAnchorIsTheClusters')

const unfitCluster = unfitClusterIn(createOperation)
const addressInUse = addressInUseIn(createOperation)
const unfitService = unfitServiceIn(createOperation)
const failedTest = failedTestIn(createOperation)

type CloudHsmRequest = Extract<CreateCustomKeyStoreRequest, { readonly CustomKeyStoreType: 'AWS_CLOUDHSM' }>
type ExternalRequest = Exclude<CreateCustomKeyStoreRequest, CloudHsmRequest>

const isNameInUse = (others: ReadonlyArray<CustomKeyStore>, name: string): boolean => {
  for (const other of others) if (other.CustomKeyStoreName === name) return true
  return false
}

const twinOf = (request: CloudHsmRequest, others: ReadonlyArray<CustomKeyStore>) => {
  for (const other of others) {
    if (
      other.CustomKeyStoreType === 'AWS_CLOUDHSM' &&
      other.ConnectionState === 'DISCONNECTED' &&
      other.CustomKeyStoreName === request.CustomKeyStoreName &&
      other.CloudHsmClusterId === request.CloudHsmClusterId &&
      other.TrustAnchorCertificate === request.TrustAnchorCertificate
    ) {
      return other
    }
  }
  return undefined
}

const createCloudHsmKeyStore = (facts: CreateFacts, request: CloudHsmRequest) => {
  const { others, cluster } = facts
  const twin = twinOf(request, others)
  if (twin !== undefined) return facts.failure === 'KMSInternalException' ? internalFailure : E.right(twin)
  if (isNameInUse(others, request.CustomKeyStoreName)) return nameInUse
  if (others.length >= (facts.storeQuota ?? 10)) return quotaReached
  if (cluster === undefined) return clusterNotFound
  if (cluster.state !== 'ACTIVE') return notActive
  for (const other of others) {
    if (
      other.CustomKeyStoreType === 'AWS_CLOUDHSM' &&
      (other.CloudHsmClusterId === cluster.clusterId || other.clusterCertificate === cluster.certificate)
    ) {
      return clusterInUse
    }
  }
  if (
    cluster.trustAnchorCertificate !== undefined &&
    cluster.trustAnchorCertificate !== request.TrustAnchorCertificate
  ) {
    return anotherTrustAnchor
  }
  const unfit = unfitCluster(cluster)
  if (unfit !== undefined) return unfit
  if (facts.failure === 'KMSInternalException') return internalFailure
  return E.right({
    CustomKeyStoreId: facts.CustomKeyStoreId,
    CustomKeyStoreName: request.CustomKeyStoreName,
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: request.CloudHsmClusterId,
    TrustAnchorCertificate: request.TrustAnchorCertificate,
    clusterCertificate: cluster.certificate,
    ConnectionState: 'DISCONNECTED',
    CreationDate: facts.CreationDate,
    attempt: 0
  } as const)
}

export const configurationOf = (request: ExternalRequest): XksProxyConfiguration => {
  const AccessKeyId = request.XksProxyAuthenticationCredential.AccessKeyId
  const UriEndpoint = request.XksProxyUriEndpoint
  const UriPath = request.XksProxyUriPath
  const Connectivity = request.XksProxyConnectivity
  if (Connectivity === 'PUBLIC_ENDPOINT') return { Connectivity, AccessKeyId, UriEndpoint, UriPath }
  const VpcEndpointServiceName = request.XksProxyVpcEndpointServiceName
  const owner = request.XksProxyVpcEndpointServiceOwner
  return owner === undefined
    ? { Connectivity, AccessKeyId, UriEndpoint, UriPath, VpcEndpointServiceName }
    : {
        Connectivity,
        AccessKeyId,
        UriEndpoint,
        UriPath,
        VpcEndpointServiceName,
        VpcEndpointServiceOwner: owner
      }
}

const createExternalKeyStore = (facts: CreateFacts, request: ExternalRequest) => {
  const { others } = facts
  if (isNameInUse(others, request.CustomKeyStoreName)) return nameInUse
  if (others.length >= (facts.storeQuota ?? 10)) return quotaReached
  const configuration = configurationOf(request)
  const refusal =
    addressInUse(configuration, others) ??
    unfitService(configuration, facts.vpcEndpointService, facts.account) ??
    (configuration.Connectivity === 'PUBLIC_ENDPOINT' ? failedTest(facts.proxy) : undefined)
  if (refusal !== undefined) return refusal
  if (facts.failure === 'KMSInternalException') return internalFailure
  return E.right({
    CustomKeyStoreId: facts.CustomKeyStoreId,
    CustomKeyStoreName: request.CustomKeyStoreName,
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConfiguration: configuration,
    ConnectionState: 'DISCONNECTED',
    CreationDate: facts.CreationDate,
    attempt: 0
  } as const)
}

export const create = ({ facts, request }: DecisionOf<'CreateCustomKeyStore'>): Verdict =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? createCloudHsmKeyStore(facts, request)
    : createExternalKeyStore(facts, request)
