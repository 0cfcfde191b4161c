import { keysOf, keyWithId, keyWithIdOrAlias, storeWithId, type Account } from '../model/Account.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isFailed, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { keyState, type KeyState, type KmsKey } from '../model/KmsKey.js'
import { keyChanges, placeOfKey, placeOfStore, storeChanges, storesNamed } from '../model/listed.js'
import type { Change } from '../model/table/change.js'

/** A store as it is shown before and after a step. `attempt`: the number of its latest connection or disconnection. */
export interface StoreView {
  readonly ConnectionState: ConnectionState
  readonly ConnectionErrorCode?: ConnectionErrorCode
  readonly attempt: number
}

/** null where there is none. */
interface Effect<A> {
  readonly before: A | null
  readonly after: A | null
}
export interface StoreEffect extends Effect<StoreView> {
  readonly CustomKeyStoreId: string
}
export interface KeyEffect extends Effect<KeyState> {
  readonly KeyId: string
}

/** The effects of a step on an account: on the stores and keys that it names, and on every other that it changed. */
export interface Effects {
  readonly stores: ReadonlyArray<StoreEffect>
  readonly keys: ReadonlyArray<KeyEffect>
}

const viewOf = (store: CustomKeyStore): StoreView => ({
  ConnectionState: store.ConnectionState,
  ...(isFailed(store) ? { ConnectionErrorCode: store.ConnectionErrorCode } : {}),
  attempt: store.attempt
})

/** The stores and keys of an account that a step names by an id, an ARN, an alias, or the name of a store. */
const idsOf = (account: Account, names: ReadonlyArray<string>): ReadonlySet<string> => {
  const keys = names.flatMap((name) => keyWithIdOrAlias(account, name) ?? [])
  const ids = [...names, ...keys.map((key) => key.CustomKeyStoreId)]
  const stores = [
    ...ids.flatMap((id) => storeWithId(account, id as CustomKeyStoreId) ?? []),
    ...names.flatMap((name) => storesNamed(account, name))
  ]
  return new Set<string>([...keys.map((key) => key.KeyId), ...stores.map((store) => store.CustomKeyStoreId)])
}

interface Seen {
  readonly account: Account
  readonly store: (id: string) => CustomKeyStore | undefined
  readonly keyState: (id: string) => KeyState | undefined
}

const seen = (account: Account): Seen => ({
  account,
  store: (id) => storeWithId(account, id as CustomKeyStoreId),
  keyState: (id) => {
    const key = keyWithId(account, id)
    const store = key && storeWithId(account, key.CustomKeyStoreId)
    return key?.KeyId === id && store !== undefined ? keyState(store)(key) : undefined
  }
})

/** The ids, of which those that were there before come first, in the order of the account. */
const inOrder = (
  ids: Iterable<string>,
  before: Account,
  after: Account,
  placesIn: (account: Account, id: string) => ReadonlyArray<number> | undefined
): ReadonlyArray<string> =>
  [...ids]
    .map((id) => {
      const there = placesIn(before, id)
      return { id, places: there === undefined ? [1, ...(placesIn(after, id) ?? [])] : [0, ...there] }
    })
    .sort(({ places: a }, { places: b }) => a.reduce((order, place, i) => order || place - (b[i] ?? 0), 0))
    .map(({ id }) => id)

const placesOfStore = (account: Account, id: string): ReadonlyArray<number> | undefined => {
  const place = placeOfStore(account, id)
  return place === undefined ? undefined : [place]
}

/** Keys come in the order of their stores. */
const placesOfKey = (account: Account, id: string): ReadonlyArray<number> | undefined => {
  const key = keyWithId(account, id)
  const store = key && placeOfStore(account, key.CustomKeyStoreId)
  const place = placeOfKey(account, id)
  return store === undefined || place === undefined ? undefined : [store, place]
}

const bothOf = <A>({ before, after }: Change<A>): ReadonlyArray<A> =>
  [before, after].flatMap((one) => one ?? [])

/** The keys that a step changed, and all those in stores that it changed. */
const keysThatDiffer = (
  { account: before, store: storeBefore }: Seen,
  { account: after, store: storeAfter }: Seen,
  stores: ReadonlySet<string>
): ReadonlyArray<KmsKey> => [
  ...keyChanges(before, after).flatMap(bothOf),
  ...[...stores].flatMap((id) => {
    const [old, now] = [storeBefore(id), storeAfter(id)]
    if (old?.ConnectionState === now?.ConnectionState) return []
    return [...(old ? keysOf(before, old) : []), ...(now ? keysOf(after, now) : [])]
  })
]

/** The differences that a step made which named some stores and keys, by id, ARN, alias or the name of a store. */
export const effects = (before: Account, after: Account, names: ReadonlyArray<string>): Effects => {
  const named = idsOf(before, names)
  const [old, now] = [seen(before), seen(after)]
  const stores = new Set<string>(
    storeChanges(before, after)
      .flatMap(bothOf)
      .map((store) => store.CustomKeyStoreId)
  )
  const keys = new Set<string>(keysThatDiffer(old, now, stores).map((key) => key.KeyId))
  return {
    stores: inOrder(new Set([...stores, ...named]), before, after, placesOfStore).flatMap((id) => {
      const [a, b] = [old.store(id), now.store(id)]
      if (a === b && !(named.has(id) && a !== undefined)) return []
      return [{ CustomKeyStoreId: id, before: a ? viewOf(a) : null, after: b ? viewOf(b) : null }]
    }),
    keys: inOrder(new Set([...keys, ...named]), before, after, placesOfKey).flatMap((id) => {
      const [a, b] = [old.keyState(id), now.keyState(id)]
      if (a === b && !(named.has(id) && a !== undefined)) return []
      return [{ KeyId: id, before: a ?? null, after: b ?? null }]
    })
  }
}
