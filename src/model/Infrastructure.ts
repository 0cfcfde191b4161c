import * as t from 'io-ts'
import type { BackingKeyStore } from './BackingKeyStore.js'
import { CloudHsmCluster, healthyCluster } from './CloudHsmCluster.js'
import { isCloudHsm, type CustomKeyStore } from './CustomKeyStore.js'
import type {
  CloudHsmClusterId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from './identifiers.js'
import type { Telling } from '../codec/Member.js'
import { struct } from '../codec/struct.js'
import { healthyVpcEndpointService, hostOf, VpcEndpointService } from './VpcEndpointService.js'
import type { XksProxyConfiguration } from './XksProxyConfiguration.js'
import { healthyProxy, XksProxy } from './XksProxy.js'

/** Everything that can back the stores of an account in a Region, looked up by the names that a store has for it. */
export interface Infrastructure {
  readonly cluster: (id: CloudHsmClusterId) => CloudHsmCluster | undefined
  readonly proxy: (endpoint: XksProxyUriEndpoint, path: XksProxyUriPath) => XksProxy | undefined
  readonly vpcEndpointService: (name: XksProxyVpcEndpointServiceName) => VpcEndpointService | undefined
}

const facts = struct(
  'InfrastructureFacts',
  {
    clusters: t.readonlyArray(CloudHsmCluster),
    proxies: t.readonlyArray(XksProxy),
    vpcEndpointServices: t.readonlyArray(VpcEndpointService)
  },
  {}
)
export interface InfrastructureFacts extends Readonly<t.TypeOf<typeof facts>> {}

/**
 * The same as data: the clusters, proxies and VPC endpoint services that exist.
 *
 * @example
 * cks.InfrastructureFacts.is(cks.noInfrastructure) //=> true
 */
export const InfrastructureFacts: Telling<t.Type<InfrastructureFacts, unknown>> = facts

/** Entries by name, of which the first counts; made when one is first looked for. */
const lookup = <A>(entries: ReadonlyArray<A>, nameOf: (entry: A) => string) => {
  let byName: ReadonlyMap<string, A> | undefined
  return (name: string): A | undefined => {
    byName ??= new Map([...entries].reverse().map((entry) => [nameOf(entry), entry]))
    return byName.get(name)
  }
}

const proxyName = (endpoint: XksProxyUriEndpoint, path: XksProxyUriPath): string =>
  JSON.stringify([hostOf(endpoint), path])

/**
 * The infrastructure in which only the given facts exist.
 *
 * @example
 * const { cluster } = cks.infrastructureOf({ ...cks.noInfrastructure, clusters: facts.cluster ? [facts.cluster] : [] })
 * cluster('cluster-abcdefghijk' as cks.CloudHsmClusterId)?.state //=> 'ACTIVE'
 */
export const infrastructureOf: (facts: InfrastructureFacts) => Infrastructure = ({
  clusters,
  proxies,
  vpcEndpointServices
}) => {
  const proxyNamed = lookup(proxies, ({ uriEndpoint, uriPath }) => proxyName(uriEndpoint, uriPath))
  return {
    cluster: lookup(clusters, ({ clusterId }) => clusterId),
    proxy: (endpoint, path) => proxyNamed(proxyName(endpoint, path)),
    vpcEndpointService: lookup(vpcEndpointServices, ({ serviceName }) => serviceName)
  }
}

/**
 * Whatever is named exists and is without fault.
 *
 * @example
 * cks.healthyInfrastructure.cluster('cluster-abcdefghijk' as cks.CloudHsmClusterId)?.hsms.length //=> 2
 */
export const healthyInfrastructure: Infrastructure = {
  cluster: healthyCluster,
  proxy: healthyProxy,
  vpcEndpointService: healthyVpcEndpointService
}

/**
 * Looks in the first, and then in the second.
 *
 * @example
 * const first = cks.infrastructureOf(cks.noInfrastructure)
 * const both = pipe(first, cks.orElse(cks.healthyInfrastructure))
 * both.cluster('cluster-abcdefghijk' as cks.CloudHsmClusterId)?.state //=> 'ACTIVE'
 */
export const orElse =
  (second: Infrastructure) =>
  (first: Infrastructure): Infrastructure => ({
    cluster: (id) => first.cluster(id) ?? second.cluster(id),
    proxy: (endpoint, path) => first.proxy(endpoint, path) ?? second.proxy(endpoint, path),
    vpcEndpointService: (name) => first.vpcEndpointService(name) ?? second.vpcEndpointService(name)
  })

/** The proxy and the VPC endpoint service of a proxy configuration. */
export const behindConfiguration = (
  infrastructure: Infrastructure,
  configuration: XksProxyConfiguration
): BackingKeyStore => ({
  cluster: undefined,
  proxy: infrastructure.proxy(configuration.UriEndpoint, configuration.UriPath),
  vpcEndpointService:
    configuration.Connectivity === 'VPC_ENDPOINT_SERVICE'
      ? infrastructure.vpcEndpointService(configuration.VpcEndpointServiceName)
      : undefined
})

/**
 * The backing key store of a store.
 *
 * @example
 * cks.behind(cks.healthyInfrastructure, store).cluster?.state //=> 'ACTIVE'
 * cks.behind(cks.healthyInfrastructure, external).cluster //=> undefined
 */
export const behind = (infrastructure: Infrastructure, store: CustomKeyStore): BackingKeyStore =>
  isCloudHsm(store)
    ? {
        cluster: infrastructure.cluster(store.CloudHsmClusterId),
        proxy: undefined,
        vpcEndpointService: undefined
      }
    : behindConfiguration(infrastructure, store.XksProxyConfiguration)
