import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import { keyArn, type Account } from '../model/Account.js'
import type { Answered } from '../account/operations.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { KeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { ListKeysRequest } from '../model/requests/ListKeysRequest.js'
import { kmsAnswersRules } from '../operations/kmsAnswers.js'
import { claim, enforce, unless } from '../rules/Rule.js'

/** A page of keys; NextMarker is there if and only if more follow. @see API_ListKeys */
export interface ListKeysResponse {
  readonly Keys: ReadonlyArray<{ readonly KeyId: KeyId; readonly KeyArn: string }>
  readonly Truncated: boolean
  readonly NextMarker?: string
}

interface Listing {
  readonly account: Account
  readonly request: ListKeysRequest
}

const firstPart = (account: Account): string => keyArn(account, '' as KeyId)

const markerIsValid = claim<Listing>({
  name: 'keyMarkerIsValid',
  says: 'The marker must be the one with which an earlier page of the list ended.',
  source: 'API_ListKeys',
  assumes: 'A56',
  applies: ({ request }) => request.Marker !== undefined,
  holds: ({ account, request }) => request.Marker?.startsWith(firstPart(account)) === true
})

const allow = enforce([unless(markerIsValid, 'InvalidMarkerException'), ...kmsAnswersRules])

const byId: Ord.Ord<KmsKey> = Ord.contramap(({ KeyId }: KmsKey): string => KeyId)(S.Ord)

const defaultLimit = 100

/** @assumes A56 */
const page = ({
  account,
  request: { Limit: limit = defaultLimit, Marker: marker }
}: Listing): ListKeysResponse => {
  const last = marker?.slice(firstPart(account).length) ?? ''
  const left = pipe(
    account.keys,
    RA.filter(({ KeyId }) => KeyId > last),
    RA.sort(byId)
  )
  const shown = left.slice(0, limit)
  const end = shown[shown.length - 1]
  const Keys = shown.map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn }))
  return end !== undefined && left.length > shown.length
    ? { Keys, Truncated: true, NextMarker: keyArn(account, end.KeyId) }
    : { Keys, Truncated: false }
}

/** The keys of the account, in whatever state. @see API_ListKeys */
export const listKeys =
  ({ failure }: Service) =>
  (request: ListKeysRequest) =>
  (
    account: Account
  ): Answered<
    Exception<'DependencyTimeoutException' | 'InvalidMarkerException' | 'KMSInternalException'>,
    ListKeysResponse
  > =>
    pipe(
      { account, request, failure },
      allow,
      E.map((listing) => [page(listing), account])
    )
