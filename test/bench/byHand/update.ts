import * as E from 'fp-ts/lib/Either.js'
import {
  update as updateOperation,
  type CloudHsmCluster,
  type CloudHsmKeyStore,
  type CustomKeyStore,
  type Disconnected,
  type ExternalKeyStore,
  type UpdateCustomKeyStoreRequest,
  type UpdateFacts,
  type XksProxyConfiguration
} from '../../../src/index.js'
import type { DecisionOf } from '../Decision.js'
import type { Verdict } from '../library.js'
import { unfitClusterIn } from './cluster.js'
import { addressInUseIn, failedTestIn, unfitServiceIn } from './proxy.js'
import { assumedIn, refusalIn } from './refusalIn.js'

const refuse = refusalIn(updateOperation)

const invalidState = refuse('CustomKeyStoreInvalidStateException', 'membersAreUpdatable')
const otherTypeOfStore = refuse('ValidationException', 'membersBelongToTheTypeOfStore')
const vpcIncomplete = refuse('ValidationException', 'changeToVpcNamesEndpointAndService')
const publicIncomplete = refuse('ValidationException', 'changeToPublicNamesEndpoint')
const serviceMisplaced = refuse('ValidationException', 'serviceIsNamedForVpcOnly')
const internalFailure = refuse('KMSInternalException', 'kmsSucceeds')
const nameInUse = refuse('CustomKeyStoreNameInUseException', 'nameIsFree')
const clusterNotFound = refuse('CloudHsmClusterNotFoundException', 'clusterExists')
const clusterNotRelated = refuse('CloudHsmClusterNotRelatedException', 'clusterIsRelated')
const notActive = refuse('CloudHsmClusterNotActiveException', 'clusterIsActive')

const unfitCluster = unfitClusterIn(updateOperation)
const addressInUse = addressInUseIn(updateOperation)
const unfitService = unfitServiceIn(updateOperation)
const failedTest = failedTestIn(updateOperation)

const isNameOfAnother = ({ others }: UpdateFacts, name: string | undefined, self: string): boolean => {
  if (name === undefined) return false
  for (const other of others) {
    if (other.CustomKeyStoreName === name && other.CustomKeyStoreId !== self) return true
  }
  return false
}

const notReady = (cluster: CloudHsmCluster) =>
  cluster.state === 'ACTIVE' ? unfitCluster(cluster) : notActive

const forEveryUpdate = assumedIn(updateOperation, 'A62')
const forNameAlone = assumedIn(updateOperation, 'A63')

const updateCloudHsm = (
  facts: UpdateFacts,
  request: UpdateCustomKeyStoreRequest,
  store: CloudHsmKeyStore & Disconnected
) => {
  const name = request.NewCustomKeyStoreName
  if (isNameOfAnother(facts, name, store.CustomKeyStoreId)) return nameInUse
  const { cluster } = facts
  if (request.CloudHsmClusterId === undefined) {
    const refusal = cluster === undefined ? clusterNotFound : notReady(cluster)
    if (refusal !== undefined) return forEveryUpdate(refusal)
  } else {
    if (cluster === undefined) return clusterNotFound
    if (cluster.clusterId !== store.CloudHsmClusterId && cluster.certificate !== store.clusterCertificate) {
      return clusterNotRelated
    }
    const refusal = notReady(cluster)
    if (refusal !== undefined) return refusal
  }
  if (facts.failure === 'KMSInternalException') return internalFailure
  const CustomKeyStoreName = name ?? store.CustomKeyStoreName
  return E.right(
    request.CloudHsmClusterId === undefined || cluster === undefined
      ? { ...store, CustomKeyStoreName }
      : {
          ...store,
          CustomKeyStoreName,
          CloudHsmClusterId: cluster.clusterId,
          clusterCertificate: cluster.certificate
        }
  )
}

export const configurationAfter = (
  request: UpdateCustomKeyStoreRequest,
  before: XksProxyConfiguration
): XksProxyConfiguration => {
  const Connectivity = request.XksProxyConnectivity ?? before.Connectivity
  const AccessKeyId = request.XksProxyAuthenticationCredential?.AccessKeyId ?? before.AccessKeyId
  const UriEndpoint = request.XksProxyUriEndpoint ?? before.UriEndpoint
  const UriPath = request.XksProxyUriPath ?? before.UriPath
  if (Connectivity === 'PUBLIC_ENDPOINT') return { Connectivity, AccessKeyId, UriEndpoint, UriPath }
  const service = before.Connectivity === 'VPC_ENDPOINT_SERVICE' ? before : undefined
  // Not empty: that has been refused.
  const VpcEndpointServiceName = (request.XksProxyVpcEndpointServiceName ||
    service?.VpcEndpointServiceName) as NonNullable<typeof service>['VpcEndpointServiceName']
  const owner = request.XksProxyVpcEndpointServiceOwner ?? service?.VpcEndpointServiceOwner
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

const changesProxy = (request: UpdateCustomKeyStoreRequest): boolean =>
  request.XksProxyAuthenticationCredential !== undefined ||
  request.XksProxyConnectivity !== undefined ||
  request.XksProxyUriEndpoint !== undefined ||
  request.XksProxyUriPath !== undefined ||
  request.XksProxyVpcEndpointServiceName !== undefined ||
  request.XksProxyVpcEndpointServiceOwner !== undefined

const disagreement = (request: UpdateCustomKeyStoreRequest, before: XksProxyConfiguration) => {
  const connectivity = request.XksProxyConnectivity ?? before.Connectivity
  const name = request.XksProxyVpcEndpointServiceName
  if (connectivity === 'VPC_ENDPOINT_SERVICE') {
    if (before.Connectivity !== connectivity && (request.XksProxyUriEndpoint === undefined || !name)) {
      return vpcIncomplete
    }
    return name === '' ? serviceMisplaced : undefined
  }
  if (before.Connectivity !== connectivity && request.XksProxyUriEndpoint === undefined)
    return publicIncomplete
  return name || request.XksProxyVpcEndpointServiceOwner !== undefined ? serviceMisplaced : undefined
}

const updateExternal = (
  facts: UpdateFacts,
  request: UpdateCustomKeyStoreRequest,
  store: ExternalKeyStore & Disconnected
) => {
  const name = request.NewCustomKeyStoreName
  if (isNameOfAnother(facts, name, store.CustomKeyStoreId)) return nameInUse
  const configuration = changesProxy(request)
    ? configurationAfter(request, store.XksProxyConfiguration)
    : undefined
  if (configuration !== undefined) {
    const refusal =
      addressInUse(configuration, facts.others, store.CustomKeyStoreId) ??
      unfitService(configuration, facts.vpcEndpointService, facts.account) ??
      failedTest(facts.proxy)
    if (refusal !== undefined) return refusal
  } else if (name !== undefined) {
    const refusal = failedTest(facts.proxy)
    if (refusal !== undefined) return forNameAlone(refusal)
  }
  if (facts.failure === 'KMSInternalException') return internalFailure
  const CustomKeyStoreName = name ?? store.CustomKeyStoreName
  return E.right(
    configuration === undefined
      ? { ...store, CustomKeyStoreName }
      : { ...store, CustomKeyStoreName, XksProxyConfiguration: configuration }
  )
}

export const wrongMembers = (request: UpdateCustomKeyStoreRequest, store: CustomKeyStore) => {
  if (store.CustomKeyStoreType === 'AWS_CLOUDHSM') return changesProxy(request) ? otherTypeOfStore : undefined
  return request.KeyStorePassword === undefined && request.CloudHsmClusterId === undefined
    ? disagreement(request, store.XksProxyConfiguration)
    : otherTypeOfStore
}

export const updateDisconnected = (
  facts: UpdateFacts,
  request: UpdateCustomKeyStoreRequest,
  store: Disconnected
): Verdict =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? updateCloudHsm(facts, request, store)
    : updateExternal(facts, request, store)

export const update = ({ facts, request, store }: DecisionOf<'UpdateCustomKeyStore'>): Verdict => {
  const wrong = wrongMembers(request, store)
  if (wrong !== undefined) return wrong
  return store.ConnectionState === 'DISCONNECTED' ? updateDisconnected(facts, request, store) : invalidState
}
