import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { CancelKeyDeletionRequest } from '../model/requests/KeyIdRequest.js'
import { shown } from '../model/responses/shown.js'
import { cancelledKeyIsDisabled, cancelledKeyIsUnavailable } from '../rules/keyEffects.js'
import { onlyPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'
import * as t from 'io-ts'

/**
 * Ends the waiting period; the key is disabled.
 *
 * Key states: PendingDeletion. Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException,
 * DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.cancelKeyDeletion({})(store)({ ...key, DeletionDate: 1700604800 }), E.map(cks.keyState(store)))
 * //=> E.right('Disabled')
 * pipe(cks.cancelKeyDeletion({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('KMSInvalidStateException')
 * @see API_CancelKeyDeletion
 */
export const cancelKeyDeletion = onKey({
  operation: 'CancelKeyDeletion',
  source: 'API_CancelKeyDeletion',
  permission: 'kms:CancelKeyDeletion',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['ScheduleKeyDeletion'],
  request: CancelKeyDeletionRequest,
  response: shown('CancelKeyDeletionResponse', {}, { KeyId: t.string }),
  facts: ({ given: { failure } }: AboutKey<WithFailure>): WithFailure => ({ failure }),
  subject: ({ failure }: WithFailure, store, key) => ({ store, key, failure }),
  decides: decision(
    [
      unless(validKeyState('CancelKeyDeletion', onlyPendingDeletion), 'KMSInvalidStateException'),
      ...kmsAnswers
    ],
    [cancelledKeyIsDisabled, cancelledKeyIsUnavailable],
    ({ key: { DeletionDate: _, ...key } }): KmsKey => ({ ...key, enabled: false })
  ),
  answer: (after, { account }) => [{ KeyId: after.Arn }, withKey(account, after)]
})
