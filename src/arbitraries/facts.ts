import fc, { type Arbitrary } from 'fast-check'
import { healthyCluster } from '../model/CloudHsmCluster.js'
import type { BackingKeyStore, ServiceFailure, WithFailure } from '../model/BackingKeyStore.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { healthyVpcEndpointService } from '../model/VpcEndpointService.js'
import { clusterFaults } from './clusters.js'
import { withFaults, type Fault, type WithFaults } from './faults.js'
import { proxyFaults, serviceFaults, soundProxy } from './proxies.js'
import { oneOf } from './smallWorld.js'

/** What an operation on one store depends on besides the store and the request. */
export type Facts = BackingKeyStore & WithFailure

const failures: ReadonlyArray<ServiceFailure> = [
  'KMSInternalException',
  'DependencyTimeoutException',
  'KeyUnavailableException'
]

/**
 * Whether KMS itself fails, and how: twelve times in thirteen it does not.
 *
 * @example
 * new Set(fc.sample(arbitrary.failure(), { numRuns: 100, seed: 1 })).has(undefined) //=> true
 */
export const failure = (): Arbitrary<ServiceFailure | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: oneOf(failures) }
  )

/** What stands behind a store where everything is in order. */
const soundFacts = (store: CustomKeyStore): Facts => {
  if (isCloudHsm(store)) {
    const { clusterCertificate: certificate, TrustAnchorCertificate: trustAnchorCertificate } = store
    return { cluster: { ...healthyCluster(store.CloudHsmClusterId), certificate, trustAnchorCertificate } }
  }
  const { XksProxyConfiguration: of } = store
  const proxy = soundProxy(of.UriEndpoint, of.UriPath)
  return of.Connectivity === 'PUBLIC_ENDPOINT'
    ? { proxy }
    : {
        proxy,
        vpcEndpointService: {
          ...healthyVpcEndpointService(of.VpcEndpointServiceName),
          ...(of.VpcEndpointServiceOwner && { owner: of.VpcEndpointServiceOwner })
        }
      }
}

/** The faults of one member of the facts, and that it is missing. */
const faultsOf = <K extends keyof BackingKeyStore>(
  name: K,
  faults: ReadonlyArray<Fault<NonNullable<BackingKeyStore[K]>>>
): ReadonlyArray<Fault<Facts>> => [
  ...faults.map((fault): Fault<Facts> => ({ [name]: it, ...others }) => ({
    ...others,
    [name]: it && fault(it)
  })),
  ({ [name]: _, ...others }) => others
]

/** All that can be wrong with what stands behind a store, of what it uses. */
const faultsBehind = (store: CustomKeyStore): ReadonlyArray<Fault<Facts>> => {
  if (isCloudHsm(store)) return faultsOf('cluster', clusterFaults)
  const ofProxy = faultsOf('proxy', proxyFaults)
  return store.XksProxyConfiguration.Connectivity === 'PUBLIC_ENDPOINT'
    ? ofProxy
    : [...ofProxy, ...faultsOf('vpcEndpointService', serviceFaults)]
}

/**
 * The facts of `connect`, `settle` and other operations on a store: the cluster, proxy and VPC endpoint service behind it, and
 * whether KMS itself fails. `faults: 'one'`: one thing of all these is wrong, or missing. Nothing is there that the store does not
 * use.
 *
 * @example
 * const store = one(arbitrary.store({ kinds: ['AWS_CLOUDHSM'] }))
 * one(arbitrary.facts(store, { faults: 'none' })).cluster?.state //=> 'ACTIVE'
 */
export const facts = (store: CustomKeyStore, options: WithFaults = {}): Arbitrary<Facts> =>
  withFaults(
    fc.constant(soundFacts(store)),
    [...faultsBehind(store), ...failures.map((failure): Fault<Facts> => (sound) => ({ ...sound, failure }))],
    options
  )
