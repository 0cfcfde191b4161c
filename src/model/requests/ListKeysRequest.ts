import { identity } from 'fp-ts/lib/function.js'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { Marker } from './DescribeCustomKeyStoresRequest.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for a page of the keys of an account and Region. @see API_ListKeys */
export interface ListKeysRequest {
  /** 1 to 1000. */
  readonly Limit?: number
  readonly Marker?: Marker
}

/**
 * @example
 * cks.decode(protocol.ListKeysRequest)({ Limit: 100 }) //=> E.right({ Limit: 100 })
 */
export const ListKeysRequest: RequestCodec<ListKeysRequest> = requestCodec(
  'ListKeysRequest',
  {
    source: 'API_ListKeys',
    required: {},
    optional: { Limit: boundedInteger('Limit', 1, 1000, { source: 'API_ListKeys' }), Marker }
  },
  [],
  identity
)
