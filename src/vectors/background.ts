import type { CustomKeyStore, Disconnected, ExternalKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId, CustomKeyStoreName } from '../model/identifiers.js'
import { healthyExternalKey } from '../model/XksProxy.js'
import {
  clusterId,
  uriEndpoint,
  exampleStore,
  path,
  serviceName,
  xksKeyId,
  type Kind
} from '../possible/examples.js'

export type JsonMembers = Readonly<Record<string, unknown>>
export type InfrastructureChange = Readonly<Record<string, ReadonlyArray<JsonMembers>>>

/** The infrastructure of each kind of store, without a fault. */
export const goodInfrastructure: Readonly<Record<Kind, InfrastructureChange>> = {
  AWS_CLOUDHSM: { clusters: [{ clusterId }] },
  PUBLIC_ENDPOINT: { proxies: [{ uriEndpoint, uriPath: path }] },
  VPC_ENDPOINT_SERVICE: {
    proxies: [{ uriEndpoint, uriPath: path }],
    vpcEndpointServices: [{ serviceName }]
  }
}

/** The id of another key. */
export const otherKeyId = '0fedcba9-21fe-43dc-65ba-0fedcba98765'

/** Another store of the account. */
export const otherId = 'cks-0fedcba0987654321' as CustomKeyStoreId
export const other = (kind: Kind, change: Partial<CustomKeyStore> = {}): CustomKeyStore =>
  ({
    ...exampleStore(kind, 'DISCONNECTED'),
    CustomKeyStoreId: otherId,
    CustomKeyStoreName: 'OtherKeyStore' as CustomKeyStoreName,
    ...change
  }) as CustomKeyStore

/** Another external key store, with some members of its configuration changed. */
export const external = (
  kind: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE',
  configuration: JsonMembers
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

/** A proxy whose external key has a fault. */
export const externalKeyWith = (change: JsonMembers): InfrastructureChange => ({
  proxies: [
    {
      uriEndpoint,
      uriPath: path,
      externalKeys: { [xksKeyId]: { ...healthyExternalKey, ...change } }
    }
  ]
})
