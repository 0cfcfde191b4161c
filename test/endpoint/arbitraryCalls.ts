/** Calls of the AWS SDK, as its types allow them, from a world so small that names, addresses and ids often meet. */
import type * as kms from '@aws-sdk/client-kms'
import fc, { type Arbitrary } from 'fast-check'
import type * as cks from '../../src/index.js'
import {
  accessKeyId,
  clusterId,
  endpoint,
  failure,
  path,
  relatedClusterId,
  serviceName,
  storeName,
  xksKeyId
} from '../arbitraries.js'

/**
 * A call, in which `cks-2` and `key-2` stand for the third store and the third key that have been made; or for the second
 * or the first again, if there are not so many.
 */
export interface Call {
  readonly does: cks.Operation | `${'enable' | 'disable' | 'use'}Key` | `${'schedule' | 'cancel'}KeyDeletion`
  readonly input: object
  readonly failure: cks.ServiceFailure | undefined
}

/** The first, or one time in eight the second. */
export const mostly = <A>(often: A, seldom: A): Arbitrary<A> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constant(seldom) })

export const storeId = fc.constantFrom('cks-0', 'cks-1', 'cks-2', 'cks-3', 'cks-4', 'cks-5', 'cks-none')
const keyId = fc.constantFrom('key-0', 'key-1', 'key-2', 'key-3', 'key-4', 'key-none')
const password = mostly('Hidden7Password', 'short')
const XksProxyAuthenticationCredential = fc.record({
  AccessKeyId: accessKeyId,
  RawSecretAccessKey: mostly('Hidden7+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'short')
})

const external = {
  CustomKeyStoreName: storeName,
  CustomKeyStoreType: fc.constant('EXTERNAL_KEY_STORE' as const),
  XksProxyUriEndpoint: endpoint,
  XksProxyUriPath: path,
  XksProxyAuthenticationCredential
}

export const create: Arbitrary<kms.CreateCustomKeyStoreCommandInput> = fc.oneof(
  fc.record({
    CustomKeyStoreName: storeName,
    CloudHsmClusterId: clusterId,
    TrustAnchorCertificate: mostly('customerCA.crt', 'customerCA.crt of another cluster'),
    KeyStorePassword: password
  }),
  fc.record({ ...external, XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT' as const) }),
  fc.record({
    ...external,
    XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE' as const),
    XksProxyVpcEndpointServiceName: serviceName
  })
)

const update: Arbitrary<kms.UpdateCustomKeyStoreCommandInput> = fc.oneof(
  ...[
    { NewCustomKeyStoreName: storeName },
    { KeyStorePassword: password },
    { CloudHsmClusterId: relatedClusterId },
    { XksProxyAuthenticationCredential },
    { XksProxyUriPath: path, NewCustomKeyStoreName: storeName },
    { XksProxyUriEndpoint: endpoint },
    { XksProxyConnectivity: fc.constant('PUBLIC_ENDPOINT' as const), XksProxyUriEndpoint: endpoint },
    {
      XksProxyConnectivity: fc.constant('VPC_ENDPOINT_SERVICE' as const),
      XksProxyVpcEndpointServiceName: serviceName
    },
    {}
  ].map((members) =>
    fc.record<kms.UpdateCustomKeyStoreCommandInput>({ CustomKeyStoreId: storeId, ...members })
  )
)

export const createKey: Arbitrary<kms.CreateKeyCommandInput> = fc.oneof(
  fc.record({ CustomKeyStoreId: storeId, Origin: fc.constant('AWS_CLOUDHSM' as const) }),
  fc.record({
    CustomKeyStoreId: storeId,
    Origin: fc.constant('EXTERNAL_KEY_STORE' as const),
    XksKeyId: xksKeyId
  }),
  fc.record({
    CustomKeyStoreId: storeId,
    Origin: fc.constant('AWS_CLOUDHSM' as const),
    KeySpec: fc.constantFrom('RSA_2048', 'SYMMETRIC_DEFAULT')
  })
)

const describe: Arbitrary<kms.DescribeCustomKeyStoresCommandInput> = fc.oneof(
  fc.record({ CustomKeyStoreId: storeId }),
  fc.record({ CustomKeyStoreName: storeName }),
  fc.record(
    { Limit: fc.integer({ min: 0, max: 3 }), Marker: mostly('the last one', 'no marker') },
    { requiredKeys: [] }
  )
)

const random: Arbitrary<kms.GenerateRandomCommandInput> = fc.record(
  { CustomKeyStoreId: storeId, NumberOfBytes: mostly(32, 1025) },
  { requiredKeys: ['NumberOfBytes'] }
)
const store = fc.record({ CustomKeyStoreId: storeId })
const key = fc.record({ KeyId: keyId })

/** What is called, how often in comparison, and with what. */
const calls: Readonly<Record<Call['does'], readonly [weight: number, input: Arbitrary<object>]>> = {
  CreateCustomKeyStore: [5, create],
  DescribeCustomKeyStores: [3, describe],
  ConnectCustomKeyStore: [9, store],
  DisconnectCustomKeyStore: [3, store],
  UpdateCustomKeyStore: [4, update],
  DeleteCustomKeyStore: [2, store],
  CreateKey: [5, createKey],
  GenerateRandom: [2, random],
  useKey: [2, key],
  enableKey: [1, key],
  disableKey: [1, key],
  scheduleKeyDeletion: [2, key],
  cancelKeyDeletion: [1, key]
}

export const anyCall: Arbitrary<Call> = fc.oneof(
  ...Object.entries(calls).map(([does, [weight, input]]) => ({
    weight,
    arbitrary: fc.record({ does: fc.constant(does as Call['does']), input, failure })
  }))
)
