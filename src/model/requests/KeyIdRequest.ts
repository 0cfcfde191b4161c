import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { KeyId } from '../identifiers.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** The request of DescribeKey, EnableKey, DisableKey and CancelKeyDeletion. @see API_DescribeKey */
export interface KeyIdRequest {
  /** The id or the ARN of the key. */
  readonly KeyId: KeyId
}

export const KeyIdRequest: t.Type<KeyIdRequest, unknown> = requestCodec(
  'KeyIdRequest',
  { required: { KeyId }, optional: {} },
  E.right
)
