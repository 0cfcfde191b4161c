import * as t from 'io-ts'
import { blob } from '../../codec/blob.js'
import { enumeration } from '../../codec/enumeration.js'
import { sensitive } from '../../codec/Redacted.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { Recipient, recipientIsAbsent } from './Recipient.js'

/** Requests for uses of a key that no key in a custom key store allows. */

/** Only the key that such a request names is looked at. */
export interface NamesKey {
  /** The id, the ARN or an alias of the key. */
  readonly KeyId: KeyId
}

const namesKey = (members: NamesKey): NamesKey => members

const DryRun = t.boolean

const message = (source: Source) => sensitive(blob('Message', 1, 4096, { source }))

const signing = (source: Source) => ({
  KeyId,
  Message: message(source),
  SigningAlgorithm: enumeration(
    'SigningAlgorithm',
    [
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'ECDSA_SHA_256',
      'ECDSA_SHA_384',
      'ECDSA_SHA_512',
      'SM2DSA',
      'ML_DSA_SHAKE_256',
      'ED25519_SHA_512',
      'ED25519_PH_SHA_512'
    ],
    source
  )
})
const MessageType = (source: Source) => enumeration('MessageType', ['RAW', 'DIGEST', 'EXTERNAL_MU'], source)

/** @see API_Sign */
export const SignRequest: RequestCodec<NamesKey> = requestCodec(
  'SignRequest',
  {
    source: 'API_Sign',
    required: signing('API_Sign'),
    optional: { MessageType: MessageType('API_Sign'), DryRun }
  },
  [],
  namesKey
)

/** @see API_Verify */
export const VerifyRequest: RequestCodec<NamesKey> = requestCodec(
  'VerifyRequest',
  {
    source: 'API_Verify',
    required: {
      ...signing('API_Verify'),
      Signature: blob('Signature', 1, 6144, { source: 'API_Verify' })
    },
    optional: { MessageType: MessageType('API_Verify'), DryRun }
  },
  [],
  namesKey
)

const mac = (source: Source) => ({
  KeyId,
  Message: message(source),
  MacAlgorithm: enumeration(
    'MacAlgorithm',
    ['HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
    source
  )
})

/** @see API_GenerateMac */
export const GenerateMacRequest: RequestCodec<NamesKey> = requestCodec(
  'GenerateMacRequest',
  { source: 'API_GenerateMac', required: mac('API_GenerateMac'), optional: { DryRun } },
  [],
  namesKey
)

/** @see API_VerifyMac */
export const VerifyMacRequest: RequestCodec<NamesKey> = requestCodec(
  'VerifyMacRequest',
  {
    source: 'API_VerifyMac',
    required: { ...mac('API_VerifyMac'), Mac: blob('Mac', 1, 6144, { source: 'API_VerifyMac' }) },
    optional: { DryRun }
  },
  [],
  namesKey
)

/** @see API_DeriveSharedSecret */
export const DeriveSharedSecretRequest: RequestCodec<NamesKey> = requestCodec(
  'DeriveSharedSecretRequest',
  {
    source: 'API_DeriveSharedSecret',
    required: {
      KeyId,
      KeyAgreementAlgorithm: enumeration('KeyAgreementAlgorithm', ['ECDH'], 'API_DeriveSharedSecret'),
      PublicKey: blob('PublicKey', 1, 8192, { source: 'API_DeriveSharedSecret' })
    },
    optional: { DryRun, Recipient }
  },
  [recipientIsAbsent('API_DeriveSharedSecret')],
  namesKey
)

const keyPair = (source: Source) => ({
  KeyId,
  KeyPairSpec: enumeration(
    'KeyPairSpec',
    [
      'RSA_2048',
      'RSA_3072',
      'RSA_4096',
      'ECC_NIST_P256',
      'ECC_NIST_P384',
      'ECC_NIST_P521',
      'ECC_SECG_P256K1',
      'SM2',
      'ECC_NIST_EDWARDS25519',
      'ML_KEM_512',
      'ML_KEM_768',
      'ML_KEM_1024'
    ],
    source
  )
})

/** @see API_GenerateDataKeyPair */
export const GenerateDataKeyPairRequest: RequestCodec<NamesKey> = requestCodec(
  'GenerateDataKeyPairRequest',
  {
    source: 'API_GenerateDataKeyPair',
    required: keyPair('API_GenerateDataKeyPair'),
    optional: { EncryptionContext, DryRun, Recipient }
  },
  [recipientIsAbsent('API_GenerateDataKeyPair')],
  namesKey
)

/** @see API_GenerateDataKeyPairWithoutPlaintext */
export const GenerateDataKeyPairWithoutPlaintextRequest: RequestCodec<NamesKey> = requestCodec(
  'GenerateDataKeyPairWithoutPlaintextRequest',
  {
    source: 'API_GenerateDataKeyPairWithoutPlaintext',
    required: keyPair('API_GenerateDataKeyPairWithoutPlaintext'),
    optional: { EncryptionContext, DryRun }
  },
  [],
  namesKey
)
