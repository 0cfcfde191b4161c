import { keyWithId, withKey, type Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { grantIdIn } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import { keysWithGrant } from '../model/listed.js'
import { RetireGrantRequest } from '../model/requests/GrantRequests.js'
import { Nothing } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { keyArnIsValid, keyIsNamedByIdOrArn } from '../rules/existence.js'
import {
  grantExists,
  grantIsDeleted,
  grantOfTokenExists,
  grantsOn,
  grantTokenIsValid,
  type GrantOnKey
} from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { told } from '../rules/when.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { nothing, operation } from './Operation.js'
import { withoutGrant } from './revokeGrant.js'
import { stage, type Asked } from './Stage.js'

/** The keys on which the grant of a request can be: the one that it names, or that with the grant where it gives a token. */
const keysOf = (
  account: Account,
  { KeyId }: RetireGrantRequest,
  id: string | undefined
): ReadonlyArray<KmsKey> => {
  if (KeyId === undefined) return id === undefined ? [] : keysWithGrant(account, id)
  const key = keyWithId(account, KeyId)
  return key === undefined ? [] : [key]
}

/** The grant of a request, with its key. */
const grantNamedIn = (account: Account, request: RetireGrantRequest): GrantOnKey | undefined => {
  const id = request.GrantToken === undefined ? request.GrantId : grantIdIn(request.GrantToken)
  return keysOf(account, request, id)
    .flatMap(grantsOn)
    .find(({ grant }) => grant.GrantId === id)
}

/**
 * Deletes the grant with a token, or with an id on a key. Only on an account.
 *
 * Refused with: InvalidArnException, NotFoundException, InvalidGrantTokenException, DependencyTimeoutException,
 * KMSInternalException, DryRunOperationException.
 *
 * @example
 * const request = cks.decode(cks.retireGrant.request)({ KeyId: key.Arn, GrantId: 'f1' })
 * const retired = pipe(request, E.chainW((read) => cks.account.retireGrant(circumstances)(read)(account)))
 * pipe(retired, E.mapLeft((refused) => 'name' in refused && refused.name)) //=> E.left('NotFoundException')
 * @see API_RetireGrant
 */
export const retireGrant = operation({
  operation: 'RetireGrant',
  source: 'API_RetireGrant',
  permission: 'decided by the grant',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RevokeGrant'],
  request: RetireGrantRequest,
  example: () => ({ GrantId: '0123456789012345678901234567890123456789012345678901234567890123' }),
  response: Nothing,
  stage: stage(
    ({ given: { failure }, request, account }: Asked<WithFailure, RetireGrantRequest>) => ({
      request,
      keyId: request.KeyId,
      named: grantNamedIn(account, request),
      dryRun: request.DryRun,
      failure
    }),
    decision(
      [
        unless(keyArnIsValid, 'InvalidArnException', { openTo: ['NotFoundException'] }),
        unless(keyIsNamedByIdOrArn, 'NotFoundException', { openTo: 'any exception' }),
        unless(grantTokenIsValid, 'InvalidGrantTokenException'),
        unless(grantOfTokenExists, 'NotFoundException', { openTo: ['InvalidGrantTokenException'] }),
        told(
          'the request has no GrantToken',
          unless(grantExists, 'NotFoundException', { openTo: ['InvalidGrantIdException'] })
        ),
        ...kmsAnswers,
        unless(isNoDryRun, 'DryRunOperationException')
      ],
      [grantIsDeleted('API_RetireGrant')],
      ({ named }) => withoutGrant(named)
    )
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
