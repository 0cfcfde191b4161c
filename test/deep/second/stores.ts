import { clusterOf, clusterRules } from './cluster.js'
import type { CloudHsmStore, Given, State, Store, XksProxyConfiguration } from './index.js'
import { inUseRules, proxyTest, serviceRules } from './proxy.js'
import * as of from './rules.js'
import type { Broken, Members, Operation, Rule, Rules } from './rules.js'

const cloudHsmMembers = ['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword']
const serviceName = 'XksProxyVpcEndpointServiceName'
const serviceOwner = 'XksProxyVpcEndpointServiceOwner'
const credential = 'XksProxyAuthenticationCredential'
const neededMembers = ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyUriPath', credential]
export const externalMembers = [...neededMembers, serviceName, serviceOwner]

/** Which members the type of the new store needs and which it cannot have (A2). */
const membersOfType = (request: Members): Rules => {
  const carried = of.carries(request)
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
  const service = of.text(request, serviceName) ?? VpcEndpointServiceName
  const owner = of.text(request, serviceOwner) ?? VpcEndpointServiceOwner
  const secret = request[credential]
  const isVpc = (request.XksProxyConnectivity ?? was.Connectivity) === 'VPC_ENDPOINT_SERVICE'
  return {
    ...rest,
    Connectivity: isVpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT',
    AccessKeyId: (of.isRecord(secret) ? of.text(secret, 'AccessKeyId') : undefined) ?? was.AccessKeyId,
    UriEndpoint: of.text(request, 'XksProxyUriEndpoint') ?? was.UriEndpoint,
    UriPath: of.text(request, 'XksProxyUriPath') ?? was.UriPath,
    ...(isVpc && service !== undefined ? { VpcEndpointServiceName: service } : {}),
    ...(isVpc && owner !== undefined ? { VpcEndpointServiceOwner: owner } : {})
  }
}

export const nameInUse = (others: ReadonlyArray<Store>, name: unknown): Rule => {
  const isInUse = others.some((store) => store.CustomKeyStoreName === name)
  return ['CustomKeyStoreNameInUseException', isInUse, 'API_CreateCustomKeyStore, A16, A93']
}

const isCloudHsm = (store: Store): store is CloudHsmStore => store.CustomKeyStoreType === 'AWS_CLOUDHSM'

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
  return ['CloudHsmClusterInUseException', of.either(inUse, perhaps), 'API_CreateCustomKeyStore, A47']
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
    CustomKeyStoreName: of.text(request, 'CustomKeyStoreName') ?? '',
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
    CloudHsmClusterId: of.text(request, 'CloudHsmClusterId') ?? '',
    TrustAnchorCertificate: of.text(request, 'TrustAnchorCertificate') ?? '',
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
  if (members.some(of.isSure)) return { rules: members }
  const store = newStore(given, request)
  const twin = state.stores.find(isTwin(store))
  if (twin !== undefined)
    return {
      // Whether the cluster is looked at again is left open.
      rules: [...members, ...of.atMostOpen(clusterOfNewStore(given, request))],
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

const stateRule = (isWrong: boolean, source = 'API_ConnectCustomKeyStore'): Rule => [
  'CustomKeyStoreInvalidStateException',
  isWrong,
  source
]

export const connect: Operation = ({ edition, world }, request, state) => {
  const store = of.storeOf(state, request)
  if (store === undefined) return { rules: [of.storeIsUnknown] }
  const isIdle = store.ConnectionState === 'DISCONNECTED'
  const needsIdle = edition === 'developer-guide' && !isCloudHsm(store)
  const connecting = of.inState(store, { ConnectionState: 'CONNECTING' }, store.attempt + 1)
  return {
    rules: [
      stateRule(['DISCONNECTING', 'FAILED'].includes(store.ConnectionState)),
      stateRule(needsIdle && !isIdle, 'xks-connect-disconnect, A3'),
      // A cluster that is gone is found out later (API_ConnectCustomKeyStore, A9).
      ...(isIdle && isCloudHsm(store) ? clusterRules(clusterOf(world, store.CloudHsmClusterId), 1) : [])
    ],
    then: () => ({ after: isIdle ? of.replaceStore(state, connecting) : state, output: {} })
  }
}

export const disconnect: Operation = (_given, request, state) => {
  const store = of.storeOf(state, request)
  if (store === undefined) return { rules: [of.storeIsUnknown] }
  const disconnecting = of.inState(store, { ConnectionState: 'DISCONNECTING' }, store.attempt + 1)
  return {
    rules: [stateRule(['DISCONNECTING', 'DISCONNECTED'].includes(store.ConnectionState))],
    then: () => ({ after: of.replaceStore(state, disconnecting), output: {} }) // A4, A5
  }
}

export const deleteStore: Operation = (_given, request, state) => {
  const store = of.storeOf(state, request)
  if (store === undefined) return { rules: [of.storeIsUnknown] }
  const hasKeys = state.keys.some((key) => key.CustomKeyStoreId === store.CustomKeyStoreId)
  return {
    rules: [
      stateRule(store.ConnectionState !== 'DISCONNECTED'),
      ['CustomKeyStoreHasCMKsException', hasKeys, 'API_DeleteCustomKeyStore']
    ],
    then: () => ({ after: { ...state, stores: state.stores.filter((other) => other !== store) }, output: {} })
  }
}

const listEntry = (store: Store): Members => {
  const { attempt: _, ...shown } = store
  if (shown.CustomKeyStoreType === 'EXTERNAL_KEY_STORE') return shown
  const { clusterCertificate: __, ...entry } = shown
  return entry
}

export const describe: Operation = (_given, request, state) => {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name } = request
  const carried = ['CustomKeyStoreId', 'CustomKeyStoreName'].filter(of.carries(request))
  if (carried.length === 2)
    return { rules: [['ValidationException', true, 'API_DescribeCustomKeyStores, A25']] }
  const found = state.stores
    .filter((store) => store.CustomKeyStoreId === (id ?? store.CustomKeyStoreId))
    .filter((store) => store.CustomKeyStoreName === (name ?? store.CustomKeyStoreName))
    .sort((a, b) => a.CreationDate - b.CreationDate || (a.CustomKeyStoreId < b.CustomKeyStoreId ? -1 : 1))
  const isMissing = carried.length > 0 && found.length === 0
  const limit = of.integer(request, 'Limit') ?? 100
  const output = { CustomKeyStores: found.slice(0, limit).map(listEntry), Truncated: found.length > limit }
  // A marker is opaque; which are accepted is not predicted, nor what follows one (A38).
  const isNextPage = of.carries(request)('Marker')
  return {
    rules: [
      ['InvalidMarkerException', isNextPage && 'open', 'API_DescribeCustomKeyStores, A38'],
      ['CustomKeyStoreNotFoundException', isMissing, 'API_DescribeCustomKeyStores, A33']
    ],
    then: () => (isNextPage ? {} : { output })
  }
}
