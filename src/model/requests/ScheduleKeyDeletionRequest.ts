import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { KeyId } from '../identifiers.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** Asks for a key to be deleted after a waiting period. @see API_ScheduleKeyDeletion */
export interface ScheduleKeyDeletionRequest {
  readonly KeyId: KeyId
  /** 7 to 30. */
  readonly PendingWindowInDays?: number
}

export const ScheduleKeyDeletionRequest: t.Type<ScheduleKeyDeletionRequest, unknown> = requestCodec(
  'ScheduleKeyDeletionRequest',
  { required: { KeyId }, optional: { PendingWindowInDays: boundedInteger('PendingWindowInDays', 7, 30) } },
  E.right
)
