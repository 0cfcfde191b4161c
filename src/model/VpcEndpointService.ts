import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import type { XksProxyUriEndpoint } from './identifiers.js'
import { struct } from '../codec/struct.js'
import { AccountId, XksProxyVpcEndpointServiceName } from './identifiers.js'

export const VpcEndpointService = struct(
  'VpcEndpointService',
  {
    serviceName: asShown(XksProxyVpcEndpointServiceName),
    allowsKms: t.boolean,
    type: t.string,
    loadBalancer: t.string,
    availabilityZones: t.readonlyArray(t.string),
    acceptanceRequired: t.boolean,
    privateDnsNameVerified: t.boolean
  },
  { privateDnsName: t.string, owner: asShown(AccountId) }
)

/**
 * The facts about an Amazon VPC endpoint service in the Region, which the caller gives.
 *
 * - `allowsKms`: its allowed principals include the KMS service principal of the Region.
 * - `type`: `Interface`; `loadBalancer`: `network`, or another kind, which KMS does not accept.
 * - `availabilityZones`: those in which its load balancer has a subnet.
 * - `privateDnsName`: if absent, it matches every proxy URI endpoint.
 * - `owner`: the account it belongs to; if absent, it matches the account of the store and every owner that a request names.
 *
 * @see vpc-connectivity
 */
export interface VpcEndpointService extends Readonly<t.TypeOf<typeof VpcEndpointService>> {}

/** A service that meets every requirement. */
export const healthyVpcEndpointService = (
  serviceName: XksProxyVpcEndpointServiceName
): VpcEndpointService => ({
  serviceName,
  allowsKms: true,
  type: 'Interface',
  loadBalancer: 'network',
  availabilityZones: ['a', 'b'],
  acceptanceRequired: false,
  privateDnsNameVerified: true
})

/** The host of an endpoint address, in lower case. */
export const hostOf = (endpoint: XksProxyUriEndpoint): string =>
  endpoint.toLowerCase().replace(/^https:\/\//, '')
