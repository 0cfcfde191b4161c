import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { boundedArray } from '../../codec/boundedArray.js'
import { boundedString } from '../../codec/boundedString.js'
import { CustomKeyStoreId, XksKeyId } from '../identifiers.js'
import { struct } from '../../codec/struct.js'
import { requestCodec, type Disagreement } from '../../codec/requestCodec.js'

const KeySpec = t.keyof(
  {
    SYMMETRIC_DEFAULT: null,
    RSA_2048: null,
    RSA_3072: null,
    RSA_4096: null,
    ECC_NIST_P256: null,
    ECC_NIST_P384: null,
    ECC_NIST_P521: null,
    ECC_SECG_P256K1: null,
    ECC_NIST_EDWARDS25519: null,
    HMAC_224: null,
    HMAC_256: null,
    HMAC_384: null,
    HMAC_512: null,
    ML_DSA_44: null,
    ML_DSA_65: null,
    ML_DSA_87: null,
    SM2: null
  },
  'KeySpec'
)
const KeyUsage = t.keyof(
  { ENCRYPT_DECRYPT: null, SIGN_VERIFY: null, GENERATE_VERIFY_MAC: null, KEY_AGREEMENT: null },
  'KeyUsage'
)
const Origin = t.keyof(
  { AWS_KMS: null, EXTERNAL: null, AWS_CLOUDHSM: null, EXTERNAL_KEY_STORE: null },
  'Origin'
)

const Tag = struct(
  'Tag',
  {
    TagKey: boundedString('TagKey', { minLength: 1, maxLength: 128 }),
    TagValue: boundedString('TagValue', { minLength: 0, maxLength: 256 })
  },
  {}
)
export interface Tag extends Readonly<t.TypeOf<typeof Tag>> {}

interface KeyInStore {
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly Description?: string
  readonly Policy?: string
  readonly Tags?: ReadonlyArray<Tag>
  readonly KeySpec?: t.TypeOf<typeof KeySpec>
  /** An older name for KeySpec. */
  readonly CustomerMasterKeySpec?: t.TypeOf<typeof KeySpec>
  readonly KeyUsage?: t.TypeOf<typeof KeyUsage>
  readonly MultiRegion?: boolean
}

/** Asks for a KMS key whose material is made in the cluster of the store. */
export interface CreateCloudHsmKeyRequest extends KeyInStore {
  readonly Origin: 'AWS_CLOUDHSM'
}

/** Asks for a KMS key that stands for a key of the external key manager. */
export interface CreateExternalKeyRequest extends KeyInStore {
  readonly Origin: 'EXTERNAL_KEY_STORE'
  readonly XksKeyId: XksKeyId
}

/** Asks for a KMS key in a custom key store. @see API_CreateKey */
export type CreateKeyRequest = CreateCloudHsmKeyRequest | CreateExternalKeyRequest

const optional = {
  CustomKeyStoreId,
  Origin,
  XksKeyId,
  Description: boundedString('Description', { minLength: 0, maxLength: 8192 }),
  Policy: boundedString('Policy', { minLength: 1, maxLength: 131072 }),
  Tags: boundedArray(Tag, 50),
  KeySpec,
  CustomerMasterKeySpec: KeySpec,
  KeyUsage,
  MultiRegion: t.boolean,
  BypassPolicyLockoutSafetyCheck: t.boolean
}

const withoutStore: Disagreement = {
  member: 'CustomKeyStoreId',
  constraint: 'Member must be present: KMS keys outside of custom key stores are no part of this model'
}

/** @assumes A39, A52, A57 */
const agree = (
  members: t.TypeOfPartialProps<typeof optional>
): E.Either<ReadonlyArray<Disagreement>, CreateKeyRequest> => {
  const { CustomKeyStoreId: id, Origin: origin, XksKeyId: xksKeyId } = members
  if (id === undefined) return E.left([withoutStore])
  const request = { ...members, CustomKeyStoreId: id }
  if (origin !== 'AWS_CLOUDHSM' && origin !== 'EXTERNAL_KEY_STORE') {
    const constraint = 'Member must be AWS_CLOUDHSM or EXTERNAL_KEY_STORE beside CustomKeyStoreId'
    return E.left([{ member: 'Origin', constraint }])
  }
  if (origin === 'EXTERNAL_KEY_STORE') {
    return xksKeyId === undefined
      ? E.left([{ member: 'XksKeyId', constraint: 'Member is required for EXTERNAL_KEY_STORE' }])
      : E.right({ ...request, Origin: origin, XksKeyId: xksKeyId })
  }
  return xksKeyId === undefined
    ? E.right({ ...request, Origin: origin })
    : E.left([{ member: 'XksKeyId', constraint: 'Member must be absent for AWS_CLOUDHSM' }])
}

export const CreateKeyRequest: t.Type<CreateKeyRequest, unknown> = requestCodec(
  'CreateKeyRequest',
  { required: {}, optional },
  agree
)
