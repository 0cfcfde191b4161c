import { identity } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { blob, type Base64 } from '../../codec/blob.js'
import { boundedString } from '../../codec/boundedString.js'
import { enumeration } from '../../codec/enumeration.js'
import { sensitive } from '../../codec/Redacted.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import { Timestamp } from '../../codec/Timestamp.js'
import { KeyId } from '../identifiers.js'

const WrappingAlgorithm = enumeration(
  'WrappingAlgorithm',
  [
    'RSAES_PKCS1_V1_5',
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSA_AES_KEY_WRAP_SHA_1',
    'RSA_AES_KEY_WRAP_SHA_256',
    'SM2PKE'
  ],
  'API_GetParametersForImport'
)
const WrappingKeySpec = enumeration(
  'WrappingKeySpec',
  ['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'],
  'API_GetParametersForImport'
)

/** Asks for what it takes to import key material. @see API_GetParametersForImport */
export interface GetParametersForImportRequest {
  readonly KeyId: KeyId
  readonly WrappingAlgorithm: t.TypeOf<typeof WrappingAlgorithm>
  readonly WrappingKeySpec: t.TypeOf<typeof WrappingKeySpec>
}

export const GetParametersForImportRequest: RequestCodec<GetParametersForImportRequest> = requestCodec(
  'GetParametersForImportRequest',
  {
    source: 'API_GetParametersForImport',
    required: { KeyId, WrappingAlgorithm, WrappingKeySpec },
    optional: {}
  },
  [],
  identity
)

const KeyMaterialId = boundedString('KeyMaterialId', {
  minLength: 64,
  maxLength: 64,
  pattern: '^[a-f0-9]+$',
  source: 'API_ImportKeyMaterial'
})
const page = { source: 'API_ImportKeyMaterial' } as const

const optional = {
  ValidTo: Timestamp,
  ExpirationModel: enumeration(
    'ExpirationModel',
    ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
    page.source
  ),
  ImportType: enumeration('ImportType', ['NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'], page.source),
  KeyMaterialDescription: boundedString('KeyMaterialDescription', {
    minLength: 0,
    maxLength: 256,
    pattern: String.raw`^[a-zA-Z0-9:/_\s.-]+$`,
    ...page
  }),
  KeyMaterialId
}

/** Asks for key material to be imported. @see API_ImportKeyMaterial */
export interface ImportKeyMaterialRequest extends Readonly<t.TypeOfPartialProps<typeof optional>> {
  readonly KeyId: KeyId
  readonly ImportToken: Base64
  readonly EncryptedKeyMaterial: Base64
}

export const ImportKeyMaterialRequest: RequestCodec<ImportKeyMaterialRequest> = requestCodec(
  'ImportKeyMaterialRequest',
  {
    ...page,
    required: {
      KeyId,
      ImportToken: sensitive(blob('ImportToken', 1, 6144, page)),
      EncryptedKeyMaterial: sensitive(blob('EncryptedKeyMaterial', 1, 6144, page))
    },
    optional
  },
  [],
  identity
)

/** Asks for imported key material to be deleted. @see API_DeleteImportedKeyMaterial */
export interface DeleteImportedKeyMaterialRequest {
  readonly KeyId: KeyId
  readonly KeyMaterialId?: t.TypeOf<typeof KeyMaterialId>
}

export const DeleteImportedKeyMaterialRequest: RequestCodec<DeleteImportedKeyMaterialRequest> = requestCodec(
  'DeleteImportedKeyMaterialRequest',
  { source: 'API_DeleteImportedKeyMaterial', required: { KeyId }, optional: { KeyMaterialId } },
  [],
  identity
)
