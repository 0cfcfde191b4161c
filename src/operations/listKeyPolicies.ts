import * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { policyName } from '../model/keyPolicy.js'
import { ListKeyPoliciesRequest } from '../model/requests/KeyPolicyRequests.js'
import type { PageRequest } from '../model/requests/pageMembers.js'
import { shown } from '../model/responses/shown.js'
import { markerOfPoliciesIsIgnored, onePolicyIsListed } from '../rules/keyPolicy.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { More } from './pageOf.js'
import type { AboutKey } from './Stage.js'

/** The page that is asked for, and whether KMS fails. */
export interface ListKeyPoliciesFacts extends WithFailure {
  readonly request: PageRequest
}

/** The names: `default` alone. @see API_ListKeyPolicies */
export interface ListKeyPoliciesResponse extends More {
  readonly PolicyNames: ReadonlyArray<string>
}

const onlyPage: ListKeyPoliciesResponse = { PolicyNames: [policyName], Truncated: false }

/**
 * The names of the policies of a key, of which there is one.
 *
 * Refused with: InvalidArnException, NotFoundException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.listKeyPolicies({ request: {} })(store)(key), E.map(({ PolicyNames }) => PolicyNames))
 * //=> E.right(['default'])
 * @see API_ListKeyPolicies
 */
export const listKeyPolicies = onKey({
  operation: 'ListKeyPolicies',
  source: 'API_ListKeyPolicies',
  permission: 'kms:ListKeyPolicies',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['GetKeyPolicy', 'PutKeyPolicy'],
  request: ListKeyPoliciesRequest,
  response: shown(
    'ListKeyPoliciesResponse',
    { PolicyNames: t.readonlyArray(t.string) },
    { Truncated: t.boolean, NextMarker: t.string }
  ),
  facts: ({
    given: { failure },
    request
  }: AboutKey<WithFailure, ListKeyPoliciesRequest>): ListKeyPoliciesFacts => ({ request, failure }),
  subject: ({ request, failure }: ListKeyPoliciesFacts, store, key) => ({ request, store, key, failure }),
  decides: decision(
    kmsAnswers,
    [onePolicyIsListed, markerOfPoliciesIsIgnored],
    (): ListKeyPoliciesResponse => onlyPage
  ),
  answer: (response, { account }): readonly [ListKeyPoliciesResponse, Account] => [response, account]
})
