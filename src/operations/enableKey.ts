import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { EnableKeyRequest } from '../model/requests/KeyIdRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { keyIsEnabledAgain } from '../rules/keyEffects.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'
import { nothing } from './Operation.js'

/**
 * Enables a key; in a store that is not connected this shows once it is.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException,
 * KMSInvalidStateException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.enableKey({})(store)({ ...key, enabled: false }), E.map(cks.keyState(store))) //=> E.right('Enabled')
 * @see API_EnableKey
 */
export const enableKey = onKey({
  operation: 'EnableKey',
  source: 'API_EnableKey',
  permission: 'kms:EnableKey',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['DisableKey'],
  request: EnableKeyRequest,
  response: Nothing,
  facts: ({ given: { failure } }: AboutKey<WithFailure>): WithFailure => ({ failure }),
  subject: ({ failure }: WithFailure, store, key) => ({ store, key, failure }),
  decides: decision(
    [unless(validKeyState('EnableKey', unlessPendingDeletion), 'KMSInvalidStateException'), ...kmsAnswers],
    [keyIsEnabledAgain],
    ({ key }): KmsKey => ({ ...key, enabled: true })
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
