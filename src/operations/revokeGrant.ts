import { withKey } from '../model/Account.js'
import type { Service } from '../model/BackingKeyStore.js'
import { RevokeGrantRequest } from '../model/requests/GrantRequests.js'
import type { KmsKey } from '../model/KmsKey.js'
import { Nothing } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { grantExists, grantIsDeleted } from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey, KeyInStore } from './Stage.js'

export interface RevokeGrantFacts extends Service {
  readonly request: Pick<RevokeGrantRequest, 'GrantId' | 'DryRun'>
}

/** The key without a grant. */
export const withoutGrant = (key: KmsKey, id: string): KmsKey => ({
  ...key,
  Grants: (key.Grants ?? []).filter(({ GrantId }) => GrantId !== id)
})

/** Deletes a grant of a key, in whatever state. @see API_RevokeGrant */
export const revokeGrant = onKey({
  operation: 'RevokeGrant',
  source: 'API_RevokeGrant',
  permission: 'kms:RevokeGrant',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RetireGrant'],
  request: RevokeGrantRequest,
  response: Nothing,
  facts: ({ given: { failure }, request }: AboutKey<Service, RevokeGrantRequest>): RevokeGrantFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: RevokeGrantFacts, store, key) => ({
    store,
    key,
    grant: key.Grants?.find(({ GrantId }) => GrantId === request.GrantId),
    dryRun: request.DryRun,
    failure
  }),
  decides: decision(
    [
      unless(grantExists, 'NotFoundException', { openTo: ['InvalidGrantIdException'] }),
      ...kmsAnswers,
      unless(isNoDryRun, 'DryRunOperationException')
    ],
    [grantIsDeleted],
    ({ grant: { GrantId } }, { key }: KeyInStore) => withoutGrant(key, GrantId)
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
