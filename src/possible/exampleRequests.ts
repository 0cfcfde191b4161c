import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../codec/decode.js'
import { defaultEdition } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationsByName } from '../operations/index.js'
import {
  accessKeyId,
  aliasName,
  clusterId,
  endpoint,
  granteePrincipal,
  grantId,
  keyId,
  path,
  serviceName,
  storeId,
  trustAnchor,
  xksKeyId,
  type Kind
} from './examples.js'

/** A request in AWS's own JSON. */
export type ExampleRequest = Readonly<Record<string, unknown>>

/** The example store and a key in it, under every name that some request has for them. */
const ids = {
  CustomKeyStoreId: storeId,
  KeyId: keyId,
  SourceKeyId: keyId,
  DestinationKeyId: keyId,
  TargetKeyId: keyId
}

const same = (request: ExampleRequest): Readonly<Record<Kind, ExampleRequest>> => ({
  AWS_CLOUDHSM: request,
  PUBLIC_ENDPOINT: request,
  VPC_ENDPOINT_SERVICE: request
})

/** A blob of a few bytes; no ciphertext that anybody has made. */
const bytes = 'AQIDBA=='

const newExternal = {
  CustomKeyStoreName: 'NewKeyStore',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyUriEndpoint: endpoint,
  XksProxyUriPath: path,
  XksProxyAuthenticationCredential: {
    AccessKeyId: accessKeyId,
    RawSecretAccessKey: 'an/example/of/a/secret/access/key/of/43/characters'
  }
}

const externalKey = { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: xksKeyId }

/** Of the operations that need more than ids, the rest. The passwords and secrets are made up. */
const more: Readonly<Partial<Record<OperationName, Readonly<Record<Kind, ExampleRequest>>>>> = {
  CreateCustomKeyStore: {
    AWS_CLOUDHSM: {
      CustomKeyStoreName: 'NewKeyStore',
      CloudHsmClusterId: clusterId,
      TrustAnchorCertificate: trustAnchor,
      KeyStorePassword: 'examplePswd1'
    },
    PUBLIC_ENDPOINT: { ...newExternal, XksProxyConnectivity: 'PUBLIC_ENDPOINT' },
    VPC_ENDPOINT_SERVICE: {
      ...newExternal,
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyVpcEndpointServiceName: serviceName
    }
  },
  // These have KMS look at what stands behind the store: the same cluster, the same proxy.
  UpdateCustomKeyStore: {
    AWS_CLOUDHSM: { CloudHsmClusterId: clusterId },
    PUBLIC_ENDPOINT: { XksProxyUriEndpoint: endpoint },
    VPC_ENDPOINT_SERVICE: { XksProxyUriEndpoint: endpoint }
  },
  CreateKey: {
    AWS_CLOUDHSM: { Origin: 'AWS_CLOUDHSM' },
    PUBLIC_ENDPOINT: externalKey,
    VPC_ENDPOINT_SERVICE: externalKey
  },
  UpdateKeyDescription: same({ Description: 'Another description' }),
  TagResource: same({ Tags: [{ TagKey: 'Purpose', TagValue: 'Example' }] }),
  UntagResource: same({ TagKeys: ['Purpose'] }),
  PutKeyPolicy: same({ Policy: '{"Version":"2012-10-17","Statement":[]}' }),
  CreateAlias: same({ AliasName: 'alias/New' }),
  UpdateAlias: same({ AliasName: aliasName }),
  DeleteAlias: same({ AliasName: aliasName }),
  CreateGrant: same({ GranteePrincipal: granteePrincipal, Operations: ['Encrypt', 'Decrypt'] }),
  RevokeGrant: same({ GrantId: grantId }),
  RetireGrant: same({ GrantId: grantId }),
  ListRetirableGrants: same({ RetiringPrincipal: granteePrincipal }),
  GetParametersForImport: same({ WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }),
  ImportKeyMaterial: same({ ImportToken: bytes, EncryptedKeyMaterial: bytes }),
  ReplicateKey: same({ ReplicaRegion: 'eu-west-1' }),
  UpdatePrimaryRegion: same({ PrimaryRegion: 'eu-west-1' }),
  Sign: same({ Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256' }),
  Verify: same({ Message: bytes, Signature: bytes, SigningAlgorithm: 'ECDSA_SHA_256' }),
  GenerateMac: same({ Message: bytes, MacAlgorithm: 'HMAC_SHA_256' }),
  VerifyMac: same({ Message: bytes, Mac: bytes, MacAlgorithm: 'HMAC_SHA_256' }),
  DeriveSharedSecret: same({ KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes }),
  GenerateDataKeyPair: same({ KeyPairSpec: 'ECC_NIST_P256' }),
  GenerateDataKeyPairWithoutPlaintext: same({ KeyPairSpec: 'ECC_NIST_P256' }),
  GenerateRandom: same({ NumberOfBytes: 32 }),
  Encrypt: same({ Plaintext: bytes }),
  Decrypt: same({ CiphertextBlob: bytes }),
  ReEncrypt: same({ CiphertextBlob: bytes }),
  GenerateDataKey: same({ KeySpec: 'AES_256' }),
  GenerateDataKeyWithoutPlaintext: same({ KeySpec: 'AES_256' })
}

/** The members that the request of an operation has, as its codec drops every other; none where it cannot be read. */
const membersOf = (operation: OperationName, members: ExampleRequest): ExampleRequest => {
  const read = decode(operationsByName[defaultEdition][operation].request)(members)
  if (E.isLeft(read)) return {}
  const known = read.right as object
  return Object.fromEntries(Object.entries(members).filter(([member]) => Object.hasOwn(known, member)))
}

/** A good request of an operation for the example store of a kind, or for the key in it. */
export const exampleRequest = (operation: OperationName, kind: Kind): ExampleRequest =>
  membersOf(operation, { ...ids, ...more[operation]?.[kind] })

/** A good request as well; an update is one of the name alone, which every edition allows in some state. */
export const exampleRequestOrNewName = (operation: OperationName, kind: Kind): ExampleRequest => {
  const renaming = membersOf(operation, { ...ids, NewCustomKeyStoreName: 'NewName' })
  return Object.hasOwn(renaming, 'NewCustomKeyStoreName') ? renaming : exampleRequest(operation, kind)
}
