import { clusterOf, clusterRules } from './cluster.js'
import { configurationAfter, externalMembers, nameInUse } from './create.js'
import type { CloudHsmStore, ConnectionState, Edition, ExternalStore, Given, Store } from './index.js'
import { inUseRules, proxyTest, serviceRules } from './proxy.js'
import { atMostOpen, carries, either, replaceStore, storeIsUnknown, storeOf, text } from './rules.js'
import type { Broken, Members, Operation, Rule, Rules } from './rules.js'

const D: ReadonlyArray<ConnectionState> = ['DISCONNECTED']
const CD: ReadonlyArray<ConnectionState> = ['CONNECTED', 'DISCONNECTED']
const any: ReadonlyArray<ConnectionState> = ['CONNECTING', 'FAILED', 'DISCONNECTING', ...CD]

const editions: ReadonlyArray<Edition> = [
  ...(['exception-text-2022', 'operation-page-2022', 'exception-text-2026', 'operation-page-2026'] as const),
  'developer-guide'
]

type Row = readonly [member: string, ...statesByEdition: ReadonlyArray<ReadonlyArray<ConnectionState>>]

/**
 * In which states a member may be updated, by edition: API_ConnectCustomKeyStore, API_UpdateCustomKeyStore,
 * update-keystore, update-xks-keystore (A44).
 */
const cloudHsmRows: ReadonlyArray<Row> = [
  ['NewCustomKeyStoreName', D, D, CD, CD, D],
  ['KeyStorePassword', D, D, D, D, D],
  ['CloudHsmClusterId', D, D, D, D, D]
]
const externalRows: ReadonlyArray<Row> = [
  ['NewCustomKeyStoreName', D, CD, CD, CD, any],
  ['XksProxyAuthenticationCredential', D, CD, D, CD, any],
  ['XksProxyUriPath', D, CD, D, CD, any],
  ['XksProxyUriEndpoint', D, D, D, D, D],
  ['XksProxyConnectivity', D, D, D, D, D],
  ['XksProxyVpcEndpointServiceName', D, D, D, D, D],
  ['XksProxyVpcEndpointServiceOwner', D, D, D, D, D]
]

const cloudHsmMembers = ['KeyStorePassword', 'CloudHsmClusterId']
const optionalMembers = ['NewCustomKeyStoreName', ...cloudHsmMembers, ...externalMembers]

const stateRule = (edition: Edition, request: Members, store: Store): Rule => {
  const rows = store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? cloudHsmRows : externalRows
  const isValid = ([, ...states]: Row): boolean =>
    states[editions.indexOf(edition)]?.includes(store.ConnectionState) === true
  const valid = rows.filter(isValid).map(([member]) => member)
  const invalid = rows.filter((row) => !isValid(row)).map(([member]) => member)
  const carried = optionalMembers.filter(carries(request))
  const named = optionalMembers.filter((member) => request[member] !== undefined)
  const isForbidden = carried.length === 0 ? valid.length === 0 : carried.some((it) => invalid.includes(it)) // A11
  // A member of the other type, and one that is null, need not count.
  const mayBeForbidden = store.ConnectionState !== 'DISCONNECTED' && !named.every((it) => valid.includes(it))
  return ['CustomKeyStoreInvalidStateException', either(isForbidden, mayBeForbidden), 'A10']
}

const validation = (broken: Broken): Rule => ['ValidationException', broken, 'API_UpdateCustomKeyStore, A2']

const clusterOfUpdate = ({ world }: Given, id: string, store: CloudHsmStore): Rules => {
  const cluster = clusterOf(world, id)
  const isUnrelated = cluster !== undefined && cluster.certificate !== store.clusterCertificate
  const isAnother = id !== store.CloudHsmClusterId && store.clusterCertificate !== undefined
  const source = 'API_UpdateCustomKeyStore'
  return [
    ['CloudHsmClusterNotFoundException', cluster === undefined, `${source}, A62`],
    ['CloudHsmClusterNotRelatedException', either(isUnrelated && isAnother, isUnrelated), `${source}, A47`],
    ...clusterRules(cluster, 2) // A62
  ]
}

/** Which members of the proxy configuration go together. */
const connectivityRules = (request: Members, was: ExternalStore, becomes: ExternalStore): Rules => {
  const carried = carries(request)
  const { Connectivity } = becomes.XksProxyConfiguration
  const changes = Connectivity !== was.XksProxyConfiguration.Connectivity
  const service = request.XksProxyVpcEndpointServiceName
  const isNamed = typeof service === 'string' && service !== ''
  const isEmpty = service === '' || service === null
  return [
    validation(changes && !carried('XksProxyUriEndpoint')),
    ...(Connectivity === 'VPC_ENDPOINT_SERVICE'
      ? [validation(service === '' || (changes && !isNamed)), validation(isEmpty && 'open')]
      : [
          validation(isNamed),
          // A15 speaks of the change alone, and no page of an owner without a service.
          validation(!changes && isEmpty && 'open'),
          validation(carried('XksProxyVpcEndpointServiceOwner') && 'open')
        ])
  ]
}

const externalRules = (
  given: Given,
  request: Members,
  others: ReadonlyArray<Store>,
  was: ExternalStore,
  becomes: ExternalStore
): Rules => {
  const carried = carries(request)
  const to = becomes.XksProxyConfiguration
  const test = proxyTest(given.world, to)
  const address = ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyUriPath'].some(carried)
  return [
    ...connectivityRules(request, was, becomes),
    ...inUseRules(given, others, to, { address, service: carried('XksProxyVpcEndpointServiceName') }),
    ...(externalMembers.some(carried) ? serviceRules(given, to) : []), // A14
    // A63. Whether an Update without anything to update is tested is left open (A11).
    ...(optionalMembers.some(carried) ? test : atMostOpen(test))
  ]
}

/** The password of an accepted Update is that of kmsuser, unless the facts say otherwise (A86). */
const passwordUpdated = ({ world }: Given, id: string): Given['world'] => ({
  ...world,
  clusters: world.clusters.map((cluster) => {
    const { nextPasswordMatches: passwordMatches = true } = cluster.kmsuser
    return cluster.clusterId === id
      ? { ...cluster, kmsuser: { ...cluster.kmsuser, passwordMatches } }
      : cluster
  })
})

export const update: Operation = (given, request, state) => {
  const carried = carries(request)
  const [ofCloudHsm, ofExternal] = [cloudHsmMembers.some(carried), externalMembers.some(carried)]
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [storeIsUnknown, validation(ofCloudHsm && ofExternal && 'open')] }
  const others = state.stores.filter((other) => other !== store)
  const name = text(request, 'NewCustomKeyStoreName')
  const local = [
    stateRule(given.edition, request, store),
    ...(name === undefined ? [] : [nameInUse(others, name)])
  ]
  const named = { ...store, CustomKeyStoreName: name ?? store.CustomKeyStoreName }
  if (named.CustomKeyStoreType === 'AWS_CLOUDHSM') {
    const id = text(request, 'CloudHsmClusterId') ?? named.CloudHsmClusterId
    const noService = request.XksProxyVpcEndpointServiceName === null && 'open'
    return {
      rules: [validation(ofExternal || noService), ...local, ...clusterOfUpdate(given, id, named)],
      then: () => ({
        after: replaceStore(state, { ...named, CloudHsmClusterId: id }),
        ...(carried('KeyStorePassword') ? { world: passwordUpdated(given, id) } : {}),
        output: {}
      })
    }
  }
  const XksProxyConfiguration = configurationAfter(request, named.XksProxyConfiguration)
  const becomes = { ...named, XksProxyConfiguration }
  return {
    rules: [validation(ofCloudHsm), ...local, ...externalRules(given, request, others, named, becomes)],
    then: () => ({ after: replaceStore(state, becomes), output: {} })
  }
}
