import * as t from 'io-ts'
import { withKey, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { grantToken, type Grant, type GrantId } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import { CreateGrantRequest } from '../model/requests/GrantRequests.js'
import { shown } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import {
  grantIsMade,
  grantOnKeyPairsIsMade,
  grantConstraintsAreSmall,
  grantOperationsFitKey,
  grantQuotaIsNotReached,
  grantTokenIsNew,
  sameGrant
} from '../rules/grants.js'
import { type KeyInStore, keyIsEnabled, keyIsNotPendingDeletion } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import type { AboutKey } from './Stage.js'

/** The request, the moment, and the id for a new grant. */
export interface CreateGrantFacts extends Pick<Circumstances, 'failure' | 'now'> {
  /** How many grants a KMS key may have; 50,000 if absent. */
  readonly grantQuota?: number | undefined
  readonly request: Omit<CreateGrantRequest, 'KeyId'>
  readonly newGrantId: GrantId
}

/** A grant with its token, and the key that has it. */
export interface Granted {
  readonly grant: Grant
  readonly token: string
  readonly key: KmsKey
}

/** The token with which the grant can be used at once, and the id of the grant. @see API_CreateGrant */
export interface CreateGrantResponse {
  readonly GrantId: string
  readonly GrantToken: string
}

const newGrant = ({ request, newGrantId, now }: CreateGrantFacts): Grant => ({
  GrantId: newGrantId,
  GranteePrincipal: request.GranteePrincipal,
  Operations: request.Operations,
  ...(request.RetiringPrincipal !== undefined && { RetiringPrincipal: request.RetiringPrincipal }),
  ...(request.Constraints && { Constraints: request.Constraints }),
  ...(request.Name !== undefined && { Name: request.Name }),
  CreationDate: now
})

/**
 * Adds a grant to a key, whose store need not be connected. Returns the grant, its token and the key with it; the
 * same request again finds the grant that is there.
 *
 * Key states: Enabled, Unavailable. Refused with: InvalidArnException, NotFoundException, ValidationException,
 * KMSInvalidStateException, DisabledException, LimitExceededException, DependencyTimeoutException,
 * KMSInternalException, DryRunOperationException.
 *
 * @example
 * const asked = { KeyId: 'key-1', GranteePrincipal: 'arn:aws:iam::111122223333:role/app', Operations: ['Encrypt'] }
 * const granted = pipe(
 *   cks.decode(cks.createGrant.request)(asked),
 *   E.chainW((request) => cks.account.createGrant(circumstances)(request)(account))
 * )
 * pipe(granted, E.map(([, { keys }]) => keys[0].Grants?.length)) //=> E.right(1)
 * @see API_CreateGrant
 */
export const createGrant = onKey({
  operation: 'CreateGrant',
  source: 'API_CreateGrant',
  permission: 'kms:CreateGrant',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['ListGrants', 'ListRetirableGrants', 'RetireGrant', 'RevokeGrant'],
  request: CreateGrantRequest,
  example: () => ({
    GranteePrincipal: 'arn:aws:iam::111122223333:role/Example',
    Operations: ['Encrypt', 'Decrypt']
  }),
  response: shown('CreateGrantResponse', {}, { GrantToken: t.string, GrantId: t.string }),
  facts: ({
    given: { failure, now, grantQuota, newGrantId, newKeyId },
    request
  }: AboutKey<
    Pick<Circumstances, 'failure' | 'now' | 'grantQuota' | 'newGrantId' | 'newKeyId'>,
    CreateGrantRequest
  >): CreateGrantFacts => ({
    request,
    now,
    failure,
    newGrantId: newGrantId ?? (newKeyId as string as GrantId),
    grantQuota
  }),
  subject: (facts: CreateGrantFacts, store, key) => ({
    ...facts,
    store,
    key,
    dryRun: facts.request.DryRun
  }),
  decides: decision(
    [
      unless(grantOperationsFitKey, 'ValidationException', {
        assumes: ['A117'],
        openTo: 'any exception'
      }),
      unless(grantConstraintsAreSmall, 'ValidationException', { openTo: 'any exception' }),
      unless(keyIsNotPendingDeletion, 'KMSInvalidStateException', { openTo: ['DisabledException'] }),
      unless(keyIsEnabled, 'DisabledException'),
      unless(grantQuotaIsNotReached, 'LimitExceededException'),
      ...kmsAnswers,
      unless(isNoDryRun, 'DryRunOperationException')
    ],
    [grantIsMade, grantTokenIsNew, grantOnKeyPairsIsMade],
    (_, { key, ...facts }: CreateGrantFacts & KeyInStore): Granted => {
      const before = sameGrant({ key, request: facts.request })
      const grant = before ?? newGrant(facts)
      const token = grantToken(grant.GrantId, facts.newGrantId)
      return { grant, token, key: before ? key : { ...key, Grants: [...(key.Grants ?? []), grant] } }
    }
  ),
  answer: ({ grant: { GrantId }, token, key }, { account }): readonly [CreateGrantResponse, Account] => [
    { GrantId, GrantToken: token },
    withKey(account, key)
  ]
})
