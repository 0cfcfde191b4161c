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
  /** The Region of the store; absent or empty where it is not known. */
  readonly region?: string | undefined
}

const throughService = ({ configuration }: WithVpcEndpointService): ThroughVpcEndpointService | undefined =>
  configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE' ? configuration : undefined

const behindStore = { outside: 'backing key store', concerns: { kind: 'VPC endpoint service' } } as const

const ofServiceInUse = about(
  (subject: WithVpcEndpointService) => throughService(subject) && subject.vpcEndpointService,
  behindStore
)

const ofConfiguration = about(throughService, behindStore)

/** Whether a service can be in a Region: its name has the Region in it. */
const canBeIn = ({ VpcEndpointServiceName: name }: ThroughVpcEndpointService, region = ''): boolean =>
  region === '' || name.includes(`.vpce.${region}.`)

/** The service exists in the Region. */
export const vpcEndpointServiceExists = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceExists',
  says: 'The VPC endpoint service must exist in the Region.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  ...ofConfiguration(
    (configuration, { vpcEndpointService, region }) =>
      canBeIn(configuration, region) && vpcEndpointService !== undefined
  )
})

/** KMS may use the service. */
export const vpcEndpointServiceAllowsKms = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceAllowsKms',
  says: 'The VPC endpoint service must allow the AWS KMS service principal of the Region.',
  source: 'xks-troubleshooting',
  assumes: ['A94'],
  ...ofServiceInUse(({ allowsKms }) => allowsKms)
})

/** The service is of the interface type, behind a Network Load Balancer. */
export const vpcEndpointServiceIsAnInterface = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsAnInterface',
  says: 'The VPC endpoint service must be of the interface type, behind a Network Load Balancer.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(({ type, loadBalancer }) => type === 'Interface' && loadBalancer === 'network')
})

/** The load balancer of the service has subnets in two Availability Zones or more. */
export const vpcEndpointServiceIsInTwoZones = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsInTwoZones',
  says: 'The VPC endpoint service must have subnets in at least two Availability Zones.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(({ availabilityZones }) => new Set(availabilityZones).size >= 2)
})

/** Connections to the service are accepted without being asked for. */
export const vpcEndpointServiceRequiresNoAcceptance = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceRequiresNoAcceptance',
  says: 'The VPC endpoint service must not require acceptance.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(({ acceptanceRequired }) => !acceptanceRequired)
})

/** The service has a private DNS name. */
export const vpcEndpointServiceHasAPrivateDnsName = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasAPrivateDnsName',
  says: 'The VPC endpoint service must have a private DNS name.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(({ privateDnsName }) => privateDnsName !== null)
})

/** The private DNS name of the service is a name in a public domain. */
export const vpcEndpointServiceNameIsInAPublicDomain = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceNameIsInAPublicDomain',
  says: 'The private DNS name of the VPC endpoint service must be a subdomain of a public domain.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(({ privateDnsNameIsPublic = true }) => privateDnsNameIsPublic)
})

/** The private DNS name of the service is the host of the endpoint. */
export const vpcEndpointServiceHasTheEndpointsName = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasTheEndpointsName',
  says: 'The private DNS name of the VPC endpoint service must be the host of the proxy URI endpoint.',
  source: 'xks-troubleshooting',
  ...ofServiceInUse(
    ({ privateDnsName }, { configuration }) =>
      privateDnsName === undefined ||
      privateDnsName === null ||
      (configuration !== undefined && privateDnsName.toLowerCase() === hostOf(configuration.UriEndpoint))
  )
})

/** The domain of the private DNS name has been verified. */
export const vpcEndpointServiceNameIsVerified = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceNameIsVerified',
  says: 'The private DNS name of the VPC endpoint service must be verified.',
  source: 'xks-troubleshooting',
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
