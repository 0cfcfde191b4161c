import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { RevokeGrantRequest } from '../model/requests/GrantRequests.js'
import type { KmsKey } from '../model/KmsKey.js'
import { Nothing } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { grantExists, grantIsDeleted, grantsOn, type GrantOnKey } from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey } from './Stage.js'

/** The id of the grant, whether the request is a dry run, and whether KMS fails. */
export interface RevokeGrantFacts extends WithFailure {
  readonly request: Pick<RevokeGrantRequest, 'GrantId' | 'DryRun'>
}

/** The key without that grant. */
export const withoutGrant = ({ key, grants, grant }: GrantOnKey): KmsKey => ({
  ...key,
  Grants: grants.filter((other) => other !== grant)
})

/**
 * Deletes a grant of a key, in whatever state. Returns the key without it.
 *
 * Refused with: InvalidArnException, NotFoundException, DependencyTimeoutException, KMSInternalException,
 * DryRunOperationException.
 *
 * @example
 * const revoked = cks.revokeGrant({ request: { GrantId: 'f1' as cks.GrantId } })(store)(key)
 * pipe(revoked, E.mapLeft(({ name }) => name)) //=> E.left('NotFoundException')
 * @see API_RevokeGrant
 */
export const revokeGrant = onKey({
  operation: 'RevokeGrant',
  source: 'API_RevokeGrant',
  permission: 'kms:RevokeGrant',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RetireGrant'],
  request: RevokeGrantRequest,
  example: () => ({ GrantId: '0123456789012345678901234567890123456789012345678901234567890123' }),
  response: Nothing,
  facts: ({ given: { failure }, request }: AboutKey<WithFailure, RevokeGrantRequest>): RevokeGrantFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: RevokeGrantFacts, store, key) => ({
    store,
    key,
    request,
    named: grantsOn(key).find(({ grant }) => grant.GrantId === request.GrantId),
    dryRun: request.DryRun,
    failure
  }),
  decides: decision(
    [
      unless(grantExists, 'NotFoundException', { openTo: ['InvalidGrantIdException'] }),
      ...kmsAnswers,
      unless(isNoDryRun, 'DryRunOperationException')
    ],
    [grantIsDeleted('API_RevokeGrant')],
    ({ named }) => withoutGrant(named)
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
