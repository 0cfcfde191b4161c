import { pipe } from 'fp-ts/lib/function.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { ListResourceTagsRequest } from '../model/requests/ListResourceTagsRequest.js'
import type { PageRequest } from '../model/requests/pageMembers.js'
import { shown } from '../model/responses/shown.js'
import { StoredTag, type Tag } from '../model/Tag.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { tagMarkerIsValid } from '../rules/tags.js'
import { decision } from './Decision.js'
import { onKey } from './onKey.js'
import { pageOf, type More } from './pageOf.js'
import type { AboutKey } from './Stage.js'

/** The page that is asked for, of up to 50 tags, and whether KMS fails. */
export interface ListResourceTagsFacts extends WithFailure {
  readonly request: PageRequest
}

/** A page of tags. @see API_ListResourceTags */
export interface ListResourceTagsResponse extends More {
  readonly Tags: ReadonlyArray<Tag>
}

const byKey: Ord.Ord<Tag> = Ord.contramap(({ TagKey }: Tag): string => TagKey)(S.Ord)

const longestPage = 50

const page = ({ Tags = [] }: KmsKey, { Limit = longestPage, Marker }: PageRequest) => {
  const before = Marker === undefined ? 0 : Number(Marker)
  const numbered = pipe(
    Tags,
    RA.sort(byKey),
    RA.mapWithIndex((i, tag) => ({ tag, place: i + 1 }))
  )
  const [tags, more] = pageOf(numbered.slice(before), Math.min(Limit, longestPage), ({ place }) =>
    String(place)
  )
  return { Tags: tags.map(({ tag }) => tag), ...more }
}

/**
 * The tags of a key, in whatever state.
 *
 * Refused with: InvalidArnException, NotFoundException, InvalidMarkerException, KMSInternalException.
 *
 * @example
 * pipe(cks.listResourceTags({ request: {} })(store)(key), E.map(({ Tags }) => Tags)) //=> E.right([])
 * @see API_ListResourceTags
 */
export const listResourceTags = onKey({
  operation: 'ListResourceTags',
  source: 'API_ListResourceTags',
  permission: 'kms:ListResourceTags',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateKey', 'ReplicateKey', 'TagResource', 'UntagResource'],
  request: ListResourceTagsRequest,
  response: shown(
    'ListResourceTagsResponse',
    { Tags: t.readonlyArray(StoredTag) },
    { Truncated: t.boolean, NextMarker: t.string }
  ),
  facts: ({
    given: { failure },
    request
  }: AboutKey<WithFailure, ListResourceTagsRequest>): ListResourceTagsFacts => ({ request, failure }),
  subject: ({ request, failure }: ListResourceTagsFacts, store, key) => ({ request, store, key, failure }),
  decides: decision(
    [unless(tagMarkerIsValid, 'InvalidMarkerException'), unless(kmsSucceeds, 'KMSInternalException')],
    [],
    (_, { key, request }: ListResourceTagsFacts & { readonly key: KmsKey }) => page(key, request)
  ),
  answer: (response, { account }): readonly [ListResourceTagsResponse, Account] => [response, account]
})
