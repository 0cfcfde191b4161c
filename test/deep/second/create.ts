import { clusterOf, clusterRules } from './cluster.js'
import type { CloudHsmStore, Given, State, Store, XksProxyConfiguration } from './index.js'
import { inUseRules, proxyTest, serviceRules } from './proxy.js'
import { atMostOpen, carries, either, isRecord, isSure, text } from './rules.js'
import type { Broken, Members, Operation, Rule, Rules } from './rules.js'

const cloudHsmMembers = ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword']
const serviceName = 'XksProxyVpcEndpointServiceName'
const serviceOwner = 'XksProxyVpcEndpointServiceOwner'
const credential = 'XksProxyAuthenticationCredential'
const neededMembers = ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyUriPath', credential]
export const externalMembers = [...neededMembers, serviceName, serviceOwner]

/** Which members the type of the new store needs and which it cannot have (A2). */
const membersOfType = (request: Members): Rules => {
  const carried = carries(request)
  const rule = (broken: Broken): Rule => ['ValidationException', broken, 'API_CreateCustomKeyStore, A2']
  if (request.CustomKeyStoreType !== 'EXTERNAL_KEY_STORE')
    return [rule(!cloudHsmMembers.every(carried) || externalMembers.some(carried))]
  const isVpc = request.XksProxyConnectivity === 'VPC_ENDPOINT_SERVICE'
  return [
    rule(!neededMembers.every(carried) || cloudHsmMembers.some(carried)),
    rule(isVpc !== carried(serviceName)),
    // No page says that an owner without a service is wrong.
    rule(!isVpc && carried(serviceOwner) && 'open')
  ]
}

/** What a request makes of the proxy configuration. A15: a public endpoint has no service. */
export const configurationAfter = (request: Members, was: XksProxyConfiguration): XksProxyConfiguration => {
  const { VpcEndpointServiceName, VpcEndpointServiceOwner, ...rest } = was
  const service = text(request, serviceName) ?? VpcEndpointServiceName
  const owner = text(request, serviceOwner) ?? VpcEndpointServiceOwner
  const secret = request[credential]
  const isVpc = (request.XksProxyConnectivity ?? was.Connectivity) === 'VPC_ENDPOINT_SERVICE'
  return {
    ...rest,
    Connectivity: isVpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT',
    AccessKeyId: (isRecord(secret) ? text(secret, 'AccessKeyId') : undefined) ?? was.AccessKeyId,
    UriEndpoint: text(request, 'XksProxyUriEndpoint') ?? was.UriEndpoint,
    UriPath: text(request, 'XksProxyUriPath') ?? was.UriPath,
    ...(isVpc && service !== undefined ? { VpcEndpointServiceName: service } : {}),
    ...(isVpc && owner !== undefined ? { VpcEndpointServiceOwner: owner } : {})
  }
}

export const nameInUse = (others: ReadonlyArray<Store>, name: unknown): Rule => {
  const isInUse = others.some((store) => store.CustomKeyStoreName === name)
  return ['CustomKeyStoreNameInUseException', isInUse, 'API_CreateCustomKeyStore, A16, A93']
}

export const isCloudHsm = (store: Store): store is CloudHsmStore =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM'

const clusterInUse = (given: Given, request: Members, state: State): Rule => {
  const certificate = clusterOf(given.world, request.CloudHsmClusterId)?.certificate
  const stores = state.stores.filter(isCloudHsm)
  const inUse = stores.some(
    ({ CloudHsmClusterId, clusterCertificate }) =>
      CloudHsmClusterId === request.CloudHsmClusterId ||
      (certificate !== undefined && clusterCertificate === certificate)
  )
  // A store whose cluster has another certificate than it had, or an unknown one.
  const perhaps = stores.some(
    ({ CloudHsmClusterId: id, clusterCertificate: known }) =>
      certificate !== undefined &&
      (known === undefined || clusterOf(given.world, id)?.certificate === certificate)
  )
  return ['CloudHsmClusterInUseException', either(inUse, perhaps), 'API_CreateCustomKeyStore, A47']
}

const clusterOfNewStore = (given: Given, request: Members): Rules => {
  const cluster = clusterOf(given.world, request.CloudHsmClusterId)
  const { trustAnchorCertificate: anchor = request.TrustAnchorCertificate } = cluster ?? {}
  const isOther = anchor !== request.TrustAnchorCertificate
  return [
    ['CloudHsmClusterNotFoundException', cluster === undefined, 'API_CreateCustomKeyStore, A45'],
    ['IncorrectTrustAnchorException', isOther, 'API_CreateCustomKeyStore'],
    ...clusterRules(cluster, 2)
  ]
}

const externalRules = (given: Given, state: State, to: XksProxyConfiguration): Rules => [
  ...inUseRules(given, state.stores, to, { address: true, service: true }),
  ...serviceRules(given, to),
  // With a VPC endpoint service the proxy is not asked before the connection (API_CreateCustomKeyStore).
  ...(to.Connectivity === 'PUBLIC_ENDPOINT' ? proxyTest(given.world, to) : [])
]

const newStore = (given: Given, request: Members): Store => {
  const common = {
    CustomKeyStoreId: given.newCustomKeyStoreId,
    CustomKeyStoreName: text(request, 'CustomKeyStoreName') ?? '',
    ConnectionState: 'DISCONNECTED',
    CreationDate: given.now,
    attempt: 0
  } as const
  if (request.CustomKeyStoreType === 'EXTERNAL_KEY_STORE') {
    const none = { Connectivity: 'PUBLIC_ENDPOINT', AccessKeyId: '', UriEndpoint: '', UriPath: '' } as const
    const XksProxyConfiguration = configurationAfter(request, none)
    return { ...common, CustomKeyStoreType: 'EXTERNAL_KEY_STORE', XksProxyConfiguration }
  }
  const certificate = clusterOf(given.world, request.CloudHsmClusterId)?.certificate
  return {
    ...common,
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: text(request, 'CloudHsmClusterId') ?? '',
    TrustAnchorCertificate: text(request, 'TrustAnchorCertificate') ?? '',
    ...(certificate === undefined ? {} : { clusterCertificate: certificate })
  }
}

/** A DISCONNECTED store that is created again (create-keystore, A26). */
const isTwin = (one: Store) => (other: Store) =>
  isCloudHsm(one) &&
  isCloudHsm(other) &&
  other.ConnectionState === 'DISCONNECTED' &&
  other.CustomKeyStoreName === one.CustomKeyStoreName &&
  other.CloudHsmClusterId === one.CloudHsmClusterId &&
  other.TrustAnchorCertificate === one.TrustAnchorCertificate

export const create: Operation = (given, request, state) => {
  const members = membersOfType(request)
  if (members.some(isSure)) return { rules: members }
  const store = newStore(given, request)
  const twin = state.stores.find(isTwin(store))
  if (twin !== undefined)
    return {
      // Whether the cluster is looked at again is left open.
      rules: [...members, ...atMostOpen(clusterOfNewStore(given, request))],
      then: () => ({ output: { CustomKeyStoreId: twin.CustomKeyStoreId } })
    }
  return {
    rules: [
      ...members,
      nameInUse(state.stores, request.CustomKeyStoreName),
      ['LimitExceededException', state.stores.length >= (given.storeQuota ?? 10), 'resource-limits'],
      ...(isCloudHsm(store)
        ? [clusterInUse(given, request, state), ...clusterOfNewStore(given, request)]
        : externalRules(given, state, store.XksProxyConfiguration))
    ],
    then: () => ({
      after: { ...state, stores: [...state.stores, store] },
      output: { CustomKeyStoreId: store.CustomKeyStoreId }
    })
  }
}
