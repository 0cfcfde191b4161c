import { withKey } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { UntagResourceRequest } from '../model/requests/TagResourceRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { noTagsChangeNothing, tagKeysAreValid, tagsAreRemoved } from '../rules/tags.js'
import { decision } from './Decision.js'
import { onKey } from './onKey.js'
import { nothing } from './Operation.js'
import type { AboutKey } from './Stage.js'

/** The names of the tags to remove, and whether KMS fails. */
export interface UntagResourceFacts extends WithFailure {
  readonly request: Pick<UntagResourceRequest, 'TagKeys'>
}

/**
 * Removes tags from a key. Returns the key without them.
 *
 * Key states: Enabled, Disabled, Unavailable. Refused with: InvalidArnException, NotFoundException, TagException,
 * KMSInvalidStateException, KMSInternalException.
 *
 * @example
 * const request = cks.decode(cks.untagResource.request)({ KeyId: 'key-1', TagKeys: ['team'] })
 * const untagged = pipe(request, E.chainW((read) => cks.untagResource({ request: read })(store)(key)))
 * pipe(untagged, E.map(({ Tags }) => Tags)) //=> E.right(undefined)
 * @see API_UntagResource
 */
export const untagResource = onKey({
  operation: 'UntagResource',
  source: 'API_UntagResource',
  permission: 'kms:UntagResource',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateKey', 'ListResourceTags', 'ReplicateKey', 'TagResource'],
  request: UntagResourceRequest,
  example: () => ({ TagKeys: ['Purpose'] }),
  response: Nothing,
  facts: ({
    given: { failure },
    request
  }: AboutKey<WithFailure, UntagResourceRequest>): UntagResourceFacts => ({
    request,
    failure
  }),
  subject: ({ request, failure }: UntagResourceFacts, store, key) => ({
    request,
    store,
    key,
    failure,
    count: request.TagKeys.length
  }),
  decides: decision(
    [
      unless(tagKeysAreValid, 'TagException'),
      unless(validKeyState('UntagResource', unlessPendingDeletion), 'KMSInvalidStateException'),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [tagsAreRemoved, noTagsChangeNothing('API_UntagResource')],
    ({ key, request: { TagKeys } }) =>
      key.Tags === undefined
        ? key
        : { ...key, Tags: key.Tags.filter(({ TagKey }) => !TagKeys.includes(TagKey)) }
  ),
  answer: (after, { account }) => [nothing, withKey(account, after)]
})
