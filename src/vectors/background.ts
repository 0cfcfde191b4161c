import type { Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore, Disconnected, ExternalKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId, CustomKeyStoreName } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Operation } from '../model/Operation.js'
import {
  account,
  clusterId,
  endpoint,
  exampleStore,
  keyId,
  path,
  region,
  serviceName,
  storeId,
  xksKeyId,
  type Kind
} from '../possible/examples.js'

export type Members = Readonly<Record<string, unknown>>
export type Infrastructure = Readonly<Record<string, ReadonlyArray<Members>>>

/** Everything that a kind of store needs, without a fault. */
export const goodInfrastructure: Readonly<Record<Kind, Infrastructure>> = {
  AWS_CLOUDHSM: { clusters: [{ clusterId }] },
  PUBLIC_ENDPOINT: { proxies: [{ uriEndpoint: endpoint, uriPath: path }] },
  VPC_ENDPOINT_SERVICE: {
    proxies: [{ uriEndpoint: endpoint, uriPath: path }],
    vpcEndpointServices: [{ serviceName }]
  }
}

/** The state in which a case lets each operation begin: one in which it is valid in every edition. */
export const goodState: Readonly<Record<Operation, ConnectionState>> = {
  CreateCustomKeyStore: 'DISCONNECTED',
  DescribeCustomKeyStores: 'DISCONNECTED',
  ConnectCustomKeyStore: 'DISCONNECTED',
  DisconnectCustomKeyStore: 'CONNECTED',
  UpdateCustomKeyStore: 'DISCONNECTED',
  DeleteCustomKeyStore: 'DISCONNECTED',
  CreateKey: 'CONNECTED',
  GenerateRandom: 'CONNECTED'
}

export const accountWith = (
  stores: ReadonlyArray<CustomKeyStore>,
  keys: ReadonlyArray<KmsKey> = []
): Account => ({
  AccountId: account,
  Region: region,
  stores,
  keys
})

/** The account before an operation: with the store that it is about, but for Create. */
export const accountBefore = (operation: Operation, kind: Kind, state: ConnectionState): Account =>
  accountWith(operation === 'CreateCustomKeyStore' ? [] : [exampleStore(kind, state)])

/** Another store of the account. */
export const otherId = 'cks-0fedcba0987654321' as CustomKeyStoreId
export const other = (kind: Kind, change: Partial<CustomKeyStore> = {}): CustomKeyStore =>
  ({
    ...exampleStore(kind, 'DISCONNECTED'),
    CustomKeyStoreId: otherId,
    CustomKeyStoreName: 'OtherKeyStore' as CustomKeyStoreName,
    ...change
  }) as CustomKeyStore

/** A key in the store. */
export const enabledKey = (kind: Kind): KmsKey => {
  const common = {
    KeyId: keyId,
    Arn: `arn:aws:kms:${region}:${account}:key/${keyId}`,
    CustomKeyStoreId: storeId,
    Description: '',
    CreationDate: 1_700_000_050,
    enabled: true
  }
  return kind === 'AWS_CLOUDHSM'
    ? { ...common, Origin: 'AWS_CLOUDHSM', CloudHsmClusterId: clusterId }
    : { ...common, Origin: 'EXTERNAL_KEY_STORE', XksKeyConfiguration: { Id: xksKeyId } }
}

/** Another external key store, with a configuration that is other in some members. */
export const external = (
  kind: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE',
  configuration: Members
): CustomKeyStore => {
  const store = other(kind) as ExternalKeyStore & Disconnected
  return {
    ...store,
    XksProxyConfiguration: { ...store.XksProxyConfiguration, ...configuration }
  }
}

/** The address of another proxy, and the id of another cluster. */
export const elsewhere = { UriEndpoint: 'https://other.example.com', UriPath: '/other/kms/xks/v1' }
export const otherCluster = 'cluster-zzzzzzzzzzz'
