import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { DisableKeyRequest } from '../model/requests/KeyIdRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { keyIsDisabledNow } from '../rules/keyEffects.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'
import { nothing } from './Operation.js'

/**
 * Disables a key; in a store that is not connected this shows once it is.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException,
 * KMSInvalidStateException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.disableKey({})(store)(key), E.map(cks.keyState(store))) //=> E.right('Disabled')
 * @see API_DisableKey
 */
export const disableKey = onKey({
  operation: 'DisableKey',
  source: 'API_DisableKey',
  permission: 'kms:DisableKey',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['EnableKey'],
  request: DisableKeyRequest,
  response: Nothing,
  facts: ({ given: { failure } }: AboutKey<WithFailure>): WithFailure => ({ failure }),
  subject: ({ failure }: WithFailure, store, key) => ({ store, key, failure }),
  decides: decision(
    [unless(validKeyState('DisableKey', unlessPendingDeletion), 'KMSInvalidStateException'), ...kmsAnswers],
    [keyIsDisabledNow],
    ({ key }): KmsKey => ({ ...key, enabled: false })
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
