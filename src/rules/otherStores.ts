import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreName } from '../model/identifiers.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { about, claim } from '../Claim.js'

/** The other custom key stores of the account and Region. */
export interface WithOthers {
  readonly others: ReadonlyArray<CustomKeyStore>
}

/** The custom key stores that one account may have in one Region. @see resource-limits */
const defaultStoreQuota = 10

export interface WithName extends WithOthers {
  readonly name?: CustomKeyStoreName | undefined
}

const ofName = about(({ name }: WithName) => name)

/** No other store has the name that the request gives. */
export const nameIsFree = claim<WithName>({
  name: 'nameIsFree',
  says: 'The name of a custom key store must not be the name of another one of the account.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A16', 'A93'],
  observed: 'namesDifferInCase',
  ...ofName((name, { others }) => others.every((other) => other.CustomKeyStoreName !== name))
})

/** The account may have one more store. */
export const storeQuotaIsNotReached = claim<
  WithOthers & { readonly numberOfOthers?: number | undefined; readonly storeQuota?: number | undefined }
>({
  name: 'storeQuotaIsNotReached',
  says: 'An account has at most its quota of custom key stores in a Region, whatever their type and state.',
  source: 'resource-limits',
  outside: 'AWS KMS',
  holds: ({ others, numberOfOthers = others.length, storeQuota = defaultStoreQuota }) =>
    numberOfOthers < storeQuota
})

export interface WithClusterAndOthers extends WithOthers {
  readonly cluster?: CloudHsmCluster | undefined
}

const ofCluster = about(({ cluster }: WithClusterAndOthers) => cluster, {
  concerns: { kind: 'AWS CloudHSM cluster' }
})

/** No other store is backed by the cluster, or by one that shares its backup history. */
export const clusterIsFree = claim<WithClusterAndOthers>({
  name: 'clusterIsFree',
  says: 'An AWS CloudHSM cluster must not back another custom key store, nor share a backup history with a cluster that does.',
  source: 'API_CreateCustomKeyStore',
  assumes: ['A47'],
  ...ofCluster(({ clusterId, certificate }, { others }) =>
    others.every(
      (other) =>
        !isCloudHsm(other) ||
        (other.CloudHsmClusterId !== clusterId && other.clusterCertificate !== certificate)
    )
  )
})

export interface WithConfiguration extends WithOthers {
  readonly configuration?: XksProxyConfiguration | undefined
}

export const haveSameEndpoint = (
  { UriEndpoint: a }: XksProxyConfiguration,
  { UriEndpoint: b }: XksProxyConfiguration
): boolean => a.length === b.length && a.toLowerCase() === b.toLowerCase()

export const haveSameUri = (own: XksProxyConfiguration, other: XksProxyConfiguration): boolean =>
  own.UriPath === other.UriPath && haveSameEndpoint(own, other)

export const isThroughVpc = ({ Connectivity }: XksProxyConfiguration): boolean =>
  Connectivity === 'VPC_ENDPOINT_SERVICE'

const ofProxy = { concerns: { kind: 'external key store proxy' } } as const

const ofConfiguration = about(({ configuration }: WithConfiguration) => configuration, ofProxy)

const ofVpcConfiguration = about(
  ({ configuration }: WithConfiguration) =>
    configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE' ? configuration : undefined,
  ofProxy
)

/** Whether it is true of no other external key store of the account. */
const none =
  <Own extends XksProxyConfiguration>(conflicts: (own: Own, other: XksProxyConfiguration) => boolean) =>
  (own: Own, { others }: WithConfiguration): boolean =>
    others.every((other) => !isExternal(other) || !conflicts(own, other.XksProxyConfiguration))

/** No other external key store has the same endpoint and path together. */
export const proxyUriIsFree = claim<WithConfiguration>({
  name: 'proxyUriIsFree',
  says: 'The endpoint and path of a proxy, taken together, must not be those of another external key store.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A17'],
  ...ofConfiguration(none(haveSameUri))
})

/** The endpoint is not that of a store with a VPC endpoint service. */
export const proxyUriEndpointIsFree = claim<WithConfiguration>({
  name: 'proxyUriEndpointIsFree',
  says: 'The endpoint of an external key store must not be that of another one with VPC endpoint service connectivity.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A17'],
  ...ofConfiguration(none((own, other) => isThroughVpc(other) && haveSameEndpoint(own, other)))
})

/** A store with a VPC endpoint service does not take the endpoint of a public one. */
export const vpcEndpointIsNoPublicOne = claim<WithConfiguration>({
  name: 'vpcEndpointIsNoPublicOne',
  says: 'The endpoint of an external key store with VPC endpoint service connectivity must not be that of a public one.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  implied: true,
  assumes: ['A17'],
  ...ofVpcConfiguration(none((own, other) => !isThroughVpc(other) && haveSameEndpoint(own, other)))
})

/** No other external key store uses the VPC endpoint service. */
export const vpcEndpointServiceIsFree = claim<WithConfiguration>({
  name: 'vpcEndpointServiceIsFree',
  says: 'A VPC endpoint service must not be that of another external key store.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  ...ofVpcConfiguration(
    none(
      (own, other) =>
        other.Connectivity === 'VPC_ENDPOINT_SERVICE' &&
        own.VpcEndpointServiceName === other.VpcEndpointServiceName
    )
  ),
  concerns: { kind: 'VPC endpoint service' }
})
