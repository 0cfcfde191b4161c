/** What a store id can mean, and where each meaning can lead: by hand, for every one of them. */
import { describe, expect, it } from 'vitest'
import {
  accountsOf,
  afterChanges,
  afterKeysGone,
  afterNewKeys,
  every,
  everything,
  exists,
  inAccount,
  listed,
  possibilities,
  possibilityPlace,
  withKeys,
  type Possibility
} from '../../src/judge/Possibility.js'
import { emptyExample } from '../../src/possible/exampleAccounts.js'
import { storeId } from '../../src/possible/examples.js'

const states = ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const
const types = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const

const named = ({ type, state, keys }: Possibility): string => `${type} ${state}${keys ? ' with keys' : ''}`
const led = (by: (set: number) => number, one: Possibility): ReadonlyArray<string> =>
  listed(by(possibilities([one]))).map(named)
const inOrder = (some: ReadonlyArray<string>): ReadonlyArray<string> =>
  everything.map(named).filter((name) => some.includes(name))

describe('the meanings of a store id', () => {
  it('are no store, one in each state with or without keys, and a deleted one, of each type', () => {
    expect(everything).toHaveLength(24)
    expect(new Set(everything.map(named)).size).toBe(24)
    expect(everything.map(possibilityPlace)).toEqual(everything.map((_, place) => place))
    expect(listed(every)).toEqual(everything)
    expect(listed(0)).toEqual([])
  })

  it('have keys where there is a store with them', () => {
    expect(listed(withKeys).map(named)).toEqual(
      types.flatMap((type) => states.map((state) => `${type} ${state} with keys`))
    )
    expect(everything.filter(exists)).toHaveLength(20)
  })

  it('are shown by accounts: the store in its state, with keys where it has some', () => {
    for (const one of everything) {
      const accounts = accountsOf(one)
      if (!exists(one)) {
        expect(accounts).toEqual([emptyExample])
        continue
      }
      expect(accounts.length).toBeGreaterThan(0)
      for (const { stores, keys } of accounts) {
        expect(stores.find(({ CustomKeyStoreId: id }) => id === storeId)).toMatchObject({
          CustomKeyStoreType: one.type,
          ConnectionState: one.state
        })
        expect(keys.length > 0).toBe(one.keys)
      }
      expect(accounts.map(inAccount(one))).toEqual(accounts.map(() => one))
    }
  })

  it('of an account without the store are that it is deleted, if it was there', () => {
    for (const one of everything) {
      const expected = exists(one) ? { type: one.type, state: 'deleted', keys: false } : one
      expect(inAccount(one)(emptyExample)).toEqual(expected)
    }
  })
})

describe('where a meaning can lead', () => {
  it.each(types)('by any number of changes, for %s', (type) => {
    const names = (keys: string) => states.map((state) => `${type} ${state}${keys}`)
    const of = (state: Possibility['state'], keys: boolean) => led(afterChanges, { type, state, keys })
    expect(of('not created', false)).toEqual(
      inOrder([`${type} not created`, ...names(''), `${type} deleted`])
    )
    expect(of('deleted', false)).toEqual([`${type} deleted`])
    for (const state of states) {
      expect(of(state, false)).toEqual(inOrder([...names(''), `${type} deleted`]))
      expect(of(state, true)).toEqual(inOrder([...names(' with keys'), `${type} deleted`]))
    }
  })

  it('by new keys, and by keys that are gone', () => {
    for (const one of everything) {
      const [without, withSome] = [false, true].map((keys) => named({ ...one, keys }))
      expect(led(afterNewKeys, one)).toEqual(exists(one) ? inOrder([named(one), withSome!]) : [named(one)])
      expect(led(afterKeysGone, one)).toEqual(inOrder([named(one), without!]))
    }
  })

  it('is where any of some leads', () => {
    const [one, other] = [everything[0]!, everything[23]!]
    expect(afterChanges(possibilities([one, other]))).toBe(
      afterChanges(possibilities([one])) | afterChanges(possibilities([other]))
    )
    expect(afterChanges(0)).toBe(0)
  })
})
