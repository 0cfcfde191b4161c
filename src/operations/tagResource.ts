import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { TagResourceRequest } from '../model/requests/TagResourceRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { tagsAreValid } from '../rules/keyRequest.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { noTagsChangeNothing, tagQuotaIsKept, tagsAfter, tagsAreSet } from '../rules/tags.js'
import { decision } from './Decision.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey } from './Stage.js'

/** The tags to add, and whether KMS fails. */
export interface TagResourceFacts extends WithFailure {
  readonly request: Pick<TagResourceRequest, 'Tags'>
}

/**
 * Adds tags to a key, or gives tags that it has other values. Returns the key with them.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException, TagException,
 * KMSInvalidStateException, LimitExceededException, KMSInternalException.
 *
 * @example
 * const asked = { KeyId: 'key-1', Tags: [{ TagKey: 'team', TagValue: 'payments' }] }
 * const request = cks.decode(cks.tagResource.request)(asked)
 * const tagged = pipe(request, E.chainW((read) => cks.tagResource({ request: read })(store)(key)))
 * pipe(tagged, E.map(({ Tags }) => Tags)) //=> E.right([{ TagKey: 'team', TagValue: 'payments' }])
 * @see API_TagResource
 */
export const tagResource = onKey({
  operation: 'TagResource',
  source: 'API_TagResource',
  permission: 'kms:TagResource',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateKey', 'ListResourceTags', 'ReplicateKey', 'UntagResource'],
  request: TagResourceRequest,
  example: () => ({ Tags: [{ TagKey: 'Purpose', TagValue: 'Example' }] }),
  response: Nothing,
  facts: ({ given: { failure }, request }: AboutKey<WithFailure, TagResourceRequest>): TagResourceFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: TagResourceFacts, store, key) => ({
    request,
    store,
    key,
    failure,
    count: request.Tags.length
  }),
  decides: decision(
    [
      unless(tagsAreValid, 'TagException', { source: 'API_TagResource' }),
      unless(validKeyState('TagResource', unlessPendingDeletion), 'KMSInvalidStateException'),
      unless(tagQuotaIsKept, 'LimitExceededException', { openTo: ['TagException'] }),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [tagsAreSet, noTagsChangeNothing('API_TagResource')],
    ({ key, request }): KmsKey => ({ ...key, Tags: tagsAfter({ key, request }) })
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
