import * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { defaultKeyPolicy, policyName } from '../model/keyPolicy.js'
import { GetKeyPolicyRequest } from '../model/requests/KeyPolicyRequests.js'
import { shown } from '../model/responses/shown.js'
import { defaultPolicyIsShown, policyNameIsDefault } from '../rules/keyPolicy.js'
import { unless } from '../rules/Rule.js'
import type { KeyInStore } from '../rules/keyState.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'

/** The name of the policy that is asked for, and whether KMS fails. */
export interface GetKeyPolicyFacts extends WithFailure {
  readonly request: Pick<GetKeyPolicyRequest, 'PolicyName'>
}

/** The policy and its name. @see API_GetKeyPolicy */
export interface GetKeyPolicyResponse {
  /** JSON. */
  readonly Policy: string
  readonly PolicyName: string
}

/**
 * The policy of a key, in whatever state. Returns the key; its policy is in the answer on an account.
 *
 * Refused with: InvalidArnException, NotFoundException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const got = cks.account.getKeyPolicy(circumstances)({ KeyId: key.KeyId })(account)
 * pipe(got, E.map(([{ PolicyName }]) => PolicyName)) //=> E.right('default')
 * @see API_GetKeyPolicy
 */
export const getKeyPolicy = onKey({
  operation: 'GetKeyPolicy',
  source: 'API_GetKeyPolicy',
  permission: 'kms:GetKeyPolicy',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['PutKeyPolicy'],
  request: GetKeyPolicyRequest,
  response: shown('GetKeyPolicyResponse', {}, { Policy: t.string, PolicyName: t.string }),
  facts: ({
    given: { failure },
    request
  }: AboutKey<WithFailure, GetKeyPolicyRequest>): GetKeyPolicyFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: GetKeyPolicyFacts, store, key) => ({ request, store, key, failure }),
  decides: decision(
    [unless(policyNameIsDefault, 'NotFoundException', { openTo: 'any exception' }), ...kmsAnswers],
    [defaultPolicyIsShown],
    (_, { key }: KeyInStore) => key
  ),
  answer: ({ Policy }, { account }): readonly [GetKeyPolicyResponse, Account] => [
    { Policy: Policy ?? defaultKeyPolicy(account.AccountId), PolicyName: policyName },
    account
  ]
})
