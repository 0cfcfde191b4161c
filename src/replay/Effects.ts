import { keyWithIdOrAlias, keysOf, type Account } from '../model/Account.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isFailed, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { keyState, type KeyState } from '../model/KmsKey.js'

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

const storesById = ({ stores }: Account): ReadonlyMap<string, CustomKeyStore> =>
  new Map(stores.map((store) => [store.CustomKeyStoreId, store]))

const keyStatesById = (account: Account): ReadonlyMap<string, KeyState> =>
  new Map(
    account.stores.flatMap((store) => keysOf(account, store).map((key) => [key.KeyId, keyState(store)(key)]))
  )

/** The ids of the stores and keys that an account has under any of the names: an id, an ARN, an alias, the name of a store. */
const idsOf = (account: Account, names: ReadonlyArray<string>): ReadonlySet<string> => {
  const isNamed = (name: string) => names.includes(name)
  const keys = names.flatMap((name) => keyWithIdOrAlias(account, name) ?? [])
  const stores = account.stores.filter(
    ({ CustomKeyStoreId: id, CustomKeyStoreName: name }) =>
      isNamed(id) || isNamed(name) || keys.some((key) => key.CustomKeyStoreId === id)
  )
  return new Set<string>([...keys.map((key) => key.KeyId), ...stores.map((store) => store.CustomKeyStoreId)])
}

const difference = <A>(
  before: ReadonlyMap<string, A>,
  after: ReadonlyMap<string, A>,
  named: ReadonlySet<string>
): ReadonlyArray<Effect<A> & { readonly id: string }> =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => named.has(id) || before.get(id) !== after.get(id))
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))

/** How many entries two lists begin with that are the very same. */
const sameAtStart = (a: ReadonlyArray<unknown>, b: ReadonlyArray<unknown>): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

/**
 * The accounts with no more keys than can differ. A step leaves most of them the very same, and they show the same state
 * unless a store is another one; there may be very many.
 */
const withoutSameKeys = (
  before: Account,
  after: Account,
  named: ReadonlySet<string>
): readonly [Account, Account] => {
  if (sameAtStart(before.stores, after.stores) < Math.max(before.stores.length, after.stores.length))
    return [before, after]
  const same = sameAtStart(before.keys, after.keys)
  const namesKeys = named.size > before.stores.filter(({ CustomKeyStoreId: id }) => named.has(id)).length
  const few = ({ keys, ...account }: Account): Account => {
    const namedSame = namesKeys ? keys.slice(0, same).filter(({ KeyId }) => named.has(KeyId)) : []
    return { ...account, keys: [...namedSame, ...keys.slice(same)] }
  }
  return [few(before), few(after)]
}

/** The differences that a step made which named some stores and keys, by id, ARN, alias or the name of a store. */
export const effects = (before: Account, after: Account, names: ReadonlyArray<string>): Effects => {
  const named = idsOf(before, names)
  const [fewBefore, fewAfter] = withoutSameKeys(before, after, named)
  const stores = difference(storesById(before), storesById(after), named)
  const keys = difference(keyStatesById(fewBefore), keyStatesById(fewAfter), named)
  return {
    stores: stores.map(({ id, before, after }) => ({
      CustomKeyStoreId: id,
      before: before && viewOf(before),
      after: after && viewOf(after)
    })),
    keys: keys.map(({ id, ...effect }) => ({ KeyId: id, ...effect }))
  }
}
