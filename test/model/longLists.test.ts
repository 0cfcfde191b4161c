import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  withAlias,
  withKey,
  withNewKey,
  withNewStore,
  withoutKey,
  withoutStore,
  withStore,
  type Account
} from '../../src/model/Account.js'
import type { Alias } from '../../src/model/Alias.js'
import { emptyAccount } from '../../src/model/Account.js'
import { accountAt } from '../../src/model/accountTables.js'
import { placeOfKey, placeOfStore } from '../../src/model/listed.js'
import { accountId, cloudHsmKey, cloudHsmStore, region } from '../fixtures.js'

const store = (i: number) => cloudHsmStore('CONNECTED', { CustomKeyStoreId: `cks-${String(i)}` as never })
const key = (i: number) => ({ ...cloudHsmKey(), KeyId: `key-${String(i)}` as never, Arn: `arn-${String(i)}` })
const alias = (i: number): Alias => ({
  AliasName: `alias/${String(i)}` as never,
  TargetKeyId: `key-${String(i)}` as never,
  CreationDate: i,
  LastUpdatedDate: i
})

const filled = (count: number): Account =>
  Array.from({ length: count }, (_, i) => i).reduce(
    (account, i) => withAlias(withNewKey(withNewStore(account, store(i)), key(i)), alias(i)),
    emptyAccount(accountId, region)
  )

/** The same account, of arrays alone. */
const plain = (account: Account): Account => JSON.parse(JSON.stringify(account)) as Account

it.each([0, 5, 31, 32, 33, 40])('an account with %i entries of each kind is plain data', (count) => {
  const account = filled(count)
  const numbers = Array.from({ length: count }, (_, i) => i)
  expect(account.stores).toStrictEqual(numbers.map(store))
  expect(account.keys).toStrictEqual(numbers.map(key))
  expect(account.aliases ?? []).toStrictEqual(numbers.map(alias))
  expect(plain({ ...account })).toStrictEqual(plain(account))
})

it.each([32, 33])(
  'an account with %i entries of a kind shows its members, and aliases only where it has some',
  (count) => {
    const { aliases: _, ...lists } = filled(count)
    const bare = withNewStore({ ...lists }, store(count))
    expect(Object.keys(bare)).toEqual(['AccountId', 'Region', 'stores', 'keys'])
    expect('aliases' in bare).toBe(false)
    expect(Object.keys(filled(count))).toEqual(['AccountId', 'Region', 'stores', 'keys', 'aliases'])
  }
)

it('a store and a key have their places, before and after others are gone', () => {
  const three = filled(3)
  const left = withoutKey(withoutStore(three, store(1)), 'key-0')
  const places = (of: Account) =>
    [0, 1, 2].map((i) => [placeOfStore(of, `cks-${String(i)}`), placeOfKey(of, `key-${String(i)}`)])
  expect(places(three)).toEqual([
    [0, 0],
    [1, 1],
    [2, 2]
  ])
  expect(places(left)).toEqual([
    [0, undefined],
    [undefined, 1],
    [2, 2]
  ])
})

it('an account is put together of what is placed, as it was', () => {
  const named = { AccountId: accountId, Region: region }
  const stores = [store(4), store(2)]
  const keys = [key(7)]
  const at = (i: number) => i * 10
  const placed = {
    stores: stores.map((one, i) => [at(i), one] as const),
    keys: keys.map((one, i) => [at(i), one] as const)
  }
  const bare = accountAt(named, { ...placed, aliases: undefined })
  expect({ ...bare }).toStrictEqual({ ...named, stores, keys })
  expect([placeOfStore(bare, 'cks-4'), placeOfStore(bare, 'cks-2'), placeOfKey(bare, 'key-7')]).toEqual([
    0, 10, 0
  ])
  expect(accountAt(named, { ...placed, aliases: [[5, alias(1)]] }).aliases).toStrictEqual([alias(1)])
})

it('a change of an account is that of its plain data', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (count, i) => {
      const account = filled(count)
      const changed = { ...store(i), CustomKeyStoreName: 'changed' as never }
      for (const change of [
        (of: Account) => withStore(of, changed),
        (of: Account) => withoutStore(of, store(i)),
        (of: Account) => withKey(of, { ...key(i), enabled: false }),
        (of: Account) => withoutKey(of, `key-${String(i)}`)
      ]) {
        expect(plain(change(account))).toStrictEqual(plain(change(plain(account))))
      }
    }),
    { numRuns: 30 }
  )
})
