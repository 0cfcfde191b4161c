import { aliasNamed, withoutAlias } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { DeleteAliasRequest } from '../model/requests/AliasRequests.js'
import { Nothing } from '../model/responses/shown.js'
import { aliasExists, aliasIsDeleted, aliasNameBeginsAsOne } from '../rules/aliases.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { nothing, operation } from './Operation.js'
import { stage, type Asked } from './Stage.js'

/**
 * Removes an alias, whatever the state of its key. Only on an account.
 *
 * Refused with: NotFoundException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const request = { AliasName: 'alias/invoices' as cks.AliasName }
 * pipe(cks.account.deleteAlias(circumstances)(request)(account), E.mapLeft(({ name }) => name))
 * //=> E.left('NotFoundException')
 * @see API_DeleteAlias
 */
export const deleteAlias = operation({
  operation: 'DeleteAlias',
  source: 'API_DeleteAlias',
  permission: 'kms:DeleteAlias',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateAlias', 'ListAliases', 'UpdateAlias'],
  request: DeleteAliasRequest,
  example: () => ({ AliasName: 'alias/Example' }),
  response: Nothing,
  stage: stage(
    ({ given: { failure }, request, account }: Asked<WithFailure, DeleteAliasRequest>) => ({
      request,
      alias: aliasNamed(account, request.AliasName),
      failure
    }),
    decision(
      [
        unless(aliasNameBeginsAsOne, 'NotFoundException', {
          source: 'API_DeleteAlias',
          openTo: 'any exception'
        }),
        unless(aliasExists, 'NotFoundException'),
        ...kmsAnswers
      ],
      [aliasIsDeleted],
      ({ alias }) => alias
    )
  ),
  answer: ({ AliasName }, { account }) => [nothing, withoutAlias(account, AliasName)]
})
