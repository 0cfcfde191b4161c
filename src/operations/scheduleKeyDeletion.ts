import * as t from 'io-ts'
import { secondsADay } from '../codec/Duration.js'
import { Timestamp } from '../codec/Timestamp.js'
import { withKey, type Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { KeyState } from '../model/KmsKey.js'
import { ScheduleKeyDeletionRequest } from '../model/requests/ScheduleKeyDeletionRequest.js'
import { shown } from '../model/responses/shown.js'
import { aliasesGoWithTheKey, deletionWaits } from '../rules/keyEffects.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'

/** When deletion is asked for, in seconds since 1970, and for how many days the key waits: 7 to 30. */
export interface ScheduleKeyDeletionFacts extends WithFailure {
  readonly now: number
  readonly PendingWindowInDays: number
}

/** Dates in seconds since 1970. @see API_ScheduleKeyDeletion */
export interface ScheduleKeyDeletionResponse {
  readonly KeyId: string
  readonly KeyState: KeyState
  readonly DeletionDate: number
  readonly PendingWindowInDays: number
}

/** The days that a key waits for its deletion where the request does not say. @see API_ScheduleKeyDeletion */
export const defaultPendingWindowInDays = 30

const waits = decision(
  [
    unless(validKeyState('ScheduleKeyDeletion', unlessPendingDeletion), 'KMSInvalidStateException'),
    ...kmsAnswers
  ],
  [deletionWaits, aliasesGoWithTheKey],
  (
    { key },
    { now, PendingWindowInDays }: ScheduleKeyDeletionFacts
  ): KmsKey & { readonly DeletionDate: number } => ({
    ...key,
    DeletionDate: now + PendingWindowInDays * secondsADay
  })
)

/**
 * Lets the waiting period of a key begin, whatever the state of its store. Returns the key with its DeletionDate.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException,
 * KMSInvalidStateException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const scheduled = cks.scheduleKeyDeletion({ now: 1700000000, PendingWindowInDays: 7 })(store)(key)
 * pipe(scheduled, E.map(({ DeletionDate }) => DeletionDate)) //=> E.right(1700604800)
 * @see API_ScheduleKeyDeletion
 */
export const scheduleKeyDeletion = onKey({
  operation: 'ScheduleKeyDeletion',
  source: 'API_ScheduleKeyDeletion',
  permission: 'kms:ScheduleKeyDeletion',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CancelKeyDeletion', 'DisableKey'],
  request: ScheduleKeyDeletionRequest,
  response: shown(
    'ScheduleKeyDeletionResponse',
    {},
    { KeyId: t.string, KeyState: t.string, DeletionDate: Timestamp, PendingWindowInDays: t.number }
  ),
  facts: ({
    given: { now, failure },
    request: { PendingWindowInDays = defaultPendingWindowInDays }
  }: AboutKey<
    Pick<Circumstances, 'failure' | 'now'>,
    ScheduleKeyDeletionRequest
  >): ScheduleKeyDeletionFacts => ({
    now,
    PendingWindowInDays,
    failure
  }),
  subject: (facts: ScheduleKeyDeletionFacts, store, key) => ({ ...facts, store, key }),
  decides: waits,
  answer: (
    after,
    { request: { PendingWindowInDays = defaultPendingWindowInDays }, account }
  ): readonly [ScheduleKeyDeletionResponse, Account] => [
    { KeyId: after.Arn, KeyState: 'PendingDeletion', DeletionDate: after.DeletionDate, PendingWindowInDays },
    withKey(account, after)
  ]
})
