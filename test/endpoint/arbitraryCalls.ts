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

import * as settings from './arbitrarySettings.js'
import { keyId } from './arbitrarySettings.js'

/**
 * A call, in which `cks-2` and `key-2` stand for the third store and the third key that have been made; or for the second
 * or the first again, if there are not so many. `the last ciphertext` and `its key` are those of the last answer with one.
 */
export interface Call {
  readonly does: cks.OperationName
  readonly input: object
  readonly failure: cks.ServiceFailure | undefined
}

/** The first, or one time in eight the second. */
export const mostly = <A>(often: A, seldom: A): Arbitrary<A> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constant(seldom) })

export const storeId = fc.constantFrom('cks-0', 'cks-1', 'cks-2', 'cks-3', 'cks-4', 'cks-5', 'cks-none')
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

/** A store that nothing keeps from being made. */
export const createSoundly: Arbitrary<kms.CreateCustomKeyStoreCommandInput> = fc.record({
  CustomKeyStoreName: storeName,
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: fc.constant('customerCA.crt'),
  KeyStorePassword: fc.constant('Hidden7Password')
})

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
const list: Arbitrary<kms.ListKeysCommandInput> = fc.record(
  { Limit: fc.integer({ min: 0, max: 3 }), Marker: mostly('the last one', 'no marker') },
  { requiredKeys: [] }
)

const DryRun = mostly(false, true)
const encrypt: Arbitrary<kms.EncryptCommandInput> = fc.record({
  KeyId: keyId,
  Plaintext: fc.constant(Buffer.from('x')),
  EncryptionAlgorithm: mostly('SYMMETRIC_DEFAULT' as const, 'RSAES_OAEP_SHA_1' as const),
  DryRun
})
export const decrypt = fc.record({
  KeyId: fc.constant('its key'),
  CiphertextBlob: fc.constant('the last ciphertext'),
  DryRun
})
export const reEncrypt = fc.record({
  SourceKeyId: fc.constant('its key'),
  CiphertextBlob: fc.constant('the last ciphertext'),
  DestinationKeyId: keyId,
  DryRun
})
const dataKey: Arbitrary<kms.GenerateDataKeyCommandInput> = fc.record({
  KeyId: keyId,
  NumberOfBytes: mostly(16, 1025),
  DryRun
})

/** For each operation, how often it is called in comparison, and with which input. */
const calls: Readonly<Record<Call['does'], readonly [weight: number, input: Arbitrary<object>]>> = {
  CreateCustomKeyStore: [40, create],
  DescribeCustomKeyStores: [24, describe],
  ConnectCustomKeyStore: [72, store],
  DisconnectCustomKeyStore: [24, store],
  UpdateCustomKeyStore: [32, update],
  DeleteCustomKeyStore: [16, store],
  CreateKey: [40, createKey],
  GenerateRandom: [16, random],
  DescribeKey: [8, key],
  ListKeys: [8, list],
  EnableKey: [8, key],
  DisableKey: [8, key],
  ScheduleKeyDeletion: [16, key],
  CancelKeyDeletion: [8, key],
  UpdateKeyDescription: [1, settings.describe],
  TagResource: [1, settings.tag],
  UntagResource: [1, settings.untag],
  ListResourceTags: [1, settings.listTags],
  CreateAlias: [2, settings.alias],
  UpdateAlias: [1, settings.alias],
  DeleteAlias: [1, settings.deleteAlias],
  ListAliases: [1, settings.listAliases],
  GetKeyPolicy: [1, settings.getPolicy],
  PutKeyPolicy: [1, settings.putPolicy],
  ListKeyPolicies: [1, settings.listPolicies],
  CreateGrant: [2, settings.createGrant],
  ListGrants: [1, settings.listGrants],
  RevokeGrant: [1, settings.revokeGrant],
  RetireGrant: [1, settings.retireGrant],
  ListRetirableGrants: [1, settings.listRetirableGrants],
  ...settings.refusals,
  Encrypt: [16, encrypt],
  Decrypt: [16, decrypt],
  ReEncrypt: [8, reEncrypt],
  GenerateDataKey: [8, dataKey],
  GenerateDataKeyWithoutPlaintext: [8, dataKey]
}

export const anyCall: Arbitrary<Call> = fc.oneof(
  ...Object.entries(calls).map(([does, [weight, input]]) => ({
    weight,
    arbitrary: fc.record({ does: fc.constant(does as Call['does']), input, failure })
  }))
)
