import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { Marker } from './DescribeCustomKeyStoresRequest.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** Asks for a page of the keys of an account and Region. @see API_ListKeys */
export interface ListKeysRequest {
  /** 1 to 1000. */
  readonly Limit?: number
  readonly Marker?: Marker
}

export const ListKeysRequest: t.Type<ListKeysRequest, unknown> = requestCodec(
  'ListKeysRequest',
  { required: {}, optional: { Limit: boundedInteger('Limit', 1, 1000), Marker } },
  E.right
)
