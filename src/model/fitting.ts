import type { BackingKeyStore } from './BackingKeyStore.js'
import { isCloudHsm, type CustomKeyStore } from './CustomKeyStore.js'
import type { CloudHsmClusterId, CustomKeyStoreId } from './identifiers.js'
import { hostOf } from './VpcEndpointService.js'
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
    : `the AWS CloudHSM cluster ${cluster.clusterId}, not ${named}`

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
    : `the external key store proxy ${uriEndpoint}${uriPath}, not ${UriEndpoint}${UriPath}`
}

const otherService = (
  { vpcEndpointService: service }: BackingKeyStore,
  configuration: XksProxyConfiguration
): string | undefined =>
  service === undefined ||
  configuration.Connectivity === 'PUBLIC_ENDPOINT' ||
  configuration.VpcEndpointServiceName === service.serviceName
    ? undefined
    : `the VPC endpoint service ${service.serviceName}, not ${configuration.VpcEndpointServiceName}`

/** What the facts are about in place of what is named; undefined if they fit. What is not named is not looked at. */
const misfit = (facts: BackingKeyStore, { cluster, configuration }: NamesBehind): string | undefined => {
  if (cluster !== undefined) return otherCluster(facts, cluster)
  if (configuration === undefined) return undefined
  return otherProxy(facts, configuration) ?? otherService(facts, configuration)
}

/** A mistake of the program that calls the library, which is no answer of AWS. */
const mistake = (operation: string, what: string): never => {
  throw new TypeError(`${operation}: ${what}.`)
}

/**
 * The facts, if they are about what is named. Others are a mistake of the caller and no answer of AWS, so this throws a
 * TypeError, as a call with arguments of wrong types does.
 */
export const fitting = <Facts extends object>(operation: string, facts: Facts, names: NamesBehind): Facts => {
  const other = misfit(facts, names)
  return other === undefined
    ? facts
    : mistake(operation, `the facts are about ${other}; \`facts\` of the operation gathers those that fit`)
}

/** The store, if the request is about it; the same TypeError if it is about another. */
export const storeAsNamed = (
  operation: string,
  request: { readonly CustomKeyStoreId: CustomKeyStoreId },
  store: CustomKeyStore
): CustomKeyStore =>
  request.CustomKeyStoreId === store.CustomKeyStoreId
    ? store
    : mistake(
        operation,
        `the request is about the custom key store ${request.CustomKeyStoreId}, not ${store.CustomKeyStoreId}`
      )
