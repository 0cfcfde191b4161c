import { identity } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { boundedString } from '../../codec/boundedString.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import { KeyId } from '../identifiers.js'

const source = 'API_UpdateKeyDescription'

/** What a key is for, in the words of its owner. */
export const Description = boundedString('Description', { minLength: 0, maxLength: 8192, source })

/** Asks for another description of a key. @see API_UpdateKeyDescription */
export interface UpdateKeyDescriptionRequest {
  readonly KeyId: KeyId
  readonly Description: t.TypeOf<typeof Description>
}

/**
 * @example
 * cks.decode(protocol.UpdateKeyDescriptionRequest)({ KeyId: 'key-1', Description: 'invoices' })
 * //=> E.right({ KeyId: 'key-1', Description: 'invoices' })
 */
export const UpdateKeyDescriptionRequest: RequestCodec<UpdateKeyDescriptionRequest> = requestCodec(
  'UpdateKeyDescriptionRequest',
  { source, required: { KeyId, Description }, optional: {} },
  [],
  identity
)
