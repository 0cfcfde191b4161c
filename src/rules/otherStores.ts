import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreName } from '../model/identifiers.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { claim } from './Rule.js'

/** The other custom key stores of the account and Region. @assumes A16 */
export interface Beside {
  readonly others: ReadonlyArray<CustomKeyStore>
}

/** The custom key stores that one account may have in one Region. @see resource-limits @assumes A30 */
export const defaultStoreQuota = 10

/** No other store has the name that the request gives. */
export const nameIsFree = claim<Beside & { readonly name?: CustomKeyStoreName | undefined }>({
  name: 'nameIsFree',
  says: 'The name of a custom key store must not be the name of another one of the account.',
  source: 'API_CreateCustomKeyStore',
  applies: ({ name }) => name !== undefined,
  holds: ({ others, name }) => others.every((other) => other.CustomKeyStoreName !== name)
})

/** The account may have one more store. */
export const storeQuotaIsNotReached = claim<Beside & { readonly storeQuota?: number | undefined }>({
  name: 'storeQuotaIsNotReached',
  says: 'An account has at most its quota of custom key stores in a Region, whatever their type and state.',
  source: 'resource-limits',
  holds: ({ others, storeQuota = defaultStoreQuota }) => others.length < storeQuota
})

/** No other store is backed by the cluster, or by one that shares its backup history. @assumes A47 */
export const clusterIsFree = claim<Beside & { readonly cluster?: CloudHsmCluster | undefined }>({
  name: 'clusterIsFree',
  says: 'An AWS CloudHSM cluster must not back another custom key store, nor share a backup history with a cluster that does.',
  source: 'API_CreateCustomKeyStore',
  applies: ({ cluster }) => cluster !== undefined,
  holds: ({ others, cluster }) =>
    others
      .filter(isCloudHsm)
      .every(
        (other) =>
          other.CloudHsmClusterId !== cluster?.clusterId && other.clusterCertificate !== cluster?.certificate
      )
})

export interface WithConfiguration extends Beside {
  readonly configuration?: XksProxyConfiguration | undefined
}

const haveSameEndpoint = (
  { UriEndpoint: a }: XksProxyConfiguration,
  { UriEndpoint: b }: XksProxyConfiguration
): boolean => a.length === b.length && a.toLowerCase() === b.toLowerCase()

const isExternalConfiguration = ({ configuration }: WithConfiguration): boolean => configuration !== undefined

const noneOther =
  (conflicts: (configuration: XksProxyConfiguration, other: XksProxyConfiguration) => boolean) =>
  ({ others, configuration }: WithConfiguration): boolean =>
    configuration === undefined ||
    others.every((other) => !isExternal(other) || !conflicts(configuration, other.XksProxyConfiguration))

/** No other external key store has the same endpoint and path together. @assumes A16, A17 */
export const proxyUriIsFree = claim<WithConfiguration>({
  name: 'proxyUriIsFree',
  says: 'The endpoint and path of a proxy, taken together, must not be those of another external key store.',
  source: 'API_CreateCustomKeyStore',
  applies: isExternalConfiguration,
  holds: noneOther((own, other) => own.UriPath === other.UriPath && haveSameEndpoint(own, other))
})

/** The endpoint is shared only among stores with public connectivity. @assumes A18 */
export const proxyUriEndpointIsFree = claim<WithConfiguration>({
  name: 'proxyUriEndpointIsFree',
  says: 'The endpoint of an external key store with VPC endpoint service connectivity must not be that of another external key store.',
  source: 'API_CreateCustomKeyStore',
  applies: isExternalConfiguration,
  holds: noneOther(
    (own, other) =>
      (own.Connectivity === 'VPC_ENDPOINT_SERVICE' || other.Connectivity === 'VPC_ENDPOINT_SERVICE') &&
      haveSameEndpoint(own, other)
  )
})

/** No other external key store uses the VPC endpoint service. @assumes A16 */
export const vpcEndpointServiceIsFree = claim<WithConfiguration>({
  name: 'vpcEndpointServiceIsFree',
  says: 'A VPC endpoint service must not be that of another external key store.',
  source: 'API_CreateCustomKeyStore',
  applies: ({ configuration }) => configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE',
  holds: noneOther(
    (own, other) =>
      own.Connectivity === 'VPC_ENDPOINT_SERVICE' &&
      other.Connectivity === 'VPC_ENDPOINT_SERVICE' &&
      own.VpcEndpointServiceName === other.VpcEndpointServiceName
  )
})
