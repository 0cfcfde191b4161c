/** The operations that every key in a custom key store refuses, and what each request has besides the key. Written by hand. */
import { operationNames } from '../src/operations/index.js'

const bytes = 'AQIDBA=='

export const refusedInStores = {
  EnableKeyRotation: { RotationPeriodInDays: 90 },
  DisableKeyRotation: {},
  GetKeyRotationStatus: {},
  ListKeyRotations: { Limit: 1 },
  RotateKeyOnDemand: {},
  GetParametersForImport: { WrappingAlgorithm: 'RSAES_OAEP_SHA_1', WrappingKeySpec: 'RSA_4096' },
  ImportKeyMaterial: { ImportToken: bytes, EncryptedKeyMaterial: bytes },
  DeleteImportedKeyMaterial: {},
  ReplicateKey: { ReplicaRegion: 'eu-west-1' },
  UpdatePrimaryRegion: { PrimaryRegion: 'us-gov-west-1' },
  Sign: { Message: bytes, SigningAlgorithm: 'ED25519_SHA_512' },
  Verify: { Message: bytes, Signature: bytes, SigningAlgorithm: 'ED25519_SHA_512' },
  GenerateMac: { Message: bytes, MacAlgorithm: 'HMAC_SHA_224' },
  VerifyMac: { Message: bytes, Mac: bytes, MacAlgorithm: 'HMAC_SHA_224' },
  GetPublicKey: {},
  DeriveSharedSecret: { KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes },
  GenerateDataKeyPair: { KeyPairSpec: 'RSA_2048' },
  GenerateDataKeyPairWithoutPlaintext: { KeyPairSpec: 'RSA_2048' }
} as const

export type RefusedInStores = keyof typeof refusedInStores
export const refusedNames = Object.keys(refusedInStores) as ReadonlyArray<RefusedInStores>

/** The others, which a key or a store can have an answer of. */
export const answeredNames = operationNames.filter((name) => !Object.hasOwn(refusedInStores, name))
