import { pipe } from 'fp-ts/lib/function.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import * as t from 'io-ts'
import { Timestamp } from '../codec/Timestamp.js'
import type { Account } from '../model/Account.js'
import type { Grant } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { PageRequest } from '../model/requests/pageMembers.js'
import { shown } from '../model/responses/shown.js'
import { grantMarkerAfter } from '../rules/grants.js'
import { pageOf, type More } from './pageOf.js'

/** A grant, with the ARN of its key and of the account that made it. @see API_GrantListEntry */
export interface GrantListEntry extends Grant {
  readonly KeyId: string
  readonly IssuingAccount: string
}

/** A page of grants. @see API_ListGrants */
export interface ListGrantsResponse extends More {
  readonly Grants: ReadonlyArray<GrantListEntry>
}

const entry = shown(
  'GrantListEntry',
  {},
  {
    KeyId: t.string,
    GrantId: t.string,
    Name: t.string,
    CreationDate: Timestamp,
    GranteePrincipal: t.string,
    RetiringPrincipal: t.string,
    IssuingAccount: t.string,
    Operations: t.readonlyArray(t.string),
    Constraints: t.UnknownRecord
  }
)

export const ListGrantsResponse = shown(
  'ListGrantsResponse',
  { Grants: t.readonlyArray(entry) },
  { Truncated: t.boolean, NextMarker: t.string }
)

/** The grants of a key as they are shown. */
export const grantEntries =
  ({ AccountId: account }: Account) =>
  ({ Arn, Grants = [] }: KmsKey): ReadonlyArray<GrantListEntry> =>
    Grants.map((grant) => ({ ...grant, KeyId: Arn, IssuingAccount: `arn:aws:iam::${account}:root` }))

const byId: Ord.Ord<GrantListEntry> = Ord.contramap(({ GrantId }: GrantListEntry): string => GrantId)(S.Ord)

const defaultLimit = 50
const longestPage = 100

/** A page of some grants. */
export const grantPage = (
  grants: ReadonlyArray<GrantListEntry>,
  { Limit = defaultLimit, Marker }: PageRequest
): ListGrantsResponse => {
  const last = Marker === undefined ? '' : Marker.slice(grantMarkerAfter('').length)
  const left = pipe(
    grants,
    RA.filter(({ GrantId }) => GrantId > last),
    RA.sort(byId)
  )
  const [Grants, more] = pageOf(left, Math.min(Limit, longestPage), ({ GrantId }) =>
    grantMarkerAfter(GrantId)
  )
  return { Grants, ...more }
}
