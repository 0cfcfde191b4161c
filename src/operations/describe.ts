import type * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as N from 'fp-ts/lib/number.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import { storeWithId, type Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { listEntry } from '../model/CustomKeyStoresListEntry.js'
import { storesAfter, storesNamed } from '../model/listed.js'
import { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { DescribeCustomKeyStoresResponse } from '../model/responses/DescribeCustomKeyStoresResponse.js'
import { ownerIsShownWhereNamed } from '../rules/effects.js'
import { storeExists } from '../rules/existence.js'
import { markerAfter, markerIsValid, namesOneStore, placeOf, type Place } from '../rules/listing.js'
import { citing, unless, type Refusal } from '../rules/Rule.js'
import { when } from '../rules/when.js'
import { kmsSucceeds } from '../rules/service.js'
import { decision, type Explanation } from './Decision.js'
import { operation, type Operation } from './Operation.js'
import { stage, type Asked } from './Stage.js'

const byPlace: Ord.Ord<Place> = Ord.getMonoid<Place>().concat(
  Ord.contramap(({ CreationDate }: Place) => CreationDate)(N.Ord),
  Ord.contramap(({ CustomKeyStoreId }: Place) => CustomKeyStoreId)(S.Ord)
)

const isAskedFor =
  ({ CustomKeyStoreId: id, CustomKeyStoreName: name }: DescribeCustomKeyStoresRequest) =>
  (store: CustomKeyStore): boolean =>
    (id === undefined || store.CustomKeyStoreId === id) &&
    (name === undefined || store.CustomKeyStoreName === name)

const subject = (
  { failure }: WithFailure,
  request: DescribeCustomKeyStoresRequest,
  stores: ReadonlyArray<CustomKeyStore>
) => {
  const found = pipe(stores, RA.filter(isAskedFor(request)), RA.sort(byPlace))
  return { request, failure, found, store: found[0] }
}

/** The same, with no more of the stores of the account than are shown, and one more. */
const subjectIn = (
  given: WithFailure,
  request: DescribeCustomKeyStoresRequest,
  account: Account
): Subject => {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name, Limit = defaultLimit, Marker } = request
  if (id !== undefined) return subject(given, request, [storeWithId(account, id) ?? []].flat())
  if (name !== undefined) return subject(given, request, storesNamed(account, name))
  const place = Marker === undefined ? undefined : placeOf(Marker)
  return {
    ...subject(given, request, storesAfter(account, place, Limit + 1)),
    store: storesAfter(account, undefined, 1)[0]
  }
}

type Subject = ReturnType<typeof subject>

const defaultLimit = 100

const page = ({
  request: { Limit: limit = defaultLimit, Marker: marker },
  found
}: Subject): DescribeCustomKeyStoresResponse => {
  const after = marker === undefined ? undefined : placeOf(marker)
  const left = after === undefined ? found : found.filter((store) => Ord.gt(byPlace)(store, after))
  const shown = left.slice(0, limit)
  const last = shown[shown.length - 1]
  const CustomKeyStores = shown.map(listEntry)
  return last !== undefined && left.length > shown.length
    ? { CustomKeyStores, Truncated: true, NextMarker: markerAfter(last) }
    : { CustomKeyStores, Truncated: false }
}

/** The only operation that takes a name as well. */
const storeIsFound = {
  ...storeExists,
  says: 'A custom key store with the id or name of the request must exist in the account and Region.'
}

const source = 'API_DescribeCustomKeyStores'

const decides = decision(
  [
    unless(markerIsValid, 'InvalidMarkerException'),
    when(namesOneStore, unless(storeIsFound, 'CustomKeyStoreNotFoundException')),
    unless(kmsSucceeds, 'KMSInternalException')
  ],
  [ownerIsShownWhereNamed],
  (_, found: Subject) => page(found)
).retold(citing(source))

/** Called with its facts, a request and the stores of an account and Region. */
export interface DescribeOperation extends Operation<
  'DescribeCustomKeyStores',
  WithFailure,
  DescribeCustomKeyStoresRequest,
  Refused,
  DescribeCustomKeyStoresResponse
> {
  (
    facts: WithFailure
  ): (
    request: DescribeCustomKeyStoresRequest
  ) => (stores: ReadonlyArray<CustomKeyStore>) => E.Either<Refused, DescribeCustomKeyStoresResponse>
  readonly explain: (
    facts: WithFailure
  ) => (request: DescribeCustomKeyStoresRequest) => (stores: ReadonlyArray<CustomKeyStore>) => Explanation
}

type Refused = Refusal<'InvalidMarkerException' | 'CustomKeyStoreNotFoundException' | 'KMSInternalException'>

const asked =
  <A>(of: (about: Subject) => A) =>
  (facts: WithFailure) =>
  (request: DescribeCustomKeyStoresRequest) =>
  (stores: ReadonlyArray<CustomKeyStore>): A =>
    of(subject(facts, request, stores))

/**
 * Shows one store of an account and Region, by id or by name, or a page of them all, in any state. Takes whether KMS
 * fails, the request and all stores. Returns a page of list entries.
 *
 * Refused with: InvalidMarkerException, CustomKeyStoreNotFoundException, KMSInternalException.
 *
 * @example
 * const page = cks.describe({})({ CustomKeyStoreName: 'archive' as cks.CustomKeyStoreName })(account.stores)
 * pipe(page, E.map(({ CustomKeyStores }) => CustomKeyStores.map((entry) => entry.ConnectionState)))
 * //=> E.right(['DISCONNECTED'])
 * @see API_DescribeCustomKeyStores
 */
export const describe: DescribeOperation = Object.assign(asked(decides.decide), {
  explain: asked(decides.explain),
  ...operation({
    operation: 'DescribeCustomKeyStores',
    source,
    permission: 'kms:DescribeCustomKeyStores',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    shows: 'stores',
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ],
    request: DescribeCustomKeyStoresRequest,
    response: DescribeCustomKeyStoresResponse,
    inState: [],
    stage: stage(
      ({ given, request, account }: Asked<WithFailure, DescribeCustomKeyStoresRequest>) =>
        subjectIn(given, request, account),
      decides
    ),
    answer: (response, { account }): readonly [DescribeCustomKeyStoresResponse, Account] => [
      response,
      account
    ]
  })
})
