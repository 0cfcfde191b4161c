import { constTrue } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedArray } from '../../codec/boundedArray.js'
import { boundedString } from '../../codec/boundedString.js'
import { enumeration } from '../../codec/enumeration.js'
import { CustomKeyStoreId, XksKeyId } from '../identifiers.js'
import { Tag } from '../Tag.js'
import { requestCodec, type Agreement, type RequestCodec } from '../../codec/requestCodec.js'

const olderKeySpecs = [
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2'
] as const
const KeySpec = enumeration(
  'KeySpec',
  [
    ...olderKeySpecs,
    'ECC_NIST_EDWARDS25519',
    'ML_DSA_44',
    'ML_DSA_65',
    'ML_DSA_87',
    'ML_KEM_512',
    'ML_KEM_768',
    'ML_KEM_1024'
  ],
  'API_CreateKey'
)
const CustomerMasterKeySpec = enumeration('CustomerMasterKeySpec', olderKeySpecs, 'API_CreateKey')
const KeyUsage = enumeration(
  'KeyUsage',
  ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT', 'ENCAPSULATE_DECAPSULATE'],
  'API_CreateKey'
)
const Origin = enumeration(
  'Origin',
  ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
  'API_CreateKey'
)

interface NewKey {
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly Description?: string
  readonly Policy?: string
  readonly Tags?: ReadonlyArray<Tag>
  readonly KeySpec?: t.TypeOf<typeof KeySpec>
  /** An older name for KeySpec. */
  readonly CustomerMasterKeySpec?: t.TypeOf<typeof CustomerMasterKeySpec>
  readonly KeyUsage?: t.TypeOf<typeof KeyUsage>
  readonly MultiRegion?: boolean
}

/** Asks for a KMS key whose material is made in the cluster of the store. */
export interface CreateCloudHsmKeyRequest extends NewKey {
  readonly Origin: 'AWS_CLOUDHSM'
}

/** Asks for a KMS key that stands for a key of the external key manager. */
export interface CreateExternalKeyRequest extends NewKey {
  readonly Origin: 'EXTERNAL_KEY_STORE'
  readonly XksKeyId: XksKeyId
}

/** Asks for a KMS key in a custom key store. @see API_CreateKey */
export type CreateKeyRequest = CreateCloudHsmKeyRequest | CreateExternalKeyRequest

const page = { source: 'API_CreateKey' } as const

const optional = {
  CustomKeyStoreId,
  Origin,
  XksKeyId,
  Description: boundedString('Description', { minLength: 0, maxLength: 8192, ...page }),
  Policy: boundedString('Policy', {
    minLength: 1,
    pattern: String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`,
    ...page
  }),
  Tags: boundedArray(Tag, 50, { ...page, implied: true, assumes: ['A57'] }),
  KeySpec,
  CustomerMasterKeySpec,
  KeyUsage,
  MultiRegion: t.boolean,
  BypassPolicyLockoutSafetyCheck: t.boolean
}
type Members = t.TypeOfPartialProps<typeof optional>

const isInStore = ({ CustomKeyStoreId: id }: Members): boolean => id !== undefined

/** The origins of keys in custom key stores, and what names the key material of each. */
const together: ReadonlyArray<Agreement<Members>> = [
  {
    name: 'CustomKeyStoreIdIsGiven',
    says: 'CustomKeyStoreId must be given, since KMS keys outside of custom key stores are no part of this model.',
    ...page,
    assumes: ['A52'],
    applies: constTrue,
    holds: isInStore,
    member: 'CustomKeyStoreId',
    constraint: () =>
      'Member must be present: KMS keys outside of custom key stores are no part of this model'
  },
  {
    name: 'OriginIsThatOfACustomKeyStore',
    says: 'Origin must be AWS_CLOUDHSM or EXTERNAL_KEY_STORE where CustomKeyStoreId is given.',
    ...page,
    assumes: ['A39'],
    applies: isInStore,
    holds: ({ Origin: origin }) => origin === 'AWS_CLOUDHSM' || origin === 'EXTERNAL_KEY_STORE',
    member: 'Origin',
    constraint: () => 'Member must be AWS_CLOUDHSM or EXTERNAL_KEY_STORE where CustomKeyStoreId is given'
  },
  {
    name: 'XksKeyIdIsGivenForExternalKeyStore',
    says: 'XksKeyId must be given where Origin is EXTERNAL_KEY_STORE.',
    ...page,
    assumes: ['A39'],
    applies: (members) => isInStore(members) && members.Origin === 'EXTERNAL_KEY_STORE',
    holds: ({ XksKeyId: id }) => id !== undefined,
    member: 'XksKeyId',
    constraint: () => 'Member is required for EXTERNAL_KEY_STORE'
  },
  {
    name: 'XksKeyIdIsAbsentForCloudHsm',
    says: 'XksKeyId must be absent where Origin is AWS_CLOUDHSM.',
    ...page,
    assumes: ['A39'],
    applies: (members) => isInStore(members) && members.Origin === 'AWS_CLOUDHSM',
    holds: ({ XksKeyId: id }) => id === undefined,
    member: 'XksKeyId',
    constraint: () => 'Member must be absent for AWS_CLOUDHSM'
  }
]

/**
 * @example
 * pipe(cks.decode(cks.CreateKeyRequest)({ CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }), E.isRight) //=> true
 */
export const CreateKeyRequest: RequestCodec<CreateKeyRequest> = requestCodec(
  'CreateKeyRequest',
  { ...page, required: {}, optional },
  together,
  (members) => members as CreateKeyRequest
)
