import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as N from 'fp-ts/lib/number.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import type { DescribeException } from '../exceptions/documentedExceptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { listEntry, type CustomKeyStoresListEntry } from '../model/CustomKeyStoresListEntry.js'
import type { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { markerAfter, markerIsValid, placeOf, storeExists, type Place } from '../rules/listing.js'
import { enforce, unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'

/** A page of stores; NextMarker is there if and only if more follow. @see API_DescribeCustomKeyStores */
export interface DescribeCustomKeyStoresResponse {
  readonly CustomKeyStores: ReadonlyArray<CustomKeyStoresListEntry>
  readonly Truncated: boolean
  readonly NextMarker?: string
}

export const describeRules = [
  unless(markerIsValid, 'InvalidMarkerException'),
  unless(storeExists, 'CustomKeyStoreNotFoundException'),
  unless(kmsSucceeds, 'KMSInternalException')
] as const

const byPlace: Ord.Ord<Place> = Ord.getMonoid<Place>().concat(
  Ord.contramap(({ CreationDate }: Place) => CreationDate)(N.Ord),
  Ord.contramap(({ CustomKeyStoreId }: Place) => CustomKeyStoreId)(S.Ord)
)

const isAskedFor =
  ({ CustomKeyStoreId: id, CustomKeyStoreName: name }: DescribeCustomKeyStoresRequest) =>
  (store: CustomKeyStore): boolean =>
    (id === undefined || store.CustomKeyStoreId === id) &&
    (name === undefined || store.CustomKeyStoreName === name)

/** What the rules look at. */
export const givenDescribe = (
  { failure }: Service,
  request: DescribeCustomKeyStoresRequest,
  stores: ReadonlyArray<CustomKeyStore>
) => ({ request, failure, found: pipe(stores, RA.filter(isAskedFor(request)), RA.sort(byPlace)) })

const allow = enforce(describeRules)

const defaultLimit = 100

/** @assumes A38 */
const page =
  ({ Limit: limit = defaultLimit, Marker: marker }: DescribeCustomKeyStoresRequest) =>
  (found: ReadonlyArray<CustomKeyStore>): DescribeCustomKeyStoresResponse => {
    const after = marker === undefined ? undefined : placeOf(marker)
    const left = after === undefined ? found : found.filter((store) => Ord.gt(byPlace)(store, after))
    const shown = left.slice(0, limit)
    const last = shown[shown.length - 1]
    const CustomKeyStores = shown.map(listEntry)
    return last !== undefined && left.length > shown.length
      ? { CustomKeyStores, Truncated: true, NextMarker: markerAfter(last) }
      : { CustomKeyStores, Truncated: false }
  }

/**
 * Shows one store of an account and Region, by id or by name, or a page of them all, in any state.
 *
 * @see API_DescribeCustomKeyStores
 */
export const describe =
  (facts: Service) =>
  (request: DescribeCustomKeyStoresRequest) =>
  (stores: ReadonlyArray<CustomKeyStore>): E.Either<DescribeException, DescribeCustomKeyStoresResponse> =>
    pipe(
      givenDescribe(facts, request, stores),
      allow,
      E.map(({ found }) => page(request)(found))
    )
