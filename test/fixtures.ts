/** Small examples by hand: stores of each type in each state, what stands behind them, requests, and an account. */
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Account } from '../src/model/Account.js'
import type { Circumstances } from '../src/model/Circumstances.js'
import { settle, type ConnectionFacts } from '../src/connection/process.js'
import { infrastructureOf, type InfrastructureFacts } from '../src/model/Infrastructure.js'
import type { BackingKeyStore } from '../src/model/BackingKeyStore.js'
import { CloudHsmCluster } from '../src/model/CloudHsmCluster.js'
import type { ConnectionErrorCode } from '../src/model/ConnectionErrorCode.js'
import type { ConnectionState } from '../src/model/ConnectionState.js'
import {
  CustomKeyStore,
  type CloudHsmKeyStore,
  type ExternalKeyStore,
  type StoreIn
} from '../src/model/CustomKeyStore.js'
import { decode, report } from '../src/codec/decode.js'
import { AccountId, CustomKeyStoreId, KeyId } from '../src/model/identifiers.js'
import { KmsKey, type CloudHsmKmsKey, type ExternalKmsKey } from '../src/model/KmsKey.js'
import {
  CreateCustomKeyStoreRequest,
  type CreateCloudHsmKeyStoreRequest,
  type CreateExternalKeyStoreRequest
} from '../src/model/requests/CreateCustomKeyStoreRequest.js'
import {
  CreateKeyRequest,
  type CreateCloudHsmKeyRequest,
  type CreateExternalKeyRequest
} from '../src/model/requests/CreateKeyRequest.js'
import { UpdateCustomKeyStoreRequest } from '../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { VpcEndpointService } from '../src/model/VpcEndpointService.js'
import type { XksProxyConnectivity } from '../src/model/XksProxyConfiguration.js'
import { XksProxy } from '../src/model/XksProxy.js'

type Members = Readonly<Record<string, unknown>>

/** The input as the codec reads it; an input that it refuses is a mistake in a test. */
export const decoded = <A, O>(codec: t.Type<A, O>, input: unknown): A => {
  const result = decode(codec)(input)
  if (E.isRight(result)) return result.right
  throw new Error(`${codec.name}: ${report(result.left).join('; ')}`)
}

/** 'accepted', or the AWS name of the exception. */
export const verdict = (result: E.Either<{ readonly name: string }, unknown>): string =>
  E.isLeft(result) ? result.left.name : 'accepted'

/** The answer of an accepted operation; a refusal is a mistake in a test. */
export const accepted = <A>(result: E.Either<{ readonly name: string }, A>): A => {
  if (E.isRight(result)) return result.right
  throw new Error(`refused with ${result.left.name}`)
}

/** The ConnectionState of the store that an accepted operation answers with. */
export const stateAfter = (
  result: E.Either<{ readonly name: string }, { readonly ConnectionState: ConnectionState }>
): ConnectionState => accepted(result).ConnectionState

/** How what KMS is doing with the store ends: its state, or the ConnectionErrorCode where it is FAILED. */
export const endOf = (facts: ConnectionFacts, store: CustomKeyStore): string => {
  const after = settle(facts)(store)
  return after.ConnectionState === 'FAILED' ? after.ConnectionErrorCode : after.ConnectionState
}

export const everyState = ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const

export const accountId = decoded(AccountId, '111122223333')
export const otherAccountId = decoded(AccountId, '444455556666')
export const region = 'eu-central-1'

export const cloudHsmId = decoded(CustomKeyStoreId, 'cks-1234567890abcdef0')
export const publicId = decoded(CustomKeyStoreId, 'cks-abcdef01234567890')
export const vpcId = decoded(CustomKeyStoreId, 'cks-fedcba09876543210')
export const unknownId = decoded(CustomKeyStoreId, 'cks-00000000000000000')

const noError: Members = {}
const errorOf = (state: ConnectionState, ConnectionErrorCode: ConnectionErrorCode): Members =>
  state === 'FAILED' ? { ConnectionErrorCode } : noError

/** An AWS CloudHSM key store; FAILED with INVALID_CREDENTIALS by default. Its attempt is 3. */
export const cloudHsmStore = <S extends ConnectionState>(state: S, changes: Members = {}) =>
  decoded(CustomKeyStore, {
    CustomKeyStoreId: cloudHsmId,
    CustomKeyStoreName: 'hsm store',
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: 'cluster-abcdefghijk',
    TrustAnchorCertificate: 'customerCA of abcdefghijk',
    clusterCertificate: 'certificate of abcdefghijk',
    CreationDate: 1_700_000_000,
    attempt: 3,
    ConnectionState: state,
    ...errorOf(state, 'INVALID_CREDENTIALS'),
    ...changes
  }) as StoreIn<S> & CloudHsmKeyStore

const publicConfiguration = {
  Connectivity: 'PUBLIC_ENDPOINT',
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  UriEndpoint: 'https://public.example.com',
  UriPath: '/first/kms/xks/v1'
}

const vpcConfiguration = {
  Connectivity: 'VPC_ENDPOINT_SERVICE',
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  UriEndpoint: 'https://private.example.com',
  UriPath: '/second/kms/xks/v1',
  VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
}

/** An external key store; FAILED with XKS_PROXY_TIMED_OUT by default. Its attempt is 3. */
export const externalStore = <S extends ConnectionState>(
  state: S,
  connectivity: XksProxyConnectivity = 'PUBLIC_ENDPOINT',
  changes: Members = {}
) =>
  decoded(CustomKeyStore, {
    CustomKeyStoreId: connectivity === 'PUBLIC_ENDPOINT' ? publicId : vpcId,
    CustomKeyStoreName: connectivity === 'PUBLIC_ENDPOINT' ? 'public store' : 'vpc store',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConfiguration: connectivity === 'PUBLIC_ENDPOINT' ? publicConfiguration : vpcConfiguration,
    CreationDate: connectivity === 'PUBLIC_ENDPOINT' ? 1_700_000_100 : 1_700_000_200,
    attempt: 3,
    ConnectionState: state,
    ...errorOf(state, 'XKS_PROXY_TIMED_OUT'),
    ...changes
  }) as StoreIn<S> & ExternalKeyStore

/** A store of each type and connectivity in one state. */
export const storesIn = <S extends ConnectionState>(state: S) =>
  [cloudHsmStore(state), externalStore(state), externalStore(state, 'VPC_ENDPOINT_SERVICE')] as const

/** A store of each type and connectivity in each state. */
export const allStores: ReadonlyArray<CustomKeyStore> = everyState.flatMap(
  (state): ReadonlyArray<CustomKeyStore> => storesIn(state)
)

/** The cluster of {@link cloudHsmStore}, without a fault. */
export const clusterWith = (changes: Members = {}): CloudHsmCluster =>
  decoded(CloudHsmCluster, {
    clusterId: 'cluster-abcdefghijk',
    state: 'ACTIVE',
    certificate: 'certificate of abcdefghijk',
    trustAnchorCertificate: 'customerCA of abcdefghijk',
    hsms: [
      { availabilityZone: 'eu-central-1a', state: 'ACTIVE' },
      { availabilityZone: 'eu-central-1b', state: 'ACTIVE' }
    ],
    subnets: [
      { availabilityZone: 'eu-central-1a', private: true, exists: true, freeAddresses: 7 },
      { availabilityZone: 'eu-central-1b', private: true, exists: true, freeAddresses: 8 }
    ],
    securityGroup: {
      id: 'cloudhsm-cluster-abcdefghijk-sg',
      inbound: [{ protocol: 'tcp', fromPort: 2223, toPort: 2225, group: 'cloudhsm-cluster-abcdefghijk-sg' }],
      outbound: [{ protocol: 'tcp', fromPort: 2223, toPort: 2225, group: 'cloudhsm-cluster-abcdefghijk-sg' }]
    },
    kmsuser: { exists: true, loggedIn: false, lockedOut: false, passwordMatches: true },
    reachable: true,
    ...changes
  })

/** A cluster with active HSMs in these Availability Zones, one for each time a zone is named. */
export const clusterWithHsmsIn = (...zones: ReadonlyArray<string>): CloudHsmCluster =>
  clusterWith({ hsms: zones.map((availabilityZone) => ({ availabilityZone, state: 'ACTIVE' })) })

/** A cluster whose kmsuser is not as it should be. */
export const clusterWithKmsuser = (changes: Members): CloudHsmCluster =>
  clusterWith({ kmsuser: { ...clusterWith().kmsuser, ...changes } })

/** The proxy of the external store with public connectivity, without a fault; it has two keys, `key-1` and `key-2`. */
export const proxyWith = (changes: Members = {}): XksProxy =>
  decoded(XksProxy, {
    uriEndpoint: 'https://public.example.com',
    uriPath: '/first/kms/xks/v1',
    reachable: true,
    tlsIsValid: true,
    answersInTime: true,
    throttles: false,
    acceptsCredential: true,
    authorizesKms: true,
    knowsUriPath: true,
    answersAreValid: true,
    supportsRequest: true,
    networkIsSound: true,
    externalKeyManager: 'ACTIVE',
    externalKeys: {
      'key-1': { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' },
      'key-2': { keySpec: 'AES_256', keyUsage: ['DECRYPT', 'ENCRYPT', 'WRAP'], keyStatus: 'ENABLED' }
    },
    ...changes
  })

/** A proxy whose `key-1` is not as it should be. */
export const proxyWithKey = (changes: Members): XksProxy =>
  proxyWith({
    externalKeys: {
      'key-1': { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED', ...changes }
    }
  })

/** The proxy of the external store with a VPC endpoint service, without a fault. */
export const vpcProxyWith = (changes: Members = {}): XksProxy =>
  proxyWith({ uriEndpoint: 'https://private.example.com', uriPath: '/second/kms/xks/v1', ...changes })

/** The VPC endpoint service of the external store that has one, without a fault. */
export const vpcEndpointServiceWith = (changes: Members = {}): VpcEndpointService =>
  decoded(VpcEndpointService, {
    serviceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234',
    allowsKms: true,
    type: 'Interface',
    loadBalancer: 'network',
    availabilityZones: ['eu-central-1a', 'eu-central-1c'],
    acceptanceRequired: false,
    privateDnsName: 'private.example.com',
    privateDnsNameVerified: true,
    owner: accountId,
    ...changes
  })

/** The backing key store of a store, without a fault. */
export const behindStore = (store: CustomKeyStore): BackingKeyStore => {
  if (store.CustomKeyStoreType === 'AWS_CLOUDHSM') return { cluster: clusterWith() }
  return store.XksProxyConfiguration.Connectivity === 'PUBLIC_ENDPOINT'
    ? { proxy: proxyWith() }
    : { proxy: vpcProxyWith(), vpcEndpointService: vpcEndpointServiceWith() }
}

/** An enabled key of {@link cloudHsmStore}. */
export const cloudHsmKey = (changes: Members = {}) =>
  decoded(KmsKey, {
    KeyId: '11111111-2222-3333-4444-555555555555',
    Arn: 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555',
    CustomKeyStoreId: cloudHsmId,
    Description: 'made in a cluster',
    CreationDate: 1_700_001_000,
    enabled: true,
    Origin: 'AWS_CLOUDHSM',
    ...changes
  }) as CloudHsmKmsKey

/** An enabled key of {@link externalStore}, which stands for `key-1`. */
export const externalKey = (changes: Members = {}) =>
  decoded(KmsKey, {
    KeyId: '66666666-7777-8888-9999-000000000000',
    Arn: 'arn:aws:kms:eu-central-1:111122223333:key/66666666-7777-8888-9999-000000000000',
    CustomKeyStoreId: publicId,
    Description: 'kept outside',
    CreationDate: 1_700_002_000,
    enabled: true,
    Origin: 'EXTERNAL_KEY_STORE',
    XksKeyConfiguration: { Id: 'key-1' },
    ...changes
  }) as ExternalKmsKey

/** Asks for the store that {@link cloudHsmStore} is. */
export const createCloudHsmRequest = (changes: Members = {}) =>
  decoded(CreateCustomKeyStoreRequest, {
    CustomKeyStoreName: 'hsm store',
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: 'cluster-abcdefghijk',
    TrustAnchorCertificate: 'customerCA of abcdefghijk',
    KeyStorePassword: 'kmsuser-password',
    ...changes
  }) as CreateCloudHsmKeyStoreRequest

export const credential = {
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  RawSecretAccessKey: 'secret/secret/secret/secret/secret/secret/secret'
}

/** Asks for the store that {@link externalStore} is. */
export const createExternalRequest = (
  connectivity: XksProxyConnectivity = 'PUBLIC_ENDPOINT',
  changes: Members = {}
) => {
  const address = connectivity === 'PUBLIC_ENDPOINT' ? publicConfiguration : vpcConfiguration
  return decoded(CreateCustomKeyStoreRequest, {
    CustomKeyStoreName: connectivity === 'PUBLIC_ENDPOINT' ? 'public store' : 'vpc store',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConnectivity: connectivity,
    XksProxyUriEndpoint: address.UriEndpoint,
    XksProxyUriPath: address.UriPath,
    XksProxyAuthenticationCredential: credential,
    ...(connectivity === 'VPC_ENDPOINT_SERVICE' && {
      XksProxyVpcEndpointServiceName: vpcConfiguration.VpcEndpointServiceName
    }),
    ...changes
  }) as CreateExternalKeyStoreRequest
}

/** Asks for a change of these members of a store. */
export const updateRequest = (store: CustomKeyStore, members: Members): UpdateCustomKeyStoreRequest =>
  decoded(UpdateCustomKeyStoreRequest, { CustomKeyStoreId: store.CustomKeyStoreId, ...members })

/** Asks for a key in {@link cloudHsmStore}. */
export const createCloudHsmKeyRequest = (changes: Members = {}) =>
  decoded(CreateKeyRequest, {
    CustomKeyStoreId: cloudHsmId,
    Origin: 'AWS_CLOUDHSM',
    ...changes
  }) as CreateCloudHsmKeyRequest

/** Asks for a key in {@link externalStore} that stands for `key-1`. */
export const createExternalKeyRequest = (changes: Members = {}) =>
  decoded(CreateKeyRequest, {
    CustomKeyStoreId: publicId,
    Origin: 'EXTERNAL_KEY_STORE',
    XksKeyId: 'key-1',
    ...changes
  }) as CreateExternalKeyRequest

/** The clusters, proxies and VPC endpoint services behind {@link allStores}. */
export const infrastructureFacts: InfrastructureFacts = {
  clusters: [clusterWith()],
  proxies: [proxyWith(), vpcProxyWith()],
  vpcEndpointServices: [vpcEndpointServiceWith()]
}

export const newCustomKeyStoreId = decoded(CustomKeyStoreId, 'cks-99999999999999999')
export const newKeyId = decoded(KeyId, '99999999-9999-9999-9999-999999999999')

/** The circumstances of an operation on an account where nothing is at fault. */
export const circumstances: Circumstances = {
  infrastructure: infrastructureOf(infrastructureFacts),
  now: 1_800_000_000,
  newCustomKeyStoreId,
  newKeyId
}

/** An account with these stores and no keys. */
export const accountWith = (...stores: ReadonlyArray<CustomKeyStore>): Account => ({
  AccountId: accountId,
  Region: region,
  stores,
  keys: []
})

/** The same account with these keys. */
export const withKeys =
  (...keys: ReadonlyArray<KmsKey>) =>
  (account: Account): Account => ({ ...account, keys })

/** Whether a request can be read. */
export const isRead = <A, O>(codec: t.Type<A, O>, input: unknown): boolean => E.isRight(decode(codec)(input))
