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
