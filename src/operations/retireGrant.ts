import { keyWithId, withKey, type Account } from '../model/Account.js'
import type { Service } from '../model/BackingKeyStore.js'
import { grantIdIn } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import { RetireGrantRequest } from '../model/requests/GrantRequests.js'
import { Nothing } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { grantExists, grantIsDeleted, grantTokenIsValid } from '../rules/grants.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { nothing, operation } from './Operation.js'
import { withoutGrant } from './revokeGrant.js'
import { stage, type Asked } from './Stage.js'

/** The keys on which the grant of a request can be: the one that it names, or all of them where it gives a token. */
const keysOf = ({ keys, ...account }: Account, { KeyId }: RetireGrantRequest): ReadonlyArray<KmsKey> => {
  if (KeyId === undefined) return keys
  const key = keyWithId({ keys, ...account }, KeyId)
  return key === undefined ? [] : [key]
}

/** The grant of a request, and its key. */
const named = (account: Account, request: RetireGrantRequest) => {
  const id = request.GrantToken === undefined ? request.GrantId : grantIdIn(request.GrantToken)
  return keysOf(account, request)
    .flatMap((key) => (key.Grants ?? []).map((grant) => ({ key, grant })))
    .find(({ grant }) => grant.GrantId === id)
}

/** Deletes the grant with a token, or with an id on a key. @see API_RetireGrant */
export const retireGrant = operation({
  operation: 'RetireGrant',
  source: 'API_RetireGrant',
  permission: 'kms:RetireGrant',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RevokeGrant'],
  request: RetireGrantRequest,
  response: Nothing,
  stage: stage(
    ({ given: { failure }, request, account }: Asked<Service, RetireGrantRequest>) => ({
      request,
      key: named(account, request)?.key,
      grant: named(account, request)?.grant,
      dryRun: request.DryRun,
      failure
    }),
    decision(
      [
        unless(grantTokenIsValid, 'InvalidGrantTokenException'),
        unless(grantExists, 'NotFoundException', {
          source: 'API_RetireGrant',
          openTo: ['InvalidGrantIdException', 'InvalidGrantTokenException']
        }),
        ...kmsAnswers,
        unless(isNoDryRun, 'DryRunOperationException')
      ],
      [grantIsDeleted],
      ({ grant }, { key }: { readonly key: KmsKey | undefined }) =>
        key === undefined ? undefined : withoutGrant(key, grant.GrantId)
    )
  ),
  answer: (after, { account }) => [nothing, after === undefined ? account : withKey(account, after)]
})
