import { constTrue } from 'fp-ts/lib/function.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { about, claim } from '../Claim.js'
import { haveSameEndpoint, haveSameUri, isThroughVpc } from './otherStores.js'

/** A proxy configuration among the stores that other accounts have in the Region. */
export interface AmongAccounts {
  readonly configuration?: XksProxyConfiguration | undefined
  readonly storesOfOtherAccounts?: ReadonlyArray<CustomKeyStore> | undefined
}

/** How claims apply to the configurations of a kind: true if none of another account conflicts with it. */
const none = (
  isAbout: (own: XksProxyConfiguration) => boolean,
  conflicts: (own: XksProxyConfiguration, other: XksProxyConfiguration) => boolean
) =>
  about(
    ({ configuration }: AmongAccounts) =>
      configuration !== undefined && isAbout(configuration) ? configuration : undefined,
    { outside: 'other accounts', concerns: { kind: 'external key store proxy' } }
  )((own, { storesOfOtherAccounts = [] }) =>
    storesOfOtherAccounts.every((other) => !isExternal(other) || !conflicts(own, other.XksProxyConfiguration))
  )

const isPublic = (configuration: XksProxyConfiguration): boolean => !isThroughVpc(configuration)

const serviceOf = (configuration: XksProxyConfiguration): string | undefined =>
  configuration.Connectivity === 'VPC_ENDPOINT_SERVICE' ? configuration.VpcEndpointServiceName : undefined

/** The endpoint of a public store is not that of a store with a VPC endpoint service. */
export const publicEndpointIsNoVpcOneInRegion = claim<AmongAccounts>({
  name: 'publicEndpointIsNoVpcOneInRegion',
  says: 'The endpoint of a public external key store must not be that of one with VPC endpoint service connectivity, which another account has in the Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A17'],
  ...none(isPublic, (own, other) => isThroughVpc(other) && haveSameEndpoint(own, other))
})

/** The endpoint of a store with a VPC endpoint service is that of no other store. */
export const vpcEndpointIsFreeInRegion = claim<AmongAccounts>({
  name: 'vpcEndpointIsFreeInRegion',
  says: 'The endpoint of an external key store with VPC endpoint service connectivity must not be that of one that another account has in the Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A17', 'A60', 'A115'],
  ...none(isThroughVpc, haveSameEndpoint)
})

/** The endpoint and path together are those of no other store. */
export const proxyUriIsFreeInRegion = claim<AmongAccounts>({
  name: 'proxyUriIsFreeInRegion',
  says: 'The endpoint and path of a proxy, taken together, must not be those of an external key store that another account has in the Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  assumes: ['A17', 'A60'],
  ...none(constTrue, haveSameUri)
})

/** The VPC endpoint service is that of no other store. */
export const vpcEndpointServiceIsFreeInRegion = claim<AmongAccounts>({
  name: 'vpcEndpointServiceIsFreeInRegion',
  says: 'A VPC endpoint service must not be that of an external key store that another account has in the Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  ...none(isThroughVpc, (own, other) => serviceOf(own) === serviceOf(other)),
  concerns: { kind: 'VPC endpoint service' }
})
