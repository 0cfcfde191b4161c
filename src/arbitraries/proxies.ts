import fc, { type Arbitrary } from 'fast-check'
import type {
  AccountId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'
import { healthyVpcEndpointService, type VpcEndpointService } from '../model/VpcEndpointService.js'
import { healthyProxy, type XksProxy } from '../model/XksProxy.js'
import { withFaults, type Fault, type WithFaults } from './faults.js'
import { accountIds, chosen, endpoints, externalKeys, oneOf, paths, serviceNames } from './smallWorld.js'

/** The ways in which an external key store proxy is out of order. */
export const proxyFaults: ReadonlyArray<Fault<XksProxy>> = [
  (p) => ({ ...p, reachable: false }),
  (p) => ({ ...p, tlsIsValid: false }),
  (p) => ({ ...p, answersInTime: false }),
  (p) => ({ ...p, throttles: true }),
  (p) => ({ ...p, acceptsCredential: false }),
  (p) => ({ ...p, authorizesKms: false }),
  (p) => ({ ...p, knowsUriPath: false }),
  (p) => ({ ...p, answersAreValid: false }),
  (p) => ({ ...p, supportsRequest: false }),
  (p) => ({ ...p, networkIsSound: false }),
  (p) => ({ ...p, externalKeyManager: 'UNAVAILABLE' })
]

/** In order, and knows even keys that others would not. */
const knowsEveryKey: Fault<XksProxy> = (p) => ({ ...p, externalKeys: 'any' })

/** The proxy at an address of the small world, in order. */
export const soundProxy = (uriEndpoint: string, uriPath: string): XksProxy => ({
  ...healthyProxy(uriEndpoint as XksProxyUriEndpoint, uriPath as XksProxyUriPath),
  externalKeys
})

type Address = readonly [uriEndpoint: string, uriPath: string]

/**
 * An external key store proxy. `addresses`: at one of these, each an endpoint and a path.
 *
 * @example
 * one(arbitrary.proxy({ faults: 'none' })).reachable //=> true
 */
export const proxy: (
  options?: WithFaults & { readonly addresses?: ReadonlyArray<Address> }
) => Arbitrary<XksProxy> = ({ addresses = [], ...options } = {}) => {
  const at: Arbitrary<Address> =
    addresses.length > 0 ? oneOf(addresses) : fc.tuple(oneOf(endpoints), oneOf(paths))
  const sound = at.map(([uriEndpoint, uriPath]) => soundProxy(uriEndpoint, uriPath))
  const { faults = 'any' } = options
  return withFaults(sound, faults === 'any' ? [...proxyFaults, knowsEveryKey] : proxyFaults, options)
}

/** The ways in which a VPC endpoint service is out of order. */
export const serviceFaults: ReadonlyArray<Fault<VpcEndpointService>> = [
  (s) => ({ ...s, allowsKms: false }),
  (s) => ({ ...s, type: 'GatewayLoadBalancer' }),
  (s) => ({ ...s, loadBalancer: 'gateway' }),
  (s) => ({ ...s, availabilityZones: ['a', 'a'] }),
  (s) => ({ ...s, acceptanceRequired: true }),
  (s) => ({ ...s, privateDnsNameVerified: false }),
  (s) => ({ ...s, privateDnsName: 'elsewhere.example.com' }),
  (s) => ({ ...s, owner: '777788889999' as AccountId })
]

/** In order for a store that names this owner. */
const isOfOther: Fault<VpcEndpointService> = (s) => ({ ...s, owner: accountIds[1] as AccountId })

export const soundService = (name: string): VpcEndpointService =>
  healthyVpcEndpointService(name as XksProxyVpcEndpointServiceName)

/**
 * A VPC endpoint service, by which a proxy is reached; `names`: one of these.
 *
 * @example
 * one(arbitrary.vpcEndpointService({ faults: 'none' })).acceptanceRequired //=> false
 */
export const vpcEndpointService: (
  options?: WithFaults & { readonly names?: ReadonlyArray<string> }
) => Arbitrary<VpcEndpointService> = ({ names, ...options } = {}) =>
  withFaults(
    oneOf(chosen(names, serviceNames)).map(soundService),
    (options.faults ?? 'any') === 'any' ? [...serviceFaults, isOfOther] : serviceFaults,
    options
  )
