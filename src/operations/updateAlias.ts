import { withAlias } from '../model/Account.js'
import type { Alias } from '../model/Alias.js'
import { UpdateAliasRequest } from '../model/requests/AliasRequests.js'
import { Nothing } from '../model/responses/shown.js'
import {
  aliasExists,
  aliasNameBeginsAsOne,
  aliasNamesOtherKey,
  aliasQuotaIsNotReached
} from '../rules/aliases.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { aliasOnTarget, aliasTarget } from './aliasTarget.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { nothing, operation } from './Operation.js'
import { andThen, stage } from './Stage.js'

const moves = decision(
  [
    unless(aliasNameBeginsAsOne, 'NotFoundException', { openTo: 'any exception' }),
    unless(aliasExists, 'NotFoundException'),
    unless(validKeyState('UpdateAlias', unlessPendingDeletion), 'KMSInvalidStateException'),
    unless(aliasQuotaIsNotReached, 'LimitExceededException'),
    ...kmsAnswers
  ],
  [aliasNamesOtherKey],
  ({ alias, key }, { now }: { readonly now: number }): Alias => ({
    ...alias,
    TargetKeyId: key.KeyId,
    LastUpdatedDate: now
  })
)

/**
 * Lets an alias name another key, whatever the state of the one that it has named. Only on an account; the key states
 * are those of the key that the alias names from now on.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: NotFoundException, KMSInvalidStateException,
 * LimitExceededException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const request = { AliasName: 'alias/invoices' as cks.AliasName, TargetKeyId: 'key-1' as cks.KeyId }
 * pipe(cks.account.updateAlias(circumstances)(request)(account), E.mapLeft(({ name }) => name))
 * //=> E.left('NotFoundException')
 * @see API_UpdateAlias
 */
export const updateAlias = operation({
  operation: 'UpdateAlias',
  source: 'API_UpdateAlias',
  permission: 'kms:UpdateAlias',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateAlias', 'DeleteAlias', 'ListAliases'],
  request: UpdateAliasRequest,
  example: () => ({ AliasName: 'alias/Example' }),
  response: Nothing,
  stage: andThen(aliasTarget, stage(aliasOnTarget, moves)),
  answer: (alias, { account }) => [nothing, withAlias(account, alias)]
})
