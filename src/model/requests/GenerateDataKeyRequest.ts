import { constTrue } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { enumeration } from '../../codec/enumeration.js'
import { requestCodec, type Agreement, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { Recipient, recipientIsAbsent } from './Recipient.js'

const DataKeySpec = enumeration('DataKeySpec', ['AES_256', 'AES_128'], 'API_GenerateDataKey')
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

const NumberOfBytes = boundedInteger('NumberOfBytes', 1, 1024, { source: 'API_GenerateDataKey' })
const required = { KeyId }
const optional = { KeySpec: DataKeySpec, NumberOfBytes, EncryptionContext, DryRun: t.boolean }
type Members = t.TypeOfProps<typeof required> & t.TypeOfPartialProps<typeof optional>

/** The length of the data key, given in one of two ways. */
const lengthIsGivenOnce = (source: Source): ReadonlyArray<Agreement<Members>> => [
  {
    name: 'KeySpecOrNumberOfBytesIsGiven',
    says: 'KeySpec or NumberOfBytes must be given.',
    source,
    assumes: ['A58'],
    applies: constTrue,
    holds: ({ KeySpec, NumberOfBytes }) => KeySpec !== undefined || NumberOfBytes !== undefined,
    member: 'KeySpec',
    constraint: () => 'Member must be present, or else NumberOfBytes'
  },
  {
    name: 'NumberOfBytesIsAbsentBesideKeySpec',
    says: 'NumberOfBytes must be absent where KeySpec is given.',
    source,
    assumes: ['A58'],
    applies: ({ KeySpec }) => KeySpec !== undefined,
    holds: ({ NumberOfBytes }) => NumberOfBytes === undefined,
    member: 'NumberOfBytes',
    constraint: () => 'Member must be absent where KeySpec is given'
  }
]

const refined = (members: Members): GenerateDataKeyRequest => members as GenerateDataKeyRequest

/**
 * @example
 * cks.decode(protocol.GenerateDataKeyRequest)({ KeyId: 'key-1', KeySpec: 'AES_256' })
 * //=> E.right({ KeySpec: 'AES_256', KeyId: 'key-1' })
 * pipe(cks.decode(protocol.GenerateDataKeyRequest)({ KeyId: 'key-1' }), E.mapLeft(cks.report))
 * //=> E.left(['KeySpec: Member must be present, or else NumberOfBytes; received undefined'])
 */
export const GenerateDataKeyRequest: RequestCodec<GenerateDataKeyRequest> = requestCodec(
  'GenerateDataKeyRequest',
  { source: 'API_GenerateDataKey', required, optional: { ...optional, Recipient } },
  [...lengthIsGivenOnce('API_GenerateDataKey'), recipientIsAbsent('API_GenerateDataKey')],
  refined
)

/**
 * The same without Recipient, which a request for no plaintext does not have.
 *
 * @example
 * protocol.GenerateDataKeyWithoutPlaintextRequest.source //=> 'API_GenerateDataKeyWithoutPlaintext'
 * @see API_GenerateDataKeyWithoutPlaintext
 */
export const GenerateDataKeyWithoutPlaintextRequest: RequestCodec<GenerateDataKeyRequest> = requestCodec(
  'GenerateDataKeyWithoutPlaintextRequest',
  { source: 'API_GenerateDataKeyWithoutPlaintext', required, optional },
  lengthIsGivenOnce('API_GenerateDataKeyWithoutPlaintext'),
  refined
)
