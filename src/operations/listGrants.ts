import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { ListGrantsRequest } from '../model/requests/GrantRequests.js'
import { grantMarkerIsValid, unknownGrantIsNotListed } from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { grantEntries, grantPage, ListGrantsResponse, type GrantListEntry } from './grantPage.js'
import { kmsAnswers } from './kmsAnswers.js'
import { operation } from './Operation.js'
import { andThen, namedKey, stage, type AboutKey } from './Stage.js'

interface Listing {
  readonly request: ListGrantsRequest
  readonly grants: ReadonlyArray<GrantListEntry>
}

const isAskedFor =
  ({ GrantId, GranteePrincipal }: ListGrantsRequest) =>
  (grant: GrantListEntry): boolean =>
    (GrantId === undefined || grant.GrantId === GrantId) &&
    (GranteePrincipal === undefined || grant.GranteePrincipal === GranteePrincipal)

/**
 * The grants of a key, in whatever state. Only on an account; a page has up to 100.
 *
 * Refused with: InvalidArnException, NotFoundException, InvalidMarkerException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * const listed = cks.account.listGrants(circumstances)({ KeyId: key.KeyId })(account)
 * pipe(listed, E.map(([{ Grants }]) => Grants.length)) //=> E.right(0)
 * @see API_ListGrants
 */
export const listGrants = operation({
  operation: 'ListGrants',
  source: 'API_ListGrants',
  permission: 'kms:ListGrants',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListRetirableGrants', 'RetireGrant', 'RevokeGrant'],
  request: ListGrantsRequest,
  response: ListGrantsResponse,
  stage: andThen(
    namedKey,
    stage(
      ({
        given: { failure },
        request,
        account,
        found: { key }
      }: AboutKey<WithFailure, ListGrantsRequest, Account>) => ({
        request,
        grants: grantEntries(account)(key).filter(isAskedFor(request)),
        failure
      }),
      decision(
        [unless(grantMarkerIsValid, 'InvalidMarkerException'), ...kmsAnswers],
        [unknownGrantIsNotListed],
        (_, { grants, request }: Listing) => grantPage(grants, request)
      )
    )
  ),
  answer: (response, { account }): readonly [ListGrantsResponse, Account] => [response, account]
})
