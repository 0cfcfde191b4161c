import {
  healthyCluster,
  healthyProxy,
  healthyVpcEndpointService,
  type CloudHsmCluster,
  type CreateFacts,
  type CreateKeyFacts,
  type CustomKeyStore,
  type UpdateFacts,
  type VpcEndpointService,
  type XksProxy
} from '../../src/index.js'
import * as S from './stores.js'

/** What every operation is told, together. */
export type Facts = CreateFacts & CreateKeyFacts & UpdateFacts

const cluster: CloudHsmCluster = {
  ...healthyCluster(S.relatedClusterId),
  certificate: S.certificate,
  trustAnchorCertificate: S.trustAnchor
}

const proxy: XksProxy = {
  ...healthyProxy(S.publicEndpoint.UriEndpoint, S.publicEndpoint.UriPath),
  externalKeys: {
    'external-key-1': { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' }
  }
}

const service: VpcEndpointService = {
  ...healthyVpcEndpointService(S.named('com.amazonaws.vpce.us-east-1.vpce-svc-example1')),
  owner: S.account
}

/** Facts that refuse nothing. */
export const soundFacts: Facts = {
  cluster,
  proxy,
  vpcEndpointService: service,
  others: S.otherStores,
  account: S.account,
  keys: [],
  keysOfAccount: 7,
  CustomKeyStoreId: S.named('cks-9234567890abcdef0'),
  KeyId: S.named('1234abcd-12ab-34cd-56ef-1234567890ab'),
  Arn: `arn:aws:kms:us-east-1:${S.account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  CreationDate: 1_700_000_000
}

const withCluster = (fault: Partial<CloudHsmCluster>): Partial<Facts> => ({
  cluster: { ...cluster, ...fault }
})
const withGroup = (fault: Partial<CloudHsmCluster['securityGroup']>): Partial<Facts> =>
  withCluster({ securityGroup: { ...cluster.securityGroup, ...fault } })
const withProxy = (fault: Partial<XksProxy>): Partial<Facts> => ({ proxy: { ...proxy, ...fault } })
const withKey = (fault: object): Partial<Facts> =>
  withProxy({
    externalKeys: {
      'external-key-1': {
        keySpec: 'AES_256',
        keyUsage: ['ENCRYPT', 'DECRYPT'],
        keyStatus: 'ENABLED',
        ...fault
      }
    }
  })
const withService = (fault: Partial<VpcEndpointService>): Partial<Facts> => ({
  vpcEndpointService: { ...service, ...fault }
})
const withOther = (other: CustomKeyStore | undefined): Partial<Facts> => ({
  others: other === undefined ? S.otherStores : [...S.otherStores, other]
})

const [hsm] = cluster.hsms
const [subnet] = cluster.subnets
const traffic = { protocol: 'tcp', fromPort: 2223, toPort: 2224, group: cluster.securityGroup.id }

const clusterFaults: ReadonlyArray<Partial<Facts>> = [
  { cluster: undefined },
  withCluster({ state: 'UNINITIALIZED' }),
  withCluster({ certificate: 'another certificate' }),
  withCluster({ trustAnchorCertificate: S.named('another authority') }),
  withCluster({ subnets: subnet === undefined ? [] : [subnet, subnet] }),
  withCluster({ subnets: cluster.subnets.map((each) => ({ ...each, private: false })) }),
  withGroup({ inbound: [] }),
  withGroup({ inbound: [{ ...traffic, toPort: 2225, group: '0.0.0.0/0' }] }),
  withGroup({ outbound: [traffic] }),
  withGroup({ outbound: [{ ...traffic, toPort: 2225, protocol: 'udp' }] }),
  withCluster({ hsms: [] }),
  withCluster({ hsms: hsm === undefined ? [] : [hsm, hsm] }),
  withCluster({ hsms: cluster.hsms.map((each) => ({ ...each, state: 'DEGRADED' })) })
]

const proxyFaults: ReadonlyArray<Partial<Facts>> = [
  { proxy: undefined },
  withProxy({ reachable: false }),
  withProxy({ tlsIsValid: false }),
  withProxy({ answersInTime: false }),
  withProxy({ throttles: true }),
  withProxy({ acceptsCredential: false }),
  withProxy({ authorizesKms: false }),
  withProxy({ knowsUriPath: false }),
  withProxy({ answersAreValid: false }),
  withProxy({ supportsRequest: false }),
  withProxy({ networkIsSound: false }),
  withProxy({ externalKeyManager: 'UNAVAILABLE' }),
  withProxy({ externalKeys: {} }),
  withKey({ keySpec: 'RSA_2048' }),
  withKey({ keyStatus: 'DISABLED' }),
  withKey({ keyUsage: ['DECRYPT'] })
]

const serviceFaults: ReadonlyArray<Partial<Facts>> = [
  { vpcEndpointService: undefined },
  withService({ allowsKms: false }),
  withService({ owner: S.named('444455556666') }),
  withService({ type: 'Gateway' }),
  withService({ loadBalancer: 'gateway' }),
  withService({ availabilityZones: ['a', 'a'] }),
  withService({ acceptanceRequired: true }),
  withService({ privateDnsName: 'another.xks.example.com' }),
  withService({ privateDnsNameVerified: false })
]

const renumbered = (store: CustomKeyStore): CustomKeyStore => ({
  ...store,
  CustomKeyStoreId: S.named('cks-8234567890abcdef0'),
  CustomKeyStoreName: S.named('key store 8')
})

/** With another path to its proxy. */
const apart = (store: CustomKeyStore): CustomKeyStore =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? store
    : {
        ...store,
        XksProxyConfiguration: { ...store.XksProxyConfiguration, UriPath: S.named('/apart/kms/xks/v1') }
      }

const accountFaults: ReadonlyArray<Partial<Facts>> = [
  // Stores that use what the request or the store uses.
  ...S.stores
    .filter((store) => store.ConnectionState === 'CONNECTED')
    .map((store) => withOther(renumbered(store))),
  ...S.stores
    .filter((store) => store.ConnectionState === 'CONNECTED')
    .map((store) => withOther(apart(renumbered(store)))),
  withOther({ ...renumbered(S.otherStores[0]!), CustomKeyStoreName: S.named('a new name') }),
  // The store that the same request has made before.
  withOther(S.stores.find((store) => store.ConnectionState === 'DISCONNECTED')),
  { storeQuota: 4 },
  { keys: S.keys },
  { keysOfAccount: 100_000 },
  { keyQuota: 7 },
  { failure: 'KMSInternalException' },
  { failure: 'DependencyTimeoutException' }
]

/** Facts with one fault each. Not every operation looks at every fault. */
export const faultyFacts: ReadonlyArray<Facts> = [
  ...clusterFaults,
  ...proxyFaults,
  ...serviceFaults,
  ...accountFaults
].map((fault) => ({ ...soundFacts, ...fault }))
