import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { UpdateKeyDescriptionRequest } from '../model/requests/UpdateKeyDescriptionRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { descriptionIsReplaced } from '../rules/keyEffects.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey } from './Stage.js'

/** The description, and whether KMS fails. */
export interface UpdateKeyDescriptionFacts extends WithFailure {
  readonly Description: string
}

/**
 * Gives a key another description. Returns the key with it.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException,
 * KMSInvalidStateException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const described = cks.updateKeyDescription({ Description: 'invoices' })(store)(key)
 * pipe(described, E.map(({ Description }) => Description)) //=> E.right('invoices')
 * @see API_UpdateKeyDescription
 */
export const updateKeyDescription = onKey({
  operation: 'UpdateKeyDescription',
  source: 'API_UpdateKeyDescription',
  permission: 'kms:UpdateKeyDescription',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateKey', 'DescribeKey'],
  request: UpdateKeyDescriptionRequest,
  example: () => ({ Description: 'Another description' }),
  response: Nothing,
  facts: ({
    given: { failure },
    request: { Description }
  }: AboutKey<WithFailure, UpdateKeyDescriptionRequest>): UpdateKeyDescriptionFacts => ({
    Description,
    failure
  }),
  subject: (facts: UpdateKeyDescriptionFacts, store, key) => ({ ...facts, store, key }),
  decides: decision(
    [
      unless(validKeyState('UpdateKeyDescription', unlessPendingDeletion), 'KMSInvalidStateException'),
      ...kmsAnswers
    ],
    [descriptionIsReplaced],
    ({ key }, { Description }: UpdateKeyDescriptionFacts): KmsKey => ({ ...key, Description })
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
