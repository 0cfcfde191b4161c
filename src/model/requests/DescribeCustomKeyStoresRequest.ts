import { identity } from 'fp-ts/lib/function.js'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { boundedString, type Bounded } from '../../codec/boundedString.js'
import { CustomKeyStoreId, CustomKeyStoreName } from '../identifiers.js'
import { requestCodec, type Agreement, type RequestCodec } from '../../codec/requestCodec.js'

/**
 * Tells where the next page begins; opaque to the user.
 *
 * @example
 * cks.Marker.is('') //=> false
 * @see API_DescribeCustomKeyStores
 */
export const Marker = boundedString('Marker', {
  minLength: 1,
  maxLength: 1024,
  pattern: String.raw`[\u0020-\u00FF]*`,
  source: 'API_DescribeCustomKeyStores'
})
export type Marker = Bounded<'Marker'>

/** Asks for one store, by id or by name, or for a page of all. @see API_DescribeCustomKeyStores */
export interface DescribeCustomKeyStoresRequest {
  readonly CustomKeyStoreId?: CustomKeyStoreId
  readonly CustomKeyStoreName?: CustomKeyStoreName
  /** 1 to 1000. */
  readonly Limit?: number
  readonly Marker?: Marker
}

/** A store is asked for by its id or by its name. */
const nameIsAbsentBesideId: Agreement<DescribeCustomKeyStoresRequest> = {
  name: 'CustomKeyStoreNameIsAbsentBesideCustomKeyStoreId',
  says: 'CustomKeyStoreName must be absent where CustomKeyStoreId is given.',
  source: 'API_DescribeCustomKeyStores',
  assumes: ['A25'],
  applies: ({ CustomKeyStoreId: id }) => id !== undefined,
  holds: ({ CustomKeyStoreName: name }) => name === undefined,
  member: 'CustomKeyStoreName',
  constraint: () => 'Member must be absent where CustomKeyStoreId is given'
}

/**
 * @example
 * pipe(cks.decode(cks.DescribeCustomKeyStoresRequest)({ Limit: 0 }), E.mapLeft(cks.report))
 * //=> E.left(['Limit: Member must have value greater than or equal to 1; received 0'])
 */
export const DescribeCustomKeyStoresRequest: RequestCodec<DescribeCustomKeyStoresRequest> = requestCodec(
  'DescribeCustomKeyStoresRequest',
  {
    source: 'API_DescribeCustomKeyStores',
    required: {},
    optional: {
      CustomKeyStoreId,
      CustomKeyStoreName,
      Limit: boundedInteger('Limit', 1, 1000, { source: 'API_DescribeCustomKeyStores' }),
      Marker
    }
  },
  [nameIsAbsentBesideId],
  identity
)
