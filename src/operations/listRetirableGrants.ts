import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { keysRetirableBy } from '../model/listed.js'
import { ListRetirableGrantsRequest } from '../model/requests/GrantRequests.js'
import { grantMarkerIsValid } from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { grantEntries, grantPage, ListGrantsResponse, type GrantListEntry } from './grantPage.js'
import { kmsAnswers } from './kmsAnswers.js'
import { operation } from './Operation.js'
import { stage, type Asked } from './Stage.js'

interface Listing {
  readonly request: ListRetirableGrantsRequest
  readonly grants: ReadonlyArray<GrantListEntry>
}

/**
 * The grants on the keys of the account that a principal may retire. Only on an account; a page has up to 100.
 *
 * Refused with: InvalidMarkerException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const request = cks.decode(cks.listRetirableGrants.request)({ RetiringPrincipal: 'arn:aws:iam::111122223333:role/a' })
 * const listed = pipe(request, E.chainW((read) => cks.account.listRetirableGrants(circumstances)(read)(account)))
 * pipe(listed, E.map(([{ Grants }]) => Grants)) //=> E.right([])
 * @see API_ListRetirableGrants
 */
export const listRetirableGrants = operation({
  operation: 'ListRetirableGrants',
  source: 'API_ListRetirableGrants',
  permission: 'kms:ListRetirableGrants',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListGrants', 'RetireGrant', 'RevokeGrant'],
  request: ListRetirableGrantsRequest,
  example: () => ({ RetiringPrincipal: 'arn:aws:iam::111122223333:role/Example' }),
  response: ListGrantsResponse,
  stage: stage(
    ({ given: { failure }, request, account }: Asked<WithFailure, ListRetirableGrantsRequest>) => ({
      request,
      grants: keysRetirableBy(account, request.RetiringPrincipal)
        .flatMap(grantEntries(account))
        .filter(({ RetiringPrincipal }) => RetiringPrincipal === request.RetiringPrincipal),
      failure
    }),
    decision(
      [
        unless(grantMarkerIsValid, 'InvalidMarkerException', { source: 'API_ListRetirableGrants' }),
        ...kmsAnswers
      ],
      [],
      (_, { grants, request }: Listing) => grantPage(grants, request)
    )
  ),
  answer: (response, { account }): readonly [ListGrantsResponse, Account] => [response, account]
})
