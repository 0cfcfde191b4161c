import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { boundedString } from '../../codec/boundedString.js'
import { CustomKeyStoreId, CustomKeyStoreName } from '../identifiers.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** Tells where the next page begins; opaque to the user. @see API_DescribeCustomKeyStores */
export const Marker = boundedString('Marker', {
  minLength: 1,
  maxLength: 1024,
  pattern: /^[\u0020-\u00FF]*$/
})
export type Marker = t.TypeOf<typeof Marker>

/** Asks for one store, by id or by name, or for a page of all. @see API_DescribeCustomKeyStores */
export interface DescribeCustomKeyStoresRequest {
  readonly CustomKeyStoreId?: CustomKeyStoreId
  readonly CustomKeyStoreName?: CustomKeyStoreName
  /** 1 to 1000. */
  readonly Limit?: number
  readonly Marker?: Marker
}

/** @assumes A25 */
const agree = (request: DescribeCustomKeyStoresRequest) =>
  request.CustomKeyStoreId !== undefined && request.CustomKeyStoreName !== undefined
    ? E.left([{ member: 'CustomKeyStoreName', constraint: 'Member must be absent beside CustomKeyStoreId' }])
    : E.right(request)

export const DescribeCustomKeyStoresRequest: t.Type<DescribeCustomKeyStoresRequest, unknown> = requestCodec(
  'DescribeCustomKeyStoresRequest',
  {
    required: {},
    optional: { CustomKeyStoreId, CustomKeyStoreName, Limit: boundedInteger('Limit', 1, 1000), Marker }
  },
  agree
)
