import { pipe } from 'fp-ts/lib/function.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import * as t from 'io-ts'
import { Timestamp } from '../codec/Timestamp.js'
import { aliasesAfter } from '../model/listed.js'
import { aliasArn, aliasesOf, keyWithId, type Account } from '../model/Account.js'
import type { Alias } from '../model/Alias.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { ListAliasesRequest } from '../model/requests/AliasRequests.js'
import { shown } from '../model/responses/shown.js'
import { aliasMarkerIsValid, keyOfAliasesExists, onlyOwnAliasesAreListed } from '../rules/aliases.js'
import { keyArnIsValid, keyIsNamedByIdOrArn } from '../rules/existence.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { operation } from './Operation.js'
import { pageOf, type More } from './pageOf.js'
import { stage, type Asked } from './Stage.js'

/** An alias with its ARN. @see API_AliasListEntry */
export interface AliasListEntry extends Alias {
  readonly AliasArn: string
}

/** A page of aliases. @see API_ListAliases */
export interface ListAliasesResponse extends More {
  readonly Aliases: ReadonlyArray<AliasListEntry>
}

const byName: Ord.Ord<Alias> = Ord.contramap(({ AliasName }: Alias): string => AliasName)(S.Ord)

const defaultLimit = 50
const longestPage = 100

interface Listing {
  readonly account: Account
  readonly request: ListAliasesRequest
  readonly key: KmsKey | undefined
}

const page = ({ account, request, key }: Listing): ListAliasesResponse => {
  const { Limit = defaultLimit, Marker = '' } = request
  const limit = Math.min(Limit, longestPage)
  const left =
    key === undefined
      ? aliasesAfter(account, Marker, limit + 1)
      : pipe(
          aliasesOf(account, key),
          RA.filter(({ AliasName }) => AliasName > Marker),
          RA.sort(byName)
        )
  const [aliases, more] = pageOf(left, limit, ({ AliasName }) => AliasName)
  return {
    Aliases: aliases.map((alias) => ({ ...alias, AliasArn: aliasArn(account, alias.AliasName) })),
    ...more
  }
}

const entry = shown(
  'AliasListEntry',
  {},
  {
    AliasName: t.string,
    AliasArn: t.string,
    TargetKeyId: t.string,
    CreationDate: Timestamp,
    LastUpdatedDate: Timestamp
  }
)

/**
 * The aliases of the account, or of one key of it. Only on an account; a page has up to 100.
 *
 * Refused with: InvalidArnException, NotFoundException, InvalidMarkerException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * pipe(cks.account.listAliases(circumstances)({})(account), E.map(([{ Aliases }]) => Aliases)) //=> E.right([])
 * @see API_ListAliases
 */
export const listAliases = operation({
  operation: 'ListAliases',
  source: 'API_ListAliases',
  permission: 'kms:ListAliases',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: ['CreateAlias', 'DeleteAlias', 'UpdateAlias'],
  request: ListAliasesRequest,
  response: shown(
    'ListAliasesResponse',
    { Aliases: t.readonlyArray(entry) },
    { Truncated: t.boolean, NextMarker: t.string }
  ),
  stage: stage(
    ({ given: { failure }, request, account }: Asked<WithFailure, ListAliasesRequest>) => ({
      account,
      request,
      keyId: request.KeyId,
      key: request.KeyId === undefined ? undefined : keyWithId(account, request.KeyId),
      failure
    }),
    decision(
      [
        unless(keyArnIsValid, 'InvalidArnException', { openTo: ['NotFoundException'] }),
        unless(keyIsNamedByIdOrArn, 'NotFoundException', { openTo: 'any exception' }),
        unless(keyOfAliasesExists, 'NotFoundException'),
        unless(aliasMarkerIsValid, 'InvalidMarkerException'),
        ...kmsAnswers
      ],
      [onlyOwnAliasesAreListed],
      (_, listing: Listing) => page(listing)
    )
  ),
  answer: (response, { account }): readonly [ListAliasesResponse, Account] => [response, account]
})
