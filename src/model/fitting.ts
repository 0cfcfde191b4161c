import type { BackingKeyStore } from './BackingKeyStore.js'
import { isCloudHsm, type CustomKeyStore } from './CustomKeyStore.js'
import type { CloudHsmClusterId, CustomKeyStoreId } from './identifiers.js'
import { hostOf } from './VpcEndpointService.js'
import { complain, demandRecord, demandStore } from '../wrongArgument.js'
import type { XksProxyConfiguration } from './XksProxyConfiguration.js'

/** What stands behind a store, by its names: of its cluster, or of its proxy and VPC endpoint service. */
export interface NamesBehind {
  readonly cluster?: CloudHsmClusterId | undefined
  readonly configuration?: XksProxyConfiguration | undefined
}

/** The names by which a store knows what stands behind it. */
export const namesBehind = (store: CustomKeyStore): NamesBehind =>
  isCloudHsm(store) ? { cluster: store.CloudHsmClusterId } : { configuration: store.XksProxyConfiguration }

const otherCluster = ({ cluster }: BackingKeyStore, named: CloudHsmClusterId): string | undefined =>
  cluster === undefined || cluster.clusterId === named
    ? undefined
    : `the AWS CloudHSM cluster ${named}, not ${cluster.clusterId}`

const otherProxy = (
  { proxy }: BackingKeyStore,
  { UriEndpoint, UriPath }: XksProxyConfiguration
): string | undefined => {
  if (proxy === undefined) return undefined
  const { uriEndpoint, uriPath } = proxy
  const isIt =
    uriPath === UriPath && (uriEndpoint === UriEndpoint || hostOf(uriEndpoint) === hostOf(UriEndpoint))
  return isIt
    ? undefined
    : `the external key store proxy ${UriEndpoint}${UriPath}, not ${uriEndpoint}${uriPath}`
}

const otherService = (
  { vpcEndpointService: service }: BackingKeyStore,
  configuration: XksProxyConfiguration
): string | undefined =>
  service === undefined ||
  configuration.Connectivity === 'PUBLIC_ENDPOINT' ||
  configuration.VpcEndpointServiceName === service.serviceName
    ? undefined
    : `the VPC endpoint service ${configuration.VpcEndpointServiceName}, not ${service.serviceName}`

/** What is named, and what the facts are about instead; undefined if they fit. What is not named is not looked at. */
const misfit = (facts: BackingKeyStore, { cluster, configuration }: NamesBehind): string | undefined => {
  if (cluster !== undefined) return otherCluster(facts, cluster)
  if (configuration === undefined) return undefined
  return otherProxy(facts, configuration) ?? otherService(facts, configuration)
}

/** The store, once it is known to be one. */
const demanded = (operation: string, store: CustomKeyStore): CustomKeyStore => {
  demandStore(operation, store)
  return store
}

/** The facts, if they are about what is named; others are a mistake of the caller. */
export const fittingNames = <Facts extends object>(
  operation: string,
  facts: Facts,
  names: NamesBehind
): Facts => {
  demandRecord(operation, 'facts', facts)
  const other = misfit(facts, names)
  return other === undefined
    ? facts
    : complain(operation, `takes facts about ${other}: its \`facts\` gathers those that fit`)
}

/** The facts, if they are about what stands behind the store; others are a mistake of the caller. */
export const fitting = <Facts extends object>(
  operation: string,
  facts: Facts,
  store: CustomKeyStore
): Facts => fittingNames(operation, facts, namesBehind(demanded(operation, store)))

/** The store, if the request is about it; another is a mistake of the caller. */
export const storeAsNamed = (
  operation: string,
  request: { readonly CustomKeyStoreId: CustomKeyStoreId },
  store: CustomKeyStore
): CustomKeyStore => {
  demandRecord(operation, 'a request', request)
  const { CustomKeyStoreId: id } = demanded(operation, store)
  return request.CustomKeyStoreId === id
    ? store
    : complain(operation, `takes a request about the custom key store ${id}, not ${request.CustomKeyStoreId}`)
}
