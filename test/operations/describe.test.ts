import { describe, expect, it } from 'vitest'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import type { DescribeCustomKeyStoresResponse } from '../../src/model/responses/DescribeCustomKeyStoresResponse.js'
import { describe as describeStores } from '../../src/operations/describe.js'
import { accepted, accountWith, cloudHsmStore, decoded, externalStore, verdict } from '../fixtures.js'

const storeOf = (id: string, CreationDate: number): CustomKeyStore =>
  cloudHsmStore('CONNECTED', {
    CustomKeyStoreId: `cks-${id}`,
    CustomKeyStoreName: `store ${id}`,
    CreationDate
  })

/** Out of order; `b` and `a` were made at the same time. */
const stores = [storeOf('d', 30), storeOf('b', 20), storeOf('c', 10.5), storeOf('a', 20), storeOf('e', 100)]

const answer = (request: object, all: ReadonlyArray<CustomKeyStore> = stores) =>
  describeStores({})(decoded(DescribeCustomKeyStoresRequest, request))(all)
const page = (
  request: object,
  all: ReadonlyArray<CustomKeyStore> = stores
): DescribeCustomKeyStoresResponse => accepted(answer(request, all))
const ids = ({ CustomKeyStores }: DescribeCustomKeyStoresResponse) =>
  CustomKeyStores.map((entry) => entry.CustomKeyStoreId.replace('cks-', '')).join('')

const pageOfAccount = (request: object): DescribeCustomKeyStoresResponse =>
  accepted(
    describeStores.onAccount({})(decoded(DescribeCustomKeyStoresRequest, request))(accountWith(...stores))
  )[0]

/** All pages, following the markers. */
const pages = (
  pageFor: (request: object) => DescribeCustomKeyStoresResponse,
  Limit: number,
  Marker?: string
): ReadonlyArray<string> => {
  const { NextMarker, ...shown } = pageFor({ Limit, Marker })
  expect(NextMarker !== undefined).toBe(shown.Truncated)
  return NextMarker === undefined ? [ids(shown)] : [ids(shown), ...pages(pageFor, Limit, NextMarker)]
}

describe('a list of stores', () => {
  it('is by date of creation, then by id', () => {
    expect(ids(page({}))).toBe('cabde')
  })

  it.each([
    [1, ['c', 'a', 'b', 'd', 'e']],
    [2, ['ca', 'bd', 'e']],
    [3, ['cab', 'de']],
    [4, ['cabd', 'e']],
    [5, ['cabde']],
    [1000, ['cabde']]
  ])('comes in pages of %d, each store once', (limit, expected) => {
    expect(pages(page, limit)).toEqual(expected)
    expect(pages(pageOfAccount, limit)).toEqual(expected)
  })

  it('has 100 stores to a page unless the request says otherwise', () => {
    const many = Array.from({ length: 101 }, (_, i) => storeOf(String(i), i))
    const first = page({}, many)
    expect([first.CustomKeyStores.length, first.Truncated]).toEqual([100, true])
    const rest = page({ Marker: first.NextMarker }, many)
    expect([rest.CustomKeyStores.length, rest.Truncated]).toEqual([1, false])
    expect(page({}, many.slice(1)).Truncated).toBe(false)
  })

  it('goes on where it was, even if the last store shown is gone', () => {
    const { NextMarker: Marker } = page({ Limit: 2 })
    expect(
      ids(
        page(
          { Marker },
          stores.filter((store) => store.CustomKeyStoreId !== 'cks-a')
        )
      )
    ).toBe('bde')
  })

  it('is empty after its end', () => {
    expect(page({ Marker: '100/cks-e' })).toEqual({ CustomKeyStores: [], Truncated: false })
    expect(page({}, [])).toEqual({ CustomKeyStores: [], Truncated: false })
  })

  it('is left as it was', () => {
    const before = [...stores]
    page({ Limit: 2 })
    expect(stores).toEqual(before)
  })

  it('of one store is by id or by name', () => {
    expect(ids(page({ CustomKeyStoreId: 'cks-b' }))).toBe('b')
    expect(ids(page({ CustomKeyStoreName: 'store d' }))).toBe('d')
    expect(verdict(answer({ CustomKeyStoreName: 'STORE D' }))).toBe('CustomKeyStoreNotFoundException')
    expect(verdict(answer({ CustomKeyStoreId: 'cks-b' }, [externalStore('FAILED')]))).toBe(
      'CustomKeyStoreNotFoundException'
    )
  })

  it.each([
    '20',
    '/',
    '/cks-a',
    'cks-a',
    'x/cks-a',
    '020/cks-a',
    '+20/cks-a',
    '2e1/cks-a',
    '0x14/cks-a',
    ' 20/cks-a',
    '20.0/cks-a',
    'NaN/cks-a',
    'Infinity/cks-a',
    '-Infinity/cks-a'
  ])('does not begin at %j, with which none ends', (Marker) => {
    expect(verdict(answer({ Marker }))).toBe('InvalidMarkerException')
  })
})
