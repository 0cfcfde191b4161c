import type { Given, Store, XksProxyConfiguration } from './index.js'
import { atMostOpen, either } from './rules.js'
import type { Broken, Rules } from './rules.js'
import type { ExternalKey, Proxy, World } from './world.js'

/** Whether it is there, the exception of Create and Update, the ConnectionErrorCode, the source. */
type Faults = ReadonlyArray<readonly [broken: Broken, exception: string, code: string, source: string]>

const asExceptions = (faults: Faults): Rules =>
  faults.map(([broken, exception, , source]) => [exception, broken, source])

/** Hosts are compared without regard to case (A17). */
const sameHost = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const proxyOf = ({ proxies }: World, to: XksProxyConfiguration): Proxy | undefined =>
  proxies.find((proxy) => sameHost(proxy.uriEndpoint, to.UriEndpoint) && proxy.uriPath === to.UriPath)

const unreachable = ['XksProxyUriUnreachableException', 'XKS_PROXY_NOT_REACHABLE'] as const
const misconfigured = ['XksProxyInvalidConfigurationException', 'XKS_PROXY_INVALID_CONFIGURATION'] as const
const noResponse = ['XksProxyInvalidResponseException', 'XKS_PROXY_INVALID_RESPONSE'] as const
const wrongCredential = ['XksProxyIncorrectAuthenticationCredentialException', 'INVALID_CREDENTIALS'] as const

/** Why the test of a proxy fails, at Create, Update and in a connection (xks-troubleshooting). */
const proxyFaults = (world: World, to: XksProxyConfiguration): Faults => {
  const proxy = proxyOf(world, to)
  const source = 'xks-troubleshooting'
  if (proxy === undefined)
    return [
      [true, ...unreachable, `${source}, A45`],
      // The endpoint is that of a proxy with another path.
      [world.proxies.some((other) => sameHost(other.uriEndpoint, to.UriEndpoint)), ...misconfigured, 'A110']
    ]
  return [
    [!proxy.reachable, ...unreachable, source],
    [proxy.throttles, ...unreachable, `${source}, A80`],
    [!proxy.answersInTime, unreachable[0], 'XKS_PROXY_TIMED_OUT', `${source}, A118`],
    [proxy.externalKeyManager === 'UNAVAILABLE', ...unreachable, source],
    [!proxy.knowsUriPath, ...misconfigured, `${source}, A110`],
    [!proxy.tlsIsValid, misconfigured[0], 'XKS_PROXY_INVALID_TLS_CONFIGURATION', `${source}, A20, A108`],
    [!proxy.acceptsCredential, ...wrongCredential, source],
    [!proxy.answersAreValid, ...noResponse, source]
  ]
}

/** Faults for which the pages have a code and, at Create and Update, no exception. */
const faultsOfConnections = (proxy: Proxy | undefined): Faults => [
  [proxy?.authorizesKms === false, misconfigured[0], 'XKS_PROXY_ACCESS_DENIED', 'xks-troubleshooting'],
  [proxy?.networkIsSound === false, unreachable[0], 'NETWORK_ERRORS', 'xks-troubleshooting, A111']
]

export const proxyTest = (world: World, to: XksProxyConfiguration): Rules => [
  ...asExceptions(proxyFaults(world, to)),
  ...atMostOpen(asExceptions(faultsOfConnections(proxyOf(world, to))))
]

const notFound = [
  'XksProxyVpcEndpointServiceNotFoundException',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'
] as const
const wrong = [
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'
] as const

/** What is wrong with the VPC endpoint service, if the store has one (vpc-connectivity). */
const serviceFaults = (given: Given, to: XksProxyConfiguration): Faults => {
  if (to.Connectivity === 'PUBLIC_ENDPOINT') return []
  const services = given.world.vpcEndpointServices
  const service = services.find(({ serviceName }) => serviceName === to.VpcEndpointServiceName)
  if (service === undefined) return [[true, ...notFound, 'xks-troubleshooting, A45']]
  const { owner, privateDnsName: dnsName, privateDnsNameIsPublic: isPublic } = service
  const isForeign = owner !== undefined && owner !== (to.VpcEndpointServiceOwner ?? given.account)
  const isOtherName = typeof dnsName === 'string' && !sameHost(`https://${dnsName}`, to.UriEndpoint)
  const source = 'vpc-connectivity'
  return [
    [!service.allowsKms, ...notFound, 'xks-troubleshooting, A94'],
    [service.type !== 'Interface', ...wrong, source],
    [service.loadBalancer !== 'network', ...wrong, source],
    [new Set(service.availabilityZones).size < 2, ...wrong, source],
    [service.acceptanceRequired, ...wrong, 'xks-troubleshooting, A109'],
    [!service.privateDnsNameVerified, ...wrong, source],
    [dnsName === null || isOtherName || isPublic === false, ...wrong, source],
    // One text allows the account of the store and the named owner, another the named owner alone.
    [either(isForeign && owner !== given.account, isForeign), ...wrong, 'create-xks-keystore, A61']
  ]
}

export const serviceRules = (given: Given, to: XksProxyConfiguration): Rules =>
  asExceptions(serviceFaults(given, to))

/** Why a connection of an external key store fails. */
export const externalConnectionRules = (given: Given, to: XksProxyConfiguration): Rules =>
  [
    ...serviceFaults(given, to),
    ...proxyFaults(given.world, to),
    ...faultsOfConnections(proxyOf(given.world, to))
  ].map(([broken, , code, source]) => [code, broken, source])

/** Whether the proxy fails a request about a key, other than by its own rules about who may use which key. */
export const proxyFails = (given: Given, to: XksProxyConfiguration): Broken =>
  either(
    proxyFaults(given.world, to).some(([broken]) => broken) ||
      proxyOf(given.world, to)?.networkIsSound === false,
    // Nothing is said of a service that changes after the connection was made.
    serviceFaults(given, to).some(([broken]) => broken)
  )

export const proxyDenies = ({ world, principal }: Given, to: XksProxyConfiguration, key: string): boolean => {
  const { authorizesKms = true, deniedKeys = [], deniedPrincipals = [] } = proxyOf(world, to) ?? {}
  const isDenied = deniedKeys === 'any' || deniedKeys.includes(key)
  return !authorizesKms || isDenied || (principal !== undefined && deniedPrincipals.includes(principal))
}

/** `any` where each external key is there and healthy. */
export const externalKey = (proxy: Proxy | undefined, id: string): ExternalKey | 'any' | undefined => {
  const { externalKeys = {} } = proxy ?? {}
  if (externalKeys === 'any') return 'any'
  return Object.hasOwn(externalKeys, id) ? externalKeys[id] : undefined
}

export const isUnfit = (key: ExternalKey | 'any' | undefined, usages: ReadonlyArray<string>): boolean => {
  if (key === undefined || key === 'any') return false
  const isEnabled = key.keySpec === 'AES_256' && key.keyStatus === 'ENABLED'
  return !isEnabled || !usages.every((usage) => key.keyUsage.includes(usage))
}

/** Whether the request carries a part of the address, and the name of the service. */
type Carried = Readonly<{ address: boolean; service: boolean }>

const configurations = (stores: ReadonlyArray<Store>): ReadonlyArray<XksProxyConfiguration> =>
  stores.flatMap((store) => ('XksProxyConfiguration' in store ? [store.XksProxyConfiguration] : []))

/** What each external key store has for itself (create-xks-keystore, A60). */
export const inUseRules = (
  { storesOfOtherAccounts = [] }: Given,
  otherStores: ReadonlyArray<Store>,
  to: XksProxyConfiguration,
  carried: Carried
): Rules => {
  const own = configurations(otherStores)
  const all = [...own, ...configurations(storesOfOtherAccounts)]
  const sharing = all.filter((other) => sameHost(other.UriEndpoint, to.UriEndpoint))
  const samePath = sharing.some((other) => other.UriPath === to.UriPath)
  const isVpc = ({ Connectivity }: XksProxyConfiguration) => Connectivity === 'VPC_ENDPOINT_SERVICE'
  const ofVpc = sharing.some((other) => isVpc(to) || isVpc(other))
  const name = to.VpcEndpointServiceName
  const takes = (other: XksProxyConfiguration) => other.VpcEndpointServiceName === name
  const taken = (some: ReadonlyArray<XksProxyConfiguration>) => name !== undefined && some.some(takes)
  const uri = either(samePath && carried.address, samePath)
  const endpoint = either(ofVpc && carried.address, ofVpc)
  const service = either(taken(own) && carried.service, taken(all))
  return [
    ['XksProxyUriInUseException', uri, 'API_CreateCustomKeyStore, A60'],
    ['XksProxyUriEndpointInUseException', endpoint, 'create-xks-keystore, A60'],
    ['XksProxyVpcEndpointServiceInUseException', service, 'API_CreateCustomKeyStore']
  ]
}
