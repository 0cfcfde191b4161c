import { describe, expect, it } from 'vitest'
import { heldAccounts } from '../../src/endpoint/HeldAccounts.js'
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

/** Accounts that have a store each, of which all are at the same endpoint. */
const many = (n: number) => {
  const accounts = heldAccounts()
  for (let i = 0; i < n; i++)
    accounts.hold(String(i), { account: withNewStore(numbered(i), storeOf(i)), ends: new Map() })
  return accounts
}

describe('many accounts', () => {
  it('are looked at no more often than few, for a neighbour, a store or a change', () => {
    const looksAt = (n: number): number => {
      const accounts = many(n)
      looks = 0
      accounts.neighbours(numbered(1), configuration('/p2/kms/xks/v1'))
      accounts.withStore(storeOf(2).CustomKeyStoreId)
      const { account, ends } = accounts.get('3')!
      accounts.hold('3', { account: withNewStore(account, storeOf(n)), ends })
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
    const { account, ends } = accounts.get('2')!
    accounts.hold('2', { account: withoutStore(account, account.stores[0]!), ends })
    expect(found('/p2/kms/xks/v1')).toBe(false)
    expect(accounts.get('2')).toBeUndefined()
    expect(accounts.withStore(storeOf(2).CustomKeyStoreId)).toBeUndefined()
  })

  it('still tell of a neighbour that has lost one of two stores at an endpoint', () => {
    const accounts = many(1)
    const two = withNewStore(accounts.get('0')!.account, storeOf(9))
    accounts.hold('0', { account: two, ends: new Map() })
    accounts.hold('0', { account: withoutStore(two, two.stores[0]!), ends: new Map() })
    expect(accounts.neighbours(numbered(1), configuration('/other/kms/xks/v1'))).not.toEqual([])
  })
})
