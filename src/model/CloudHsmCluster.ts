import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { CloudHsmClusterId, KeyId, TrustAnchorCertificate } from './identifiers.js'
import type { Telling } from '../codec/Member.js'
import { struct } from '../codec/struct.js'

const KmsUserOnHsm = struct('KmsUserOnHsm', {}, { exists: t.boolean, loggedIn: t.boolean })

const Hsm = struct('Hsm', { availabilityZone: t.string, state: t.string }, { kmsuser: KmsUserOnHsm })
export interface Hsm extends Readonly<t.TypeOf<typeof Hsm>> {}

const Subnet = struct(
  'Subnet',
  { availabilityZone: t.string, private: t.boolean, exists: t.boolean, freeAddresses: t.number },
  {}
)

const Traffic = struct(
  'Traffic',
  { protocol: t.string, fromPort: t.number, toPort: t.number, group: t.string },
  {}
)
/** Traffic that a security group lets through; `group` is the group at the other end. */
export interface Traffic extends Readonly<t.TypeOf<typeof Traffic>> {}

const SecurityGroup = struct(
  'SecurityGroup',
  { id: t.string, inbound: t.readonlyArray(Traffic), outbound: t.readonlyArray(Traffic) },
  {}
)

const KmsUser = struct(
  'KmsUser',
  { exists: t.boolean, loggedIn: t.boolean, lockedOut: t.boolean, passwordMatches: t.boolean },
  { nextPasswordMatches: t.boolean }
)

const cluster = struct(
  'CloudHsmCluster',
  {
    clusterId: asShown(CloudHsmClusterId),
    state: t.string,
    certificate: t.string,
    hsms: t.readonlyArray(Hsm),
    subnets: t.readonlyArray(Subnet),
    securityGroup: SecurityGroup,
    kmsuser: KmsUser,
    reachable: t.boolean
  },
  {
    trustAnchorCertificate: asShown(TrustAnchorCertificate),
    lostKeyMaterial: t.readonlyArray(asShown(KeyId))
  }
)

/**
 * The facts about an AWS CloudHSM cluster, which the caller gives.
 *
 * - `state`: as AWS CloudHSM shows it; `ACTIVE` once initialized and activated.
 * - `certificate`: the cluster certificate; clusters made from a backup of one another have the same.
 * - `trustAnchorCertificate`: the content of its customerCA.crt. If absent, every certificate in a request matches it.
 * - `hsms`: each with its Availability Zone and state, `ACTIVE` when it works. An HSM may have a `kmsuser` of its own:
 *   `exists: false` if the user is missing on it, `loggedIn: true` if somebody is logged in there.
 * - `subnets`: those the cluster was configured with; `exists` is false after one was deleted.
 * - `kmsuser`: the crypto user that KMS logs in as; `passwordMatches` tells whether the password that KMS holds is right
 *   (also that of a user who has yet to be created),
 *   `nextPasswordMatches` whether the one is that the next Update gives; true if absent.
 * - `reachable`: whether the network between KMS and the cluster works.
 * - `lostKeyMaterial`: KMS keys whose key material was deleted from the cluster.
 *
 * @see API_ConnectCustomKeyStore
 */
export interface CloudHsmCluster extends Readonly<t.TypeOf<typeof cluster>> {}

/**
 * @example
 * cks.CloudHsmCluster.is(facts.cluster) //=> true
 */
export const CloudHsmCluster: Telling<t.Type<CloudHsmCluster, unknown>> = cluster

const everyPort = (group: string): Traffic => ({ protocol: 'tcp', fromPort: 2223, toPort: 2225, group })

/**
 * A cluster that meets every requirement: two active HSMs in two zones, and kmsuser ready.
 *
 * @example
 * cks.healthyCluster('cluster-abcdefghijk' as cks.CloudHsmClusterId).kmsuser.exists //=> true
 */
export const healthyCluster = (clusterId: CloudHsmClusterId): CloudHsmCluster => ({
  clusterId,
  state: 'ACTIVE',
  certificate: `certificate of ${clusterId}`,
  hsms: [
    { availabilityZone: 'a', state: 'ACTIVE' },
    { availabilityZone: 'b', state: 'ACTIVE' }
  ],
  subnets: [
    { availabilityZone: 'a', private: true, exists: true, freeAddresses: 2 },
    { availabilityZone: 'b', private: true, exists: true, freeAddresses: 2 }
  ],
  securityGroup: {
    id: `cloudhsm-${clusterId}-sg`,
    inbound: [everyPort(`cloudhsm-${clusterId}-sg`)],
    outbound: [everyPort(`cloudhsm-${clusterId}-sg`)]
  },
  kmsuser: { exists: true, loggedIn: false, lockedOut: false, passwordMatches: true },
  reachable: true
})
