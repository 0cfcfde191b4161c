import { describe, expect, it } from 'vitest'
import { heldAccount } from '../../src/endpoint/HeldAccount.js'
import { heldAccounts, nameOf } from '../../src/endpoint/HeldAccounts.js'
import { emptyAccount, withNewStore, withoutStore, type Account } from '../../src/model/Account.js'
import type { XksProxyConfiguration } from '../../src/model/XksProxyConfiguration.js'
import { externalStore, region } from '../fixtures.js'

const configuration = (path: string): XksProxyConfiguration =>
  ({
    Connectivity: 'PUBLIC_ENDPOINT',
    AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    UriEndpoint: 'https://example.com',
    UriPath: path
  }) as XksProxyConfiguration

let looks = 0
const storeOf = (i: number, path = `/p${String(i)}/kms/xks/v1`) =>
  new Proxy(
    externalStore('CONNECTED', 'PUBLIC_ENDPOINT', {
      CustomKeyStoreId: `cks-${i.toString(16).padStart(17, '0')}`,
      XksProxyConfiguration: configuration(path)
    }),
    {
      get: (store, name) => {
        looks += 1
        return Reflect.get(store, name) as unknown
      }
    }
  )

const numbered = (i: number): Account => emptyAccount(String(1e11 + i) as never, region)

const named = (i: number): string => nameOf(numbered(i))

/** Accounts that have a store each, of which all are at the same endpoint. */
const many = (n: number) => {
  const accounts = heldAccounts()
  for (let i = 0; i < n; i++) accounts.hold(heldAccount(withNewStore(numbered(i), storeOf(i))))
  return accounts
}

describe('many accounts', () => {
  it('are looked at no more often than few, for a neighbour, a store or a change', () => {
    const looksAt = (n: number): number => {
      const accounts = many(n)
      looks = 0
      accounts.neighbours(numbered(1), configuration('/p2/kms/xks/v1'))
      accounts.withStore(storeOf(2).CustomKeyStoreId)
      accounts.hold(heldAccount(withNewStore(accounts.get(named(3))!.account, storeOf(n))))
      accounts.changes()
      return looks
    }
    expect(looksAt(1_000)).toBe(looksAt(10))
  })

  it('tell of a neighbour for as long as it has the address', () => {
    const accounts = many(3)
    const found = (path: string) =>
      accounts
        .neighbours(numbered(1), configuration(path))
        .some((store) => 'XksProxyConfiguration' in store && store.XksProxyConfiguration.UriPath === path)
    expect(found('/p2/kms/xks/v1')).toBe(true)
    expect(found('/p1/kms/xks/v1')).toBe(false)
    const { account } = accounts.get(named(2))!
    accounts.hold(heldAccount(withoutStore(account, account.stores[0]!)))
    expect(found('/p2/kms/xks/v1')).toBe(false)
    expect(accounts.get(named(2))).toBeUndefined()
    expect(accounts.withStore(storeOf(2).CustomKeyStoreId)).toBeUndefined()
  })

  it('still tell of a neighbour that has lost one of two stores at an endpoint', () => {
    const accounts = many(1)
    const two = withNewStore(accounts.get(named(0))!.account, storeOf(9))
    accounts.hold(heldAccount(two))
    accounts.hold(heldAccount(withoutStore(two, two.stores[0]!)))
    expect(accounts.neighbours(numbered(1), configuration('/other/kms/xks/v1'))).not.toEqual([])
  })

  it('tell once what has changed, and from what', () => {
    const accounts = many(3)
    accounts.changes()
    const [first, second] = [accounts.get(named(1))!, heldAccount(withNewStore(numbered(1), storeOf(7)))]
    accounts.hold(heldAccount(withNewStore(first.account, storeOf(5))))
    accounts.hold(second)
    accounts.hold(accounts.get(named(2))!)
    expect(accounts.changes()).toEqual([{ name: named(1), before: first, after: second }])
    accounts.forgetAll()
    expect(accounts.changes().map(({ after }) => after)).toEqual([undefined, undefined, undefined])
    expect([accounts.all(), accounts.changes()]).toEqual([[], []])
  })
})
