/** A value that is read by itself, outside of any request: which limit it breaks, and on which page. Written by hand. */
import type * as t from 'io-ts'
import { expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import type { Described } from '../../src/codec/Member.js'
import { GrantOperation } from '../../src/model/Grant.js'
import { TagKey } from '../../src/model/Tag.js'
import { reasonsOf } from '../codec/violationsOf.js'
import { everyRequest } from '../everyRequest.js'

/** The members of a kind that has another name. */
const kinds: Readonly<Record<string, string>> = {
  NewCustomKeyStoreName: 'CustomKeyStoreName',
  XksProxyVpcEndpointServiceOwner: 'AccountId',
  TargetKeyId: 'KeyId',
  SourceKeyId: 'KeyId',
  DestinationKeyId: 'KeyId',
  SourceEncryptionAlgorithm: 'EncryptionAlgorithm',
  DestinationEncryptionAlgorithm: 'EncryptionAlgorithm',
  'GenerateDataKey.KeySpec': 'DataKeySpec',
  'GenerateDataKeyWithoutPlaintext.KeySpec': 'DataKeySpec'
}

/** The page of a kind that several requests have. */
const pages: Readonly<Record<string, string>> = {
  CustomKeyStoreId: 'API_ConnectCustomKeyStore',
  CustomKeyStoreName: 'API_CreateCustomKeyStore',
  KeyStorePassword: 'API_CreateCustomKeyStore',
  CloudHsmClusterId: 'API_CreateCustomKeyStore',
  AccountId: 'API_CreateCustomKeyStore',
  XksProxyConnectivity: 'API_CreateCustomKeyStore',
  XksProxyUriEndpoint: 'API_CreateCustomKeyStore',
  XksProxyUriPath: 'API_CreateCustomKeyStore',
  XksProxyVpcEndpointServiceName: 'API_CreateCustomKeyStore',
  KeyId: 'API_KeyMetadata',
  Marker: 'API_DescribeCustomKeyStores',
  AliasName: 'API_CreateAlias',
  GrantId: 'API_RevokeGrant',
  KeyMaterialId: 'API_ImportKeyMaterial',
  EncryptionAlgorithm: 'API_Encrypt',
  CiphertextBlob: 'API_Decrypt',
  DataKeySpec: 'API_GenerateDataKey',
  NumberOfBytes: 'API_GenerateDataKey',
  TagKeys: 'API_Tag'
}

const limited = Object.entries(everyRequest).flatMap(([operation, { properties }]) =>
  Object.entries<t.Mixed & Described>({ ...properties.required, ...properties.optional }).flatMap(
    ([member, { limit }]) => (limit === undefined ? [] : [[operation, member, limit] as const])
  )
)

it.each(limited)('of %s: %s', (operation, member, limit) => {
  const kind = kinds[`${operation}.${member}`] ?? kinds[member] ?? member
  const page = operation === 'GenerateRandom' && kind === 'NumberOfBytes' ? undefined : pages[kind]
  expect([limit.name, limit.source]).toEqual([`${kind}Limit`, page ?? `API_${operation}`])
})

it.each([
  [cks.AccessKeyId, 'AccessKeyId', 'API_XksProxyAuthenticationCredentialType'],
  [cks.XksKeyId, 'XksKeyId', 'API_CreateKey'],
  [cks.TrustAnchorCertificate, 'TrustAnchorCertificate', 'API_CreateCustomKeyStore'],
  [cks.CustomKeyStoreId, 'CustomKeyStoreId', 'API_ConnectCustomKeyStore'],
  [TagKey, 'TagKey', 'API_Tag'],
  [GrantOperation, 'GrantOperation', 'API_CreateGrant']
])('%# breaks its own limit', (codec, kind, source) => {
  const tooLong = 'x'.repeat(100_000)
  expect(reasonsOf(codec as never, tooLong)).toMatchObject([{ kind: 'limit', rule: `${kind}Limit`, source }])
})
