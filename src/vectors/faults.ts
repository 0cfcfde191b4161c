import type { ServiceFailure } from '../model/BackingKeyStore.js'
import type { InfrastructureChange, JsonMembers } from './background.js'
import { clusterId, everyKind, path, serviceName, uriEndpoint, type Kind } from '../possible/examples.js'

/** One thing that is not as it should be. */
export interface SingleFault {
  readonly says: string
  /** The kinds of store behind which it can be. */
  readonly kinds: ReadonlyArray<Kind>
  /** The change that brings it about. */
  readonly infrastructure?: InfrastructureChange
  readonly failure?: ServiceFailure
}

const cluster = (says: string, change: JsonMembers): SingleFault => ({
  says,
  kinds: ['AWS_CLOUDHSM'],
  infrastructure: { clusters: [{ clusterId, ...change }] }
})

const proxy = (says: string, change: JsonMembers): SingleFault => ({
  says,
  kinds: ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'],
  infrastructure: { proxies: [{ uriEndpoint, uriPath: path, ...change }] }
})

const service = (says: string, change: JsonMembers): SingleFault => ({
  says,
  kinds: ['VPC_ENDPOINT_SERVICE'],
  infrastructure: { vpcEndpointServices: [{ serviceName, ...change }] }
})

const zone = (availabilityZone: string, state = 'ACTIVE') => ({ availabilityZone, state })
const subnet = (availabilityZone: string, change: JsonMembers = {}) => ({
  availabilityZone,
  private: true,
  exists: true,
  freeAddresses: 2,
  ...change
})

/** Every single fault, by the name under which vectors carry it. */
export const faults: Readonly<Record<string, SingleFault>> = {
  'cluster-missing': cluster('the cluster does not exist', { exists: false }),
  'cluster-uninitialized': cluster('the cluster is not initialized', { state: 'UNINITIALIZED' }),
  'cluster-no-hsm': cluster('the cluster has no HSM', { hsms: [] }),
  'cluster-no-active-hsm': cluster('no HSM of the cluster is active', {
    hsms: [zone('a', 'CREATE_IN_PROGRESS'), zone('b', 'DEGRADED')]
  }),
  'cluster-one-hsm': cluster('the cluster has one active HSM', { hsms: [zone('a')] }),
  'cluster-hsms-in-one-zone': cluster('the active HSMs of the cluster are in one Availability Zone', {
    hsms: [zone('a'), zone('a')]
  }),
  'cluster-subnets-in-one-zone': cluster('the private subnets of the cluster are in one Availability Zone', {
    subnets: [subnet('a'), subnet('a')]
  }),
  'cluster-subnets-not-private': cluster('a subnet of the cluster is not private', {
    subnets: [subnet('a'), subnet('b', { private: false })]
  }),
  'cluster-no-inbound': cluster('the security group lets nothing in', { securityGroup: { inbound: [] } }),
  'cluster-no-outbound': cluster('the security group lets nothing out', { securityGroup: { outbound: [] } }),
  'cluster-subnet-deleted': cluster('a subnet of the cluster was deleted', {
    subnets: [subnet('a'), subnet('b', { exists: false })]
  }),
  'cluster-no-free-address': cluster('a subnet of the cluster has no free address', {
    subnets: [subnet('a'), subnet('b', { freeAddresses: 0 })]
  }),
  'cluster-unreachable': cluster('the network to the cluster is broken', { reachable: false }),
  'kmsuser-missing': cluster('kmsuser does not exist', { kmsuser: { exists: false } }),
  'kmsuser-locked-out': cluster('kmsuser is locked out', { kmsuser: { lockedOut: true } }),
  'kmsuser-logged-in': cluster('kmsuser is logged in', { kmsuser: { loggedIn: true } }),
  'kmsuser-password': cluster('the password is not that of kmsuser', { kmsuser: { passwordMatches: false } }),

  'proxy-missing': proxy('nothing answers at the endpoint', { exists: false }),
  'proxy-unreachable': proxy('the proxy cannot be reached', { reachable: false }),
  'proxy-tls': proxy('the TLS configuration of the proxy is not valid', { tlsIsValid: false }),
  'proxy-late': proxy('the proxy answers too late', { answersInTime: false }),
  'proxy-throttles': proxy('the proxy turns requests away', { throttles: true }),
  'proxy-credential': proxy('the proxy refuses the credential', { acceptsCredential: false }),
  'proxy-denies': proxy('the proxy does not let KMS in', { authorizesKms: false }),
  'proxy-path': proxy('the proxy does not know the path', { knowsUriPath: false }),
  'proxy-answer': proxy('the answer of the proxy cannot be read', { answersAreValid: false }),
  'proxy-unsupported': proxy('the proxy does not support the request', { supportsRequest: false }),
  'proxy-network': proxy('the network to the proxy is broken', { networkIsSound: false }),
  'key-manager-unavailable': proxy('no external key manager is available', {
    externalKeyManager: 'UNAVAILABLE'
  }),
  'external-key-missing': proxy('the external key does not exist', { externalKeys: {} }),

  'service-missing': service('the VPC endpoint service does not exist', { exists: false }),
  'service-not-allowed': service('the VPC endpoint service does not allow KMS', { allowsKms: false }),
  'service-type': service('the VPC endpoint service is not of the interface type', {
    type: 'GatewayLoadBalancer'
  }),
  'service-load-balancer': service('the load balancer is not a Network Load Balancer', {
    loadBalancer: 'gateway'
  }),
  'service-one-zone': service('the VPC endpoint service is in one Availability Zone', {
    availabilityZones: ['a']
  }),
  'service-acceptance': service('the VPC endpoint service requires acceptance', { acceptanceRequired: true }),
  'service-no-dns-name': service('the VPC endpoint service has no private DNS name', {
    privateDnsName: null
  }),
  'service-dns-not-public': service('the private DNS name is under no public domain', {
    privateDnsNameIsPublic: false
  }),
  'service-dns-name': service('the private DNS name is another one', { privateDnsName: 'other.example.com' }),
  'service-dns-unverified': service('the private DNS name is not verified', {
    privateDnsNameVerified: false
  }),
  'service-owner': service('the VPC endpoint service belongs to another account', { owner: '444455556666' }),

  'kms-internal': { says: 'KMS fails', kinds: everyKind, failure: 'KMSInternalException' },
  'dependency-timeout': {
    says: 'something that KMS depends on does not answer in time',
    kinds: everyKind,
    failure: 'DependencyTimeoutException'
  }
}
