import { claim } from '../Claim.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { TagKey } from '../model/Tag.js'
import type { TagResourceRequest } from '../model/requests/TagResourceRequest.js'
import type { Source } from '../sources.js'
import type { Follows } from './Follows.js'
import { ofMarker } from './marker.js'

/** Tags to be set on a key. */
export interface Tagging {
  readonly key: KmsKey
  readonly request: Pick<TagResourceRequest, 'Tags'>
}

/** The tags of a key, with others in place of those that have the same tag key. */
export const tagsAfter = ({ key: { Tags: before = [] }, request: { Tags: set } }: Tagging) => {
  const newValue = new Map(set.map((tag) => [tag.TagKey, tag]))
  const old = before.map((tag) => newValue.get(tag.TagKey) ?? tag)
  return [...old, ...set.filter(({ TagKey }) => before.every((tag) => tag.TagKey !== TagKey))]
}

const mostTags = 50

/** The key has no more tags than it may have. */
export const tagQuotaIsKept = claim<Tagging>({
  name: 'tagQuotaIsKept',
  says: 'A KMS key has at most 50 tags.',
  source: 'resource-limits',
  assumes: ['A70'],
  holds: (tagging) => tagsAfter(tagging).length <= mostTags
})

/** Tags to be removed. */
export interface Untagging {
  readonly request: { readonly TagKeys: ReadonlyArray<TagKey> }
}

/** The tags are none of AWS's own. */
export const tagKeysAreValid = claim<Untagging>({
  name: 'tagKeysAreValid',
  says: 'The key of a tag that is to be removed must not begin with aws:.',
  source: 'API_UntagResource',
  assumes: ['A71'],
  holds: ({ request: { TagKeys } }) => TagKeys.every((key) => !key.toLowerCase().startsWith('aws:'))
})

/** A marker of the list of tags: how many tags the pages before have shown. */
const tagMarker = /^[1-9]\d{0,2}$/

/** The marker is one that an earlier page has given. */
export const tagMarkerIsValid = claim({
  name: 'tagMarkerIsValid',
  says: 'The marker must be the one with which an earlier page of the tags ended.',
  source: 'API_ListResourceTags',
  assumes: ['A74'],
  ...ofMarker((marker) => tagMarker.test(marker))
})

export const tagsAreSet: Follows = {
  name: 'tagsAreSet',
  says: 'TagResource adds a tag whose tag key the KMS key does not have, and replaces the value of one that it has.',
  source: 'API_TagResource'
}

export const tagsAreRemoved: Follows = {
  name: 'tagsAreRemoved',
  says: 'UntagResource removes the tags with the tag keys, and ignores a tag key that the KMS key does not have.',
  source: 'API_UntagResource'
}

export const noTagsChangeNothing = (source: Source): Follows<{ readonly count: number }> => ({
  name: 'noTagsChangeNothing',
  says: 'A request that gives no tag and no tag key changes nothing.',
  source,
  assumes: ['A72'],
  where: ({ count }) => count === 0
})
