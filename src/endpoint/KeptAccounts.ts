import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { closedStruct } from '../codec/closedStruct.js'
import { accountAt, hasAliases } from '../model/accountTables.js'
import { Alias } from '../model/Alias.js'
import { CustomKeyStore } from '../model/CustomKeyStore.js'
import { AccountId, CustomKeyStoreId } from '../model/identifiers.js'
import { KmsKey } from '../model/KmsKey.js'
import { aliasChanges, keyChanges, storeChanges } from '../model/listed.js'
import { changes, type Change } from '../model/table/change.js'
import type { Placed } from '../model/table/Table.js'
import { heldAt, unused, type End, type HeldAccount } from './HeldAccount.js'
import { nameOf, type HeldChange } from './HeldAccounts.js'
import { milliseconds, misplaced, readAs, type Memory, type Read } from './keptEntry.js'

/**
 * An account is kept as an entry for itself, one for each of its stores, keys and aliases, and one for whatever ends at a
 * time; so a change is kept at the cost of what it changes. The name of each but the first ends with its place in its list.
 */
const kinds = ['store', 'key', 'alias', 'end'] as const
type Kind = (typeof kinds)[number]

const entryName = (kind: 'account' | Kind, account: string, place?: number): string =>
  [kind, account, ...(place === undefined ? [] : [place])].join(' ')

const KeptAccount = closedStruct(
  'KeptAccount',
  { AccountId: asShown(AccountId), Region: t.string, hasAliases: t.boolean },
  {}
)

const KeptEnd: t.Type<End, unknown> = closedStruct(
  'KeptEnd',
  { CustomKeyStoreId: asShown(CustomKeyStoreId), time: milliseconds },
  {}
)

type Entry = readonly [name: string, entry: object | undefined]

const itself = ({ account }: HeldAccount): t.TypeOf<typeof KeptAccount> => ({
  AccountId: account.AccountId,
  Region: account.Region,
  hasAliases: hasAliases(account)
})

/** The entries in which an account differs from what it was. */
export const changedEntries = ({ name, before, after }: HeldChange): ReadonlyArray<Entry> => {
  const { account } = (after ?? before) as HeldAccount
  const none = unused(account.AccountId, account.Region)
  const [old, now] = [before ?? none, after ?? none]
  const isSame = before && after && hasAliases(before.account) === hasAliases(after.account)
  const listed = (kind: Kind, changed: ReadonlyArray<Change<object>>): ReadonlyArray<Entry> =>
    changed.map(({ position, after: entry }) => [entryName(kind, name, position), entry])
  return [
    ...(isSame ? [] : [[entryName('account', name), after && itself(after)] as const]),
    ...listed('store', storeChanges(old.account, now.account)),
    ...listed('key', keyChanges(old.account, now.account)),
    ...listed('alias', aliasChanges(old.account, now.account)),
    ...listed('end', changes(old.ends, now.ends))
  ]
}

/** The entries of one account, of which the lists have their places. */
type Found = { account?: unknown } & Readonly<Record<Kind, Array<Placed<unknown>>>>

const listName = new RegExp(`^(${kinds.join('|')}) (.*) (0|[1-9]\\d{0,14})$`, 's')
const accountName = /^account (.*)$/s

/** The entries by the name of their account, or the name of one that is of no account. */
const byAccount = (entries: Memory['entries']): E.Either<string, ReadonlyMap<string, Found>> => {
  const accounts = new Map<string, Found>()
  const foundOf = (account: string): Found => {
    const found = accounts.get(account) ?? { store: [], key: [], alias: [], end: [] }
    accounts.set(account, found)
    return found
  }
  for (const [name, entry] of entries) {
    const [, kind, owner = '', place] = listName.exec(name) ?? []
    const [, account] = accountName.exec(name) ?? []
    if (kind !== undefined) foundOf(owner)[kind as Kind].push([Number(place), entry])
    else if (account !== undefined) foundOf(account).account = entry
    else return E.left(name)
  }
  return E.right(accounts)
}

const readAccount = ([name, found]: readonly [string, Found]): Read<HeldAccount> => {
  const list = <A>(kind: Kind, codec: t.Type<A, unknown>): Read<ReadonlyArray<Placed<A>>> =>
    pipe(
      [...found[kind]].sort(([a], [b]) => a - b),
      E.traverseArray(([place, entry]) =>
        pipe(
          readAs(codec, entryName(kind, name, place), entry),
          E.map((read): Placed<A> => [place, read])
        )
      )
    )
  return pipe(
    E.Do,
    E.bind('kept', () => readAs(KeptAccount, entryName('account', name), found.account)),
    E.bind('stores', () => list('store', CustomKeyStore)),
    E.bind('keys', () => list('key', KmsKey)),
    E.bind('aliases', () => list('alias', Alias)),
    E.bind('ends', () => list('end', KeptEnd)),
    E.map(({ kept, aliases, ends, ...lists }) =>
      heldAt(accountAt(kept, { ...lists, aliases: kept.hasAliases ? aliases : undefined }), ends)
    ),
    E.filterOrElseW(
      ({ account }) => found.store.length > 0 && nameOf(account) === name,
      () => [misplaced(entryName('account', name))]
    )
  )
}

/** Reads the accounts that were kept; or tells what is wrong with one. */
export const readAccounts = (entries: Memory['entries']): Read<ReadonlyArray<HeldAccount>> =>
  pipe(
    byAccount(entries),
    E.mapLeft((name) => [misplaced(name)]),
    E.chain((accounts) => E.traverseArray(readAccount)([...accounts]))
  )
