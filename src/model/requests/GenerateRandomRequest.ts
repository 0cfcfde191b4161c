import { identity } from 'fp-ts/lib/function.js'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { CustomKeyStoreId } from '../identifiers.js'
import { Recipient, recipientIsAbsent } from './Recipient.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for random bytes, from a store's cluster where one is named. @see API_GenerateRandom */
export interface GenerateRandomRequest {
  /** 1 to 1024. */
  readonly NumberOfBytes: number
  readonly CustomKeyStoreId?: CustomKeyStoreId
}

/**
 * @example
 * cks.decode(cks.GenerateRandomRequest)({ NumberOfBytes: 32 }) //=> E.right({ NumberOfBytes: 32 })
 */
export const GenerateRandomRequest: RequestCodec<GenerateRandomRequest> = requestCodec(
  'GenerateRandomRequest',
  {
    source: 'API_GenerateRandom',
    required: { NumberOfBytes: boundedInteger('NumberOfBytes', 1, 1024, { source: 'API_GenerateRandom' }) },
    optional: { CustomKeyStoreId, Recipient },
    unclear: { NumberOfBytes: { assumes: ['A32'], observed: 'numberOfBytesIsRequired' } }
  },
  [recipientIsAbsent('API_GenerateRandom')],
  identity
)
