import { identity } from 'fp-ts/lib/function.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import { KeyId } from '../identifiers.js'
import { pageMembers, type PageRequest } from './pageMembers.js'

/** Asks for a page of the tags of a key. @see API_ListResourceTags */
export interface ListResourceTagsRequest extends PageRequest {
  readonly KeyId: KeyId
}

/**
 * @example
 * cks.decode(protocol.ListResourceTagsRequest)({ KeyId: 'key-1' }) //=> E.right({ KeyId: 'key-1' })
 */
export const ListResourceTagsRequest: RequestCodec<ListResourceTagsRequest> = requestCodec(
  'ListResourceTagsRequest',
  {
    source: 'API_ListResourceTags',
    required: { KeyId },
    optional: pageMembers('API_ListResourceTags')
  },
  [],
  identity
)
