/** The stores of a log, found by their names among many. */
import { describe, expect, it } from 'vitest'
import { newStore } from '../../src/judge/StoreJudgement.js'
import {
  inOrder,
  named,
  noStores,
  storeNamed,
  withStore,
  type StoreName,
  type Stores
} from '../../src/judge/Stores.js'

const name = (account: string, region: string, store: string): StoreName => ({ account, region, store })
const store = (of: StoreName, place: number, events = 1) => named({ ...of, place }, { ...newStore, events })

const all = (names: ReadonlyArray<StoreName>): Stores =>
  names.reduce((stores, of, place) => withStore(stores, store(of, place)), noStores)

/** So many that several lie in one leaf, whichever part of their names differs. */
const many = 700
const numbers = Array.from({ length: many }, (_, i) => String(Math.sin(i)))

describe.each([
  ['accounts', numbers.map((n) => name(n, 'us-east-1', 'cks-1'))],
  ['Regions', numbers.map((n) => name('1', `us-east-${n}`, 'cks-1'))],
  ['ids', numbers.map((n) => name('1', 'us-east-1', `cks-${n}`))]
])('stores of many %s', (_, names) => {
  const stores = all(names)

  it('are found each by its name, in the order in which they came', () => {
    expect(stores.count).toBe(many)
    expect(stores.branches.flat(2).some((leaf) => leaf.length > 1)).toBe(true)
    names.forEach((one, place) => {
      expect(storeNamed(stores, one)).toEqual(store(one, place))
    })
    expect(inOrder(stores)).toEqual(names.map((one, place) => store(one, place)))
  })

  it('are put in place of the one with their name, and no other', () => {
    const changed = names.reduce((some, one, place) => withStore(some, store(one, place, 7)), stores)
    expect(changed.count).toBe(many)
    expect(inOrder(changed)).toEqual(names.map((one, place) => store(one, place, 7)))
    expect(inOrder(stores)).toEqual(names.map((one, place) => store(one, place)))
  })

  it('are not there under another name', () => {
    for (const { account, region, store: id } of names.slice(0, 50)) {
      expect(storeNamed(stores, name(`${account}x`, region, id))).toBeUndefined()
      expect(storeNamed(stores, name(account, `${region}x`, id))).toBeUndefined()
      expect(storeNamed(stores, name(account, region, `${id}x`))).toBeUndefined()
    }
  })
})

it('stores are spread over the leaves', () => {
  const ids = Array.from({ length: 5_000 }, (_, i) =>
    name('1', 'us-east-1', `cks-${i.toString(16).padStart(17, '0')}`)
  )
  const { branches } = all(ids)
  expect(Math.max(...branches.flat(2).map((leaf) => leaf.length))).toBeLessThan(6)
})

it('no store is in none', () => {
  expect([storeNamed(noStores, name('1', 'a', 'b')), inOrder(noStores), noStores.count]).toEqual([
    undefined,
    [],
    0
  ])
})
