import { identity } from 'fp-ts/lib/function.js'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { KeyId } from '../identifiers.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for a key to be deleted after a waiting period. @see API_ScheduleKeyDeletion */
export interface ScheduleKeyDeletionRequest {
  readonly KeyId: KeyId
  /** 7 to 30. */
  readonly PendingWindowInDays?: number
}

/**
 * @example
 * pipe(cks.decode(protocol.ScheduleKeyDeletionRequest)({ KeyId: 'key-1', PendingWindowInDays: 3 }), E.isRight)
 * //=> false
 */
export const ScheduleKeyDeletionRequest: RequestCodec<ScheduleKeyDeletionRequest> = requestCodec(
  'ScheduleKeyDeletionRequest',
  {
    source: 'API_ScheduleKeyDeletion',
    required: { KeyId },
    optional: {
      PendingWindowInDays: boundedInteger('PendingWindowInDays', 7, 30, { source: 'API_ScheduleKeyDeletion' })
    }
  },
  [],
  identity
)
