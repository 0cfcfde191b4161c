import { withKey } from '../model/Account.js'
import { defaultKeyPolicy } from '../model/keyPolicy.js'
import { accountIn, type KmsKey } from '../model/KmsKey.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { PutKeyPolicyRequest } from '../model/requests/KeyPolicyRequests.js'
import { Nothing } from '../model/responses/shown.js'
import { policyIsReplaced, policyNameIsDefault, policySizeIsKept } from '../rules/keyPolicy.js'
import {
  arnsInPolicyAreValid,
  policyIsNotTooLong,
  policyIsWellFormed,
  statementsHavePrincipals
} from '../rules/keyRequest.js'
import { unless } from '../rules/Rule.js'
import type { KeyInStore } from '../rules/keyState.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey } from './Stage.js'

/** The policy and its name, and whether KMS fails. */
export interface PutKeyPolicyFacts extends WithFailure {
  readonly request: Pick<PutKeyPolicyRequest, 'Policy' | 'PolicyName'>
}

const page = { source: 'API_PutKeyPolicy' } as const

/**
 * Gives a key another policy, in whatever state the key is. Returns the key with that policy, which is JSON of up to
 * 32,768 bytes.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, LimitExceededException,
 * MalformedPolicyDocumentException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * const request = cks.decode(cks.putKeyPolicy.request)({ KeyId: 'key-1', Policy: 'not JSON' })
 * const put = pipe(request, E.chainW((read) => cks.putKeyPolicy({ request: read })(store)(key)))
 * pipe(put, E.mapLeft((refused) => 'name' in refused && refused.name))
 * //=> E.left('MalformedPolicyDocumentException')
 * @see API_PutKeyPolicy
 */
export const putKeyPolicy = onKey({
  operation: 'PutKeyPolicy',
  source: 'API_PutKeyPolicy',
  permission: 'kms:PutKeyPolicy',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['GetKeyPolicy'],
  request: PutKeyPolicyRequest,
  example: ({ key }) => ({ Policy: defaultKeyPolicy(accountIn(key.Arn)) }),
  response: Nothing,
  facts: ({
    given: { failure },
    request
  }: AboutKey<WithFailure, PutKeyPolicyRequest>): PutKeyPolicyFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: PutKeyPolicyFacts, store, key) => ({ request, store, key, failure }),
  decides: decision(
    [
      unless(policyNameIsDefault, 'UnsupportedOperationException', { ...page, openTo: 'any exception' }),
      unless(policyIsNotTooLong, 'LimitExceededException', page),
      unless(policyIsWellFormed, 'MalformedPolicyDocumentException', page),
      unless(statementsHavePrincipals, 'MalformedPolicyDocumentException', page),
      unless(arnsInPolicyAreValid, 'InvalidArnException', page),
      unless(policySizeIsKept, 'LimitExceededException'),
      ...kmsAnswers
    ],
    [policyIsReplaced],
    (_, { key, request: { Policy } }: KeyInStore & PutKeyPolicyFacts): KmsKey => ({ ...key, Policy })
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
