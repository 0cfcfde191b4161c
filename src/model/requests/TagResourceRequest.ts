import { identity } from 'fp-ts/lib/function.js'
import { boundedArray } from '../../codec/boundedArray.js'
import { listOf } from '../../codec/listOf.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import { KeyId } from '../identifiers.js'
import { Tag, TagKey } from '../Tag.js'

/** Asks for tags to be added to a key, or given other values. @see API_TagResource */
export interface TagResourceRequest {
  readonly KeyId: KeyId
  readonly Tags: ReadonlyArray<Tag>
}

const mostTags = 50

/**
 * @example
 * const asked = { KeyId: 'key-1', Tags: [{ TagKey: 'team', TagValue: 'payments' }] }
 * E.isRight(cks.decode(protocol.TagResourceRequest)(asked)) //=> true
 */
export const TagResourceRequest: RequestCodec<TagResourceRequest> = requestCodec(
  'TagResourceRequest',
  {
    source: 'API_TagResource',
    required: {
      KeyId,
      Tags: boundedArray(Tag, mostTags, { source: 'API_TagResource', implied: true, assumes: ['A57'] })
    },
    optional: {}
  },
  [],
  identity
)

/** Asks for the tags with these keys to be removed. @see API_UntagResource */
export interface UntagResourceRequest {
  readonly KeyId: KeyId
  readonly TagKeys: ReadonlyArray<TagKey>
}

/**
 * @example
 * cks.decode(protocol.UntagResourceRequest)({ KeyId: 'key-1', TagKeys: ['team'] })
 * //=> E.right({ KeyId: 'key-1', TagKeys: ['team'] })
 */
export const UntagResourceRequest: RequestCodec<UntagResourceRequest> = requestCodec(
  'UntagResourceRequest',
  {
    source: 'API_UntagResource',
    required: {
      KeyId,
      TagKeys: listOf('TagKeys', TagKey)
    },
    optional: {}
  },
  [],
  identity
)
