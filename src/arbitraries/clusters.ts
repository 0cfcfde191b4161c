import type { Arbitrary } from 'fast-check'
import { healthyCluster, type CloudHsmCluster } from '../model/CloudHsmCluster.js'
import type { CloudHsmClusterId, KeyId, TrustAnchorCertificate } from '../model/identifiers.js'
import { withFaults, type Fault, type WithFaults } from './faults.js'
import { anchor, certificates, chosen, clusterIds, keyIds, oneOf } from './smallWorld.js'

const kmsuser =
  (changes: Partial<CloudHsmCluster['kmsuser']>): Fault<CloudHsmCluster> =>
  (cluster) => ({ ...cluster, kmsuser: { ...cluster.kmsuser, ...changes } })

const firstSubnet =
  (changes: Partial<CloudHsmCluster['subnets'][number]>): Fault<CloudHsmCluster> =>
  (cluster) => ({
    ...cluster,
    subnets: cluster.subnets.map((subnet, i) => (i === 0 ? { ...subnet, ...changes } : subnet))
  })

const securityGroup =
  (changes: Partial<CloudHsmCluster['securityGroup']>): Fault<CloudHsmCluster> =>
  (cluster) => ({ ...cluster, securityGroup: { ...cluster.securityGroup, ...changes } })

/** The ways in which a cluster is out of order. None changes its certificate. */
export const clusterFaults: ReadonlyArray<Fault<CloudHsmCluster>> = [
  (c) => ({ ...c, state: 'INITIALIZED' }),
  (c) => ({ ...c, hsms: [] }),
  (c) => ({ ...c, hsms: c.hsms.slice(0, 1) }),
  (c) => ({ ...c, hsms: c.hsms.map((hsm) => ({ ...hsm, availabilityZone: 'a' })) }),
  (c) => ({ ...c, hsms: c.hsms.map((hsm) => ({ ...hsm, state: 'DEGRADED' })) }),
  (c) => ({ ...c, trustAnchorCertificate: 'another' as TrustAnchorCertificate }),
  (c) => ({ ...c, reachable: false }),
  (c) => ({ ...c, lostKeyMaterial: keyIds as ReadonlyArray<string> as ReadonlyArray<KeyId> }),
  firstSubnet({ availabilityZone: 'b' }),
  firstSubnet({ private: false }),
  firstSubnet({ exists: false }),
  firstSubnet({ freeAddresses: 0 }),
  securityGroup({ inbound: [] }),
  securityGroup({ outbound: [{ protocol: 'tcp', fromPort: 2224, toPort: 2225, group: 'elsewhere' }] }),
  kmsuser({ exists: false }),
  kmsuser({ loggedIn: true }),
  kmsuser({ lockedOut: true }),
  kmsuser({ passwordMatches: false })
]

/** The cluster of that id in the small world, in order. */
export const soundCluster = (id: string): CloudHsmCluster => ({
  ...healthyCluster(id as CloudHsmClusterId),
  certificate: certificates[id] ?? ''
})

const withAnchor = (id: string): CloudHsmCluster => ({
  ...soundCluster(id),
  trustAnchorCertificate: anchor as TrustAnchorCertificate
})

/**
 * An AWS CloudHSM cluster; `ids`: one of these.
 *
 * @example
 * one(arbitrary.cluster({ faults: 'none' })).state //=> 'ACTIVE'
 */
export const cluster: (
  options?: WithFaults & { readonly ids?: ReadonlyArray<string> }
) => Arbitrary<CloudHsmCluster> = ({ ids, ...options } = {}) =>
  withFaults(oneOf(chosen(ids, clusterIds)).map(withAnchor), clusterFaults, options)
