import type { AccountId } from '../model/identifiers.js'
import { hostOf, type VpcEndpointService } from '../model/VpcEndpointService.js'
import type { ThroughVpcEndpointService, XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { claim } from './Rule.js'

/** A subject of which the configuration of an external key store is a part, and its VPC endpoint service. */
export interface WithVpcEndpointService {
  readonly configuration?: XksProxyConfiguration | undefined
  readonly vpcEndpointService?: VpcEndpointService | undefined
  /** The account of the store. */
  readonly account?: AccountId | undefined
}

const throughService = ({ configuration }: WithVpcEndpointService): ThroughVpcEndpointService | undefined =>
  configuration?.Connectivity === 'VPC_ENDPOINT_SERVICE' ? configuration : undefined

const hasService = (subject: WithVpcEndpointService): boolean =>
  throughService(subject) !== undefined && subject.vpcEndpointService !== undefined

/** When a claim about a VPC endpoint service applies and holds: where one is used and exists, of which it is true. */
const ofService = (
  is: (service: VpcEndpointService, configuration: ThroughVpcEndpointService, account?: AccountId) => boolean
) => ({
  applies: hasService,
  holds: (subject: WithVpcEndpointService): boolean => {
    const configuration = throughService(subject)
    const service = subject.vpcEndpointService
    return configuration !== undefined && service !== undefined && is(service, configuration, subject.account)
  }
})

/** The service exists in the Region and KMS may use it. */
export const vpcEndpointServiceExists = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceExists',
  says: 'The VPC endpoint service must exist in the Region and allow the AWS KMS service principal.',
  source: 'API_CreateCustomKeyStore',
  applies: (subject) => throughService(subject) !== undefined,
  holds: ({ vpcEndpointService }) => vpcEndpointService?.allowsKms === true
})

/** The service is of the interface type, behind a Network Load Balancer. */
export const vpcEndpointServiceIsAnInterface = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsAnInterface',
  says: 'The VPC endpoint service must be of the interface type, behind a Network Load Balancer.',
  source: 'vpc-connectivity',
  ...ofService(({ type, loadBalancer }) => type === 'Interface' && loadBalancer === 'network')
})

/** The load balancer of the service has subnets in two Availability Zones or more. */
export const vpcEndpointServiceIsInTwoZones = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceIsInTwoZones',
  says: 'The VPC endpoint service must have subnets in at least two Availability Zones.',
  source: 'vpc-connectivity',
  ...ofService(({ availabilityZones }) => new Set(availabilityZones).size >= 2)
})

/** Connections to the service are accepted without being asked for. @assumes A21 */
export const vpcEndpointServiceRequiresNoAcceptance = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceRequiresNoAcceptance',
  says: 'The VPC endpoint service must not require acceptance.',
  source: 'xks-troubleshooting',
  ...ofService(({ acceptanceRequired }) => !acceptanceRequired)
})

/** The private DNS name of the service is the host of the endpoint. */
export const vpcEndpointServiceHasTheEndpointsName = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasTheEndpointsName',
  says: 'The private DNS name of the VPC endpoint service must be the host of the proxy URI endpoint.',
  source: 'vpc-connectivity',
  ...ofService(
    ({ privateDnsName }, { UriEndpoint }) =>
      privateDnsName === undefined || privateDnsName.toLowerCase() === hostOf(UriEndpoint)
  )
})

/** The domain of the private DNS name has been verified. */
export const vpcEndpointServiceNameIsVerified = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceNameIsVerified',
  says: 'The private DNS name of the VPC endpoint service must be verified.',
  source: 'vpc-connectivity',
  ...ofService(({ privateDnsNameVerified }) => privateDnsNameVerified)
})

/** The service belongs to the account of the store, or to the one that the configuration names. @assumes A22 */
export const vpcEndpointServiceHasTheOwner = claim<WithVpcEndpointService>({
  name: 'vpcEndpointServiceHasTheOwner',
  says: 'The VPC endpoint service must belong to the account of the custom key store or to the owner that is named.',
  source: 'API_CreateCustomKeyStore',
  ...ofService(({ owner }, { VpcEndpointServiceOwner }, account) => {
    const expected = VpcEndpointServiceOwner ?? account
    return owner === undefined || expected === undefined || owner === expected
  })
})
