import { emptyAccount, type Account } from '../model/Account.js'
import { addressesBeside, addressesIn } from '../model/accountTables.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { storesInTheWay } from '../model/inTheWay.js'
import { numberOfStores, storeChanges } from '../model/listed.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { keyOf } from './Caller.js'
import { unused, type HeldAccount } from './HeldAccount.js'

/** An account that is held otherwise than before; undefined where it has no store. */
export interface HeldChange {
  readonly name: string
  readonly before: HeldAccount | undefined
  readonly after: HeldAccount | undefined
}

/** Many accounts. Whatever is asked of them costs the same however many they are, but for all of them at once. */
export interface HeldAccounts {
  readonly get: (name: string) => HeldAccount | undefined
  readonly all: () => ReadonlyArray<HeldAccount>
  /** Those with something that KMS has yet to end. */
  readonly waiting: () => ReadonlyArray<HeldAccount>
  /** The account that has the store. */
  readonly withStore: (id: string) => HeldAccount | undefined
  /** Holds an account; one without a store is as if it had never been used. */
  readonly hold: (held: HeldAccount) => void
  readonly forgetAll: () => void
  /** What has changed since this was last asked. */
  readonly changes: () => ReadonlyArray<HeldChange>
  /** Stores that another account has in the same Region, if there are any with which the configuration can collide. */
  readonly neighbours: (
    account: Account,
    configuration: XksProxyConfiguration
  ) => ReadonlyArray<CustomKeyStore>
}

export const nameOf = ({ AccountId: account, Region: region }: Account): string => keyOf({ account, region })

const inRegion = (region: string, value: string): string => JSON.stringify([region, value])

/** Names by a value that they share. */
const namesByValue = () => {
  const names = new Map<string, Set<string>>()
  return {
    of: (value: string): Iterable<string> => names.get(value) ?? [],
    add: (value: string, name: string): void => {
      const others = names.get(value)
      if (others === undefined) names.set(value, new Set([name]))
      else others.add(name)
    },
    drop: (value: string, name: string): void => {
      const others = names.get(value)
      others?.delete(name)
      if (others?.size === 0) names.delete(value)
    }
  }
}

const addressesOf = (store: CustomKeyStore | undefined): ReadonlyArray<string> =>
  store !== undefined && isExternal(store) ? addressesIn(store.XksProxyConfiguration) : []

/** The stores that an account still has with the addresses of one that it had. */
const storesWithAddresses = (
  account: Account,
  store: CustomKeyStore | undefined
): ReadonlyArray<CustomKeyStore> =>
  store !== undefined && isExternal(store)
    ? storesInTheWay(account, { configuration: store.XksProxyConfiguration })
    : []

export const heldAccounts = (first: Iterable<HeldAccount> = []): HeldAccounts => {
  const accounts = new Map<string, HeldAccount>()
  const waiting = new Set<string>()
  const ofStore = namesByValue()
  const ofAddress = namesByValue()
  /** What was held of those that have changed. */
  const before = new Map<string, HeldAccount | undefined>()

  const found = (names: Iterable<string>): ReadonlyArray<HeldAccount> =>
    [...names].flatMap((name) => accounts.get(name) ?? [])

  const note = (name: string, old: Account, now: Account): void => {
    const changed = storeChanges(old, now)
    for (const { before: store } of changed) {
      if (store !== undefined) ofStore.drop(store.CustomKeyStoreId, name)
      for (const address of addressesOf(store)) ofAddress.drop(inRegion(now.Region, address), name)
    }
    for (const { before: store, after } of changed) {
      if (after !== undefined) ofStore.add(after.CustomKeyStoreId, name)
      for (const address of [after, ...storesWithAddresses(now, store)].flatMap(addressesOf))
        ofAddress.add(inRegion(now.Region, address), name)
    }
  }

  const hold = (held: HeldAccount): void => {
    const { account, ends } = held
    const name = nameOf(account)
    const old = accounts.get(name)
    const isUnused = numberOfStores(account) === 0
    if (old === (isUnused ? undefined : held)) return
    if (!before.has(name)) before.set(name, old)
    note(name, old?.account ?? emptyAccount(account.AccountId, account.Region), account)
    if (isUnused) accounts.delete(name)
    else accounts.set(name, held)
    if (isUnused || ends.size === 0) waiting.delete(name)
    else waiting.add(name)
  }

  for (const held of first) hold(held)
  before.clear()
  return {
    get: (name) => accounts.get(name),
    all: () => [...accounts.values()],
    waiting: () => found(waiting),
    withStore: (id) => found(ofStore.of(id))[0],
    hold,
    forgetAll: () => {
      for (const { account } of accounts.values()) hold(unused(account.AccountId, account.Region))
    },
    changes: () => {
      const changed = [...before]
        .map(([name, old]) => ({ name, before: old, after: accounts.get(name) }))
        .filter((change) => change.before !== change.after)
      before.clear()
      return changed
    },
    neighbours: ({ AccountId: id, Region: region }, configuration) =>
      addressesBeside(configuration).flatMap((address) => {
        for (const name of ofAddress.of(inRegion(region, address))) {
          const other = accounts.get(name)?.account
          if (other === undefined || other.AccountId === id) continue
          return storesInTheWay(other, { configuration })
        }
        return []
      })
  }
}
