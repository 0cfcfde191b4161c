import type { AccountId } from '../model/identifiers.js'
import { hostOf, type VpcEndpointService } from '../model/VpcEndpointService.js'
import type { ThroughVpcEndpointService, XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { about, claim } from '../Claim.js'

/** A subject of which the configuration of an external key store is a part, and its VPC endpoint service. */
export interface WithVpcEndpointService {
  readonly configuration?: XksProxyConfiguration | undefined
  readonly vpcEndpointService?: VpcEndpointService | undefined
  /** The account of the store. */
  readonly account?: AccountId | undefined
}

const throughService = ({ configuration }: WithVpcEndpointService): ThroughVpcEndpointService | undefined =>
  configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE' ? configuration : undefined

const ofServiceInUse = about(
  (subject: WithVpcEndpointService) => throughService(subject) && subject.vpcEndpointService,
  'backing key store'
)

const ofConfiguration = about(throughService, 'backing key store')

/** The service exists in the Region and KMS may use it. */
export const vpcEndpointServiceExists = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceExists',
  says: 'The VPC endpoint service must exist in the Region and allow the AWS KMS service principal.',
  source: 'API_CreateCustomKeyStore',
  ...ofConfiguration((_, { vpcEndpointService }) => vpcEndpointService?.allowsKms === true)
})

/** The service is of the interface type, behind a Network Load Balancer. */
export const vpcEndpointServiceIsAnInterface = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsAnInterface',
  says: 'The VPC endpoint service must be of the interface type, behind a Network Load Balancer.',
  source: 'vpc-connectivity',
  ...ofServiceInUse(({ type, loadBalancer }) => type === 'Interface' && loadBalancer === 'network')
})

/** The load balancer of the service has subnets in two Availability Zones or more. */
export const vpcEndpointServiceIsInTwoZones = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsInTwoZones',
  says: 'The VPC endpoint service must have subnets in at least two Availability Zones.',
  source: 'vpc-connectivity',
  ...ofServiceInUse(({ availabilityZones }) => new Set(availabilityZones).size >= 2)
})

/** Connections to the service are accepted without being asked for. */
export const vpcEndpointServiceRequiresNoAcceptance = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceRequiresNoAcceptance',
  says: 'The VPC endpoint service must not require acceptance.',
  source: 'xks-troubleshooting',
  assumes: ['A21'],
  ...ofServiceInUse(({ acceptanceRequired }) => !acceptanceRequired)
})

/** The private DNS name of the service is the host of the endpoint. */
export const vpcEndpointServiceHasTheEndpointsName = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasTheEndpointsName',
  says: 'The private DNS name of the VPC endpoint service must be the host of the proxy URI endpoint.',
  source: 'vpc-connectivity',
  ...ofServiceInUse(
    ({ privateDnsName }, { configuration }) =>
      privateDnsName === undefined ||
      (configuration !== undefined && privateDnsName.toLowerCase() === hostOf(configuration.UriEndpoint))
  )
})

/** The domain of the private DNS name has been verified. */
export const vpcEndpointServiceNameIsVerified = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceNameIsVerified',
  says: 'The private DNS name of the VPC endpoint service must be verified.',
  source: 'vpc-connectivity',
  ...ofServiceInUse(({ privateDnsNameVerified }) => privateDnsNameVerified)
})

/** The service belongs to the account of the store, or to the one that the configuration names. */
export const vpcEndpointServiceHasTheOwner = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasTheOwner',
  says: 'The VPC endpoint service must belong to the account of the custom key store or to the owner that is named.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofServiceInUse(({ owner }, subject) => {
    const expected = throughService(subject)?.VpcEndpointServiceOwner ?? subject.account
    return owner === undefined || expected === undefined || owner === expected
  })
})
