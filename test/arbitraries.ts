/** Generators of all that the model is given, from a world so small that names, addresses and ids often meet. */
import fc, { type Arbitrary } from 'fast-check'
import * as cks from '../src/index.js'
import { decoded, everyState } from './fixtures.js'

/** Part of every secret that is generated, and of nothing else. */
export const secretMark = /hidden7/i

const someOf = (...values: ReadonlyArray<string>): Arbitrary<string> => fc.constantFrom(...values)
const rarely = <A, B>(often: Arbitrary<A>, other: Arbitrary<B>): Arbitrary<A | B> =>
  fc.oneof({ weight: 7, arbitrary: often }, { weight: 1, arbitrary: other })

const anchor = 'customerCA.crt'
const certificates: Readonly<Record<string, string>> = {
  'cluster-aaaaaaaaaaa': 'certificate one',
  'cluster-bbbbbbbbbbb': 'certificate one',
  'cluster-ccccccccccc': 'certificate two',
  'cluster-ddddddddddd': 'certificate three'
}
const clusterIds = Object.keys(certificates)
const endpoints = ['https://one.example.com', 'https://two.example.com', 'https://three.example.com']
const paths = ['/kms/xks/v1', '/prefix/kms/xks/v1']
const serviceNames = ['one', 'two', 'three'].map((n) => `com.amazonaws.vpce.us-east-1.vpce-svc-${n}`)
const accountIds = ['111122223333', '444455556666']
const storeIds = [0, 1, 2, 3, 4, 5].map((n) => `cks-${n}`)
const keyIds = [0, 1, 2, 3, 4, 5].map((n) => `key-${n}`)
const xksKeyIds = ['outside-0', 'outside-1', 'outside-2', 'weak', 'disabled', 'unknown']

export const storeName = someOf('first', 'second', 'third', 'fourth', 'fifth')
export const clusterId = someOf(...clusterIds)
/** The cluster of the store cks-0, or one that shares a backup history with it. */
export const relatedClusterId = someOf(...clusterIds.slice(0, 2))
export const endpoint = someOf(...endpoints, 'https://ONE.example.com')
export const path = someOf(...paths)
export const serviceName = someOf(...serviceNames)
export const accessKeyId = someOf('ACCESSKEYIDNUMBERTWO', 'ACCESSKEYIDNUMBERTEN', 'ACCESSKEYIDNUMBERSIX')
/** The id of a store that may exist, or may come to exist, or never does. */
export const storeId = rarely(someOf(...storeIds.slice(0, 3)), someOf(...storeIds.slice(3)))
export const keyId = someOf(...keyIds)
export const xksKeyId = someOf(...xksKeyIds)
export const accountNumber = someOf(...accountIds)

type Fault<A> = (a: A) => A

/** Nothing wrong, or one thing, or any things together. */
const withFaults = <A>(healthy: Arbitrary<A>, faults: ReadonlyArray<Fault<A>>): Arbitrary<A> =>
  fc
    .tuple<[A, ReadonlyArray<Fault<A>>]>(
      healthy,
      fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 4, arbitrary: fc.constantFrom(...faults).map((fault) => [fault]) },
        { weight: 1, arbitrary: fc.subarray([...faults]) }
      )
    )
    .map(([a, some]) => some.reduce((changed, fault) => fault(changed), a))

const kmsuser = (changes: Partial<cks.CloudHsmCluster['kmsuser']>) => (cluster: cks.CloudHsmCluster) => ({
  ...cluster,
  kmsuser: { ...cluster.kmsuser, ...changes }
})
const subnets =
  (changes: Partial<cks.CloudHsmCluster['subnets'][number]>) => (cluster: cks.CloudHsmCluster) => ({
    ...cluster,
    subnets: cluster.subnets.map((subnet, i) => (i === 0 ? { ...subnet, ...changes } : subnet))
  })
const securityGroup =
  (changes: Partial<cks.CloudHsmCluster['securityGroup']>) => (cluster: cks.CloudHsmCluster) => ({
    ...cluster,
    securityGroup: { ...cluster.securityGroup, ...changes }
  })

/** A cluster of the small world, whose certificate never changes. */
export const cluster: Arbitrary<cks.CloudHsmCluster> = withFaults<cks.CloudHsmCluster>(
  clusterId.map((id) => ({
    ...cks.healthyCluster(decoded(cks.CloudHsmClusterId, id)),
    certificate: certificates[id]!,
    trustAnchorCertificate: decoded(cks.TrustAnchorCertificate, anchor)
  })),
  [
    (c) => ({ ...c, state: 'INITIALIZED' }),
    (c) => ({ ...c, hsms: [] }),
    (c) => ({ ...c, hsms: c.hsms.slice(0, 1) }),
    (c) => ({ ...c, hsms: c.hsms.map((hsm) => ({ ...hsm, availabilityZone: 'a' })) }),
    (c) => ({ ...c, hsms: c.hsms.map((hsm) => ({ ...hsm, state: 'DEGRADED' })) }),
    (c) => ({ ...c, trustAnchorCertificate: decoded(cks.TrustAnchorCertificate, 'another') }),
    (c) => ({ ...c, reachable: false }),
    (c) => ({ ...c, lostKeyMaterial: keyIds.map((id) => decoded(cks.KeyId, id)) }),
    subnets({ availabilityZone: 'b' }),
    subnets({ private: false }),
    subnets({ exists: false }),
    subnets({ freeAddresses: 0 }),
    securityGroup({ inbound: [] }),
    securityGroup({ outbound: [{ protocol: 'tcp', fromPort: 2224, toPort: 2225, group: 'elsewhere' }] }),
    kmsuser({ exists: false }),
    kmsuser({ loggedIn: true }),
    kmsuser({ lockedOut: true }),
    kmsuser({ passwordMatches: false })
  ]
)

const externalKeys: Readonly<Record<string, cks.ExternalKey>> = Object.fromEntries(
  xksKeyIds.slice(0, -1).map((id) => [
    id,
    {
      keySpec: id === 'weak' ? 'AES_128' : 'AES_256',
      keyUsage: id === 'disabled' ? ['ENCRYPT'] : ['ENCRYPT', 'DECRYPT'],
      keyStatus: id === 'disabled' ? 'DISABLED' : 'ENABLED'
    }
  ])
)

const proxyAt = (at: Arbitrary<readonly [string, string]>) =>
  withFaults<cks.XksProxy>(
    at.map(([uriEndpoint, uriPath]) => ({
      ...cks.healthyProxy(
        decoded(cks.XksProxyUriEndpoint, uriEndpoint),
        decoded(cks.XksProxyUriPath, uriPath)
      ),
      externalKeys
    })),
    [
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
      (p) => ({ ...p, externalKeyManager: 'UNAVAILABLE' }),
      (p) => ({ ...p, externalKeys: 'any' })
    ]
  )
export const proxy: Arbitrary<cks.XksProxy> = proxyAt(fc.tuple(someOf(...endpoints), path))

const serviceNamed = (named: Arbitrary<string>) =>
  withFaults<cks.VpcEndpointService>(
    named.map((serviceName) =>
      cks.healthyVpcEndpointService(decoded(cks.XksProxyVpcEndpointServiceName, serviceName))
    ),
    [
      (s) => ({ ...s, allowsKms: false }),
      (s) => ({ ...s, type: 'GatewayLoadBalancer' }),
      (s) => ({ ...s, loadBalancer: 'gateway' }),
      (s) => ({ ...s, availabilityZones: ['a', 'a'] }),
      (s) => ({ ...s, acceptanceRequired: true }),
      (s) => ({ ...s, privateDnsNameVerified: false }),
      (s) => ({ ...s, privateDnsName: 'two.example.com' }),
      (s) => ({ ...s, owner: decoded(cks.AccountId, accountIds[1]) })
    ]
  )
export const vpcEndpointService: Arbitrary<cks.VpcEndpointService> = serviceNamed(serviceName)

const maybe = <A>(a: Arbitrary<A>): Arbitrary<ReadonlyArray<A>> =>
  rarely(
    a.map((value) => [value]),
    fc.constant([])
  )
const existing = <A>(all: ReadonlyArray<Arbitrary<A>>): Arbitrary<ReadonlyArray<A>> =>
  fc.tuple(...all.map(maybe)).map((lists) => lists.flat())

/** Each cluster, proxy and VPC endpoint service of the small world: without a fault, faulty or missing. */
export const infrastructure: Arbitrary<cks.InfrastructureFacts> = fc.record({
  clusters: existing(
    clusterIds.map((id) =>
      cluster.map((c) => ({
        ...c,
        clusterId: decoded(cks.CloudHsmClusterId, id),
        certificate: certificates[id]!
      }))
    )
  ),
  proxies: existing(endpoints.flatMap((e) => paths.map((p) => proxyAt(fc.constant([e, p] as const))))),
  vpcEndpointServices: existing(serviceNames.map((n) => serviceNamed(fc.constant(n))))
})

/** The world without a fault. */
export const soundInfrastructure: cks.InfrastructureFacts = {
  clusters: clusterIds.map((id) => ({
    ...cks.healthyCluster(decoded(cks.CloudHsmClusterId, id)),
    certificate: certificates[id]!
  })),
  proxies: endpoints.flatMap((e) =>
    paths.map((p) => ({
      ...cks.healthyProxy(decoded(cks.XksProxyUriEndpoint, e), decoded(cks.XksProxyUriPath, p)),
      externalKeys
    }))
  ),
  vpcEndpointServices: serviceNames.map((n) =>
    cks.healthyVpcEndpointService(decoded(cks.XksProxyVpcEndpointServiceName, n))
  )
}

export const failure: Arbitrary<cks.ServiceFailure | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<cks.ServiceFailure>(
      'KMSInternalException',
      'DependencyTimeoutException',
      'KeyUnavailableException'
    )
  }
)

/** Whatever may stand behind a store, of either type, and whether KMS fails. */
export const backing: Arbitrary<cks.BackingKeyStore & cks.WithFailure> = fc.record({
  cluster: fc.option(cluster, { nil: undefined }),
  proxy: fc.option(proxy, { nil: undefined }),
  vpcEndpointService: fc.option(vpcEndpointService, { nil: undefined }),
  failure
})

export const cloudHsmCodes = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'SUBNET_NOT_FOUND',
  'USER_LOCKED_OUT',
  'USER_LOGGED_IN',
  'USER_NOT_FOUND'
] as const
export const externalCodes = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'XKS_PROXY_ACCESS_DENIED',
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XKS_PROXY_INVALID_RESPONSE',
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  'XKS_PROXY_NOT_REACHABLE',
  'XKS_PROXY_TIMED_OUT',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'
] as const

/** Any code, of whichever type of store. */
export const errorCode: Arbitrary<cks.ConnectionErrorCode> = fc.constantFrom(
  ...cloudHsmCodes,
  ...externalCodes
)

export const editionName: Arbitrary<cks.EditionName> = fc.constantFrom(
  'exception-text-2022',
  'operation-page-2022',
  'exception-text-2026',
  'operation-page-2026',
  'developer-guide'
)

/** The store that stands at one of three places, which have nothing in common; of either type and in any state. */
const storeAt = (place: 0 | 1 | 2): Arbitrary<cks.CustomKeyStore> =>
  fc
    .record({
      type: fc.constantFrom('AWS_CLOUDHSM', 'AWS_CLOUDHSM', 'PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'),
      state: fc.constantFrom(...everyState, 'CONNECTED' as const),
      cloudHsmCode: fc.constantFrom(...cloudHsmCodes),
      externalCode: fc.constantFrom(...externalCodes),
      path,
      accessKeyId,
      owner: fc.option(someOf(...accountIds), { nil: undefined }),
      attempt: fc.nat(3),
      CreationDate: fc.integer({ min: 1_600_000_000, max: 1_600_000_002 })
    })
    .map(({ type, state, cloudHsmCode, externalCode, attempt, CreationDate, ...external }) =>
      decoded(cks.CustomKeyStore, {
        CustomKeyStoreId: storeIds[place],
        CustomKeyStoreName: ['first', 'second', 'third'][place],
        CreationDate,
        attempt,
        ConnectionState: state,
        ConnectionErrorCode: type === 'AWS_CLOUDHSM' ? cloudHsmCode : externalCode,
        ...(type === 'AWS_CLOUDHSM'
          ? {
              CustomKeyStoreType: 'AWS_CLOUDHSM',
              CloudHsmClusterId: ['cluster-aaaaaaaaaaa', 'cluster-ccccccccccc', 'cluster-ddddddddddd'][place],
              TrustAnchorCertificate: anchor,
              clusterCertificate: ['certificate one', 'certificate two', 'certificate three'][place]
            }
          : {
              CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
              XksProxyConfiguration: {
                Connectivity: type,
                AccessKeyId: external.accessKeyId,
                UriEndpoint: endpoints[place],
                UriPath: external.path,
                VpcEndpointServiceName: serviceNames[place],
                VpcEndpointServiceOwner: external.owner
              }
            })
      })
    )

/** A store of either type in any state. */
export const store: Arbitrary<cks.CustomKeyStore> = storeAt(0)

const keyStates = fc.record({
  enabled: rarely(fc.constant(true), fc.constant(false)),
  DeletionDate: fc.option(fc.constant(1_701_000_000), { nil: undefined, freq: 2 })
})

/** Up to two keys in the store that stands at a place. */
const keysAt = (place: 0 | 1 | 2, { CustomKeyStoreId, CustomKeyStoreType: Origin }: cks.CustomKeyStore) =>
  fc.array(keyStates, { maxLength: 2 }).map((states) =>
    states.map((state, n) =>
      decoded(cks.KmsKey, {
        KeyId: keyIds[2 * place + n],
        Arn: `arn:aws:kms:us-east-1:${accountIds[0]!}:key/${keyIds[2 * place + n]!}`,
        CustomKeyStoreId,
        Description: '',
        CreationDate: 1_600_000_009,
        Origin,
        CloudHsmClusterId: clusterIds[place],
        XksKeyConfiguration: { Id: xksKeyIds[n] },
        ...state
      })
    )
  )

const held = ([0, 1, 2] as const).map((place) =>
  storeAt(place).chain((one) => keysAt(place, one).map((keys) => ({ stores: [one], keys })))
)

export const accountOf = (stores: ReadonlyArray<cks.CustomKeyStore>, keys: ReadonlyArray<cks.KmsKey>) => ({
  AccountId: decoded(cks.AccountId, accountIds[0]),
  Region: 'us-east-1',
  stores,
  keys
})

/** An account with up to three stores, as they can be at the same time, and keys in them. */
export const account: Arbitrary<cks.Account> = existing(held).map((all) =>
  accountOf(
    all.flatMap(({ stores }) => stores),
    all.flatMap(({ keys }) => keys)
  )
)
