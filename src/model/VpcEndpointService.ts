import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import type { XksProxyUriEndpoint } from './identifiers.js'
import { readBy } from '../codec/readBy.js'
import { struct } from '../codec/struct.js'
import { AccountId, XksProxyVpcEndpointServiceName } from './identifiers.js'

const PrivateDnsName = readBy<string | null>('string or null', (u, context) =>
  u === null || typeof u === 'string' ? t.success(u) : t.failure(u, context)
)

/**
 * @example
 * cks.VpcEndpointService.is({}) //=> false
 */
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
  {
    privateDnsName: PrivateDnsName,
    privateDnsNameIsPublic: t.boolean,
    owner: asShown(AccountId)
  }
)

/**
 * The facts about an Amazon VPC endpoint service in the Region, which the caller gives.
 *
 * - `allowsKms`: its allowed principals include the KMS service principal of the Region.
 * - `type`: `Interface`; `loadBalancer`: `network`, or another kind, which KMS does not accept.
 * - `availabilityZones`: those in which its load balancer has a subnet.
 * - `privateDnsName`: null if it has none; if absent, it matches every proxy URI endpoint.
 * - `privateDnsNameIsPublic`: that name is a subdomain of a public domain; true if absent.
 * - `owner`: the account it belongs to; if absent, it matches the account of the store and every owner that a request names.
 *
 * @see vpc-connectivity
 */
export interface VpcEndpointService extends Readonly<t.TypeOf<typeof VpcEndpointService>> {}

/**
 * A service that meets every requirement.
 *
 * @example
 * const name = 'com.amazonaws.vpce.us-east-1.vpce-svc-1' as cks.XksProxyVpcEndpointServiceName
 * cks.healthyVpcEndpointService(name).acceptanceRequired //=> false
 */
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
