import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { CustomKeyStoreId } from '../identifiers.js'
import { outsideTheModel } from '../../codec/outsideTheModel.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** Asks for random bytes, from a store's cluster where one is named. @see API_GenerateRandom @assumes A32 */
export interface GenerateRandomRequest {
  /** 1 to 1024. */
  readonly NumberOfBytes: number
  readonly CustomKeyStoreId?: CustomKeyStoreId
}

export const GenerateRandomRequest: t.Type<GenerateRandomRequest, unknown> = requestCodec(
  'GenerateRandomRequest',
  {
    required: { NumberOfBytes: boundedInteger('NumberOfBytes', 1, 1024) },
    optional: { CustomKeyStoreId, Recipient: outsideTheModel }
  },
  E.right
)
