import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { outsideTheModel } from '../../codec/outsideTheModel.js'
import { requestCodec } from '../../codec/requestCodec.js'

const DataKeySpec = t.keyof({ AES_256: null, AES_128: null }, 'DataKeySpec')
type DataKeySpec = t.TypeOf<typeof DataKeySpec>

/** How many bytes a data key of that kind has. @see API_GenerateDataKey */
export const bytesOf = { AES_256: 32, AES_128: 16 } as const satisfies Record<DataKeySpec, number>

/** The request of GenerateDataKey and GenerateDataKeyWithoutPlaintext. @see API_GenerateDataKey */
export type GenerateDataKeyRequest = {
  readonly KeyId: KeyId
  readonly EncryptionContext?: EncryptionContext
  readonly DryRun?: boolean
} & (
  | { readonly KeySpec: DataKeySpec; readonly NumberOfBytes?: never }
  | {
      /** 1 to 1024. */
      readonly NumberOfBytes: number
      readonly KeySpec?: never
    }
)

const optional = {
  KeySpec: DataKeySpec,
  NumberOfBytes: boundedInteger('NumberOfBytes', 1, 1024),
  EncryptionContext,
  DryRun: t.boolean,
  Recipient: outsideTheModel
}

/** @assumes A58 */
const agree = (request: { readonly KeyId: KeyId } & t.TypeOfPartialProps<typeof optional>) => {
  const { KeySpec, NumberOfBytes } = request
  if (KeySpec === undefined && NumberOfBytes === undefined) {
    return E.left([{ member: 'KeySpec', constraint: 'Member must be present, or else NumberOfBytes' }])
  }
  return KeySpec === undefined || NumberOfBytes === undefined
    ? E.right(request as GenerateDataKeyRequest)
    : E.left([{ member: 'NumberOfBytes', constraint: 'Member must be absent beside KeySpec' }])
}

export const GenerateDataKeyRequest: t.Type<GenerateDataKeyRequest, unknown> = requestCodec(
  'GenerateDataKeyRequest',
  { required: { KeyId }, optional },
  agree
)
