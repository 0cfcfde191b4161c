import { withAlias } from '../model/Account.js'
import type { Alias } from '../model/Alias.js'
import { CreateAliasRequest, type AliasRequest } from '../model/requests/AliasRequests.js'
import { Nothing } from '../model/responses/shown.js'
import { aliasIsNew, aliasNameIsAllowed, aliasNamesKey, aliasQuotaIsNotReached } from '../rules/aliases.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { aliasOnTarget, aliasTarget } from './aliasTarget.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { nothing, operation } from './Operation.js'
import { andThen, stage, type Asked } from './Stage.js'

const nameIsAllowed = decision(
  [unless(aliasNameIsAllowed, 'InvalidAliasNameException', { openTo: 'any exception' })],
  [],
  () => undefined
)

const makes = decision(
  [
    unless(validKeyState('CreateAlias', unlessPendingDeletion), 'KMSInvalidStateException'),
    unless(aliasIsNew, 'AlreadyExistsException'),
    unless(aliasQuotaIsNotReached, 'LimitExceededException'),
    ...kmsAnswers
  ],
  [aliasNamesKey],
  ({ key }, { request, now }: { readonly request: AliasRequest; readonly now: number }): Alias => ({
    AliasName: request.AliasName,
    TargetKeyId: key.KeyId,
    CreationDate: now,
    LastUpdatedDate: now
  })
)

/**
 * Gives a key another name. Only on an account; the name may be none that the account has.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidAliasNameException, NotFoundException,
 * KMSInvalidStateException, AlreadyExistsException, LimitExceededException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * const request = { AliasName: 'alias/invoices' as cks.AliasName, TargetKeyId: 'key-1' as cks.KeyId }
 * pipe(cks.account.createAlias(circumstances)(request)(account), E.map(([, { aliases }]) => aliases?.length))
 * //=> E.right(1)
 * @see API_CreateAlias
 */
export const createAlias = operation({
  operation: 'CreateAlias',
  source: 'API_CreateAlias',
  permission: 'kms:CreateAlias',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['DeleteAlias', 'ListAliases', 'UpdateAlias'],
  request: CreateAliasRequest,
  example: () => ({ AliasName: 'alias/New' }),
  response: Nothing,
  stage: andThen(
    stage(({ request }: Asked<unknown, AliasRequest, undefined>) => ({ request }), nameIsAllowed),
    andThen(aliasTarget, stage(aliasOnTarget, makes))
  ),
  answer: (alias, { account }) => [nothing, withAlias(account, alias)]
})
