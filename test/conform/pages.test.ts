/** Stores on several pages. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { markerAfter, missingOnPages } from '../../src/conform/pages.js'
import { list } from './list.js'

const output = (members: Members): EndpointReply => ({ output: members })

describe('a marker', () => {
  it('leads to the next page, unless that was the last', () => {
    const CustomKeyStores = [{}]
    expect(markerAfter(output({ CustomKeyStores, Truncated: true, NextMarker: 'm' }))).toBe('m')
    expect(markerAfter(output({ CustomKeyStores, NextMarker: 'm' }))).toBe('m')
    for (const last of [
      { CustomKeyStores, Truncated: false, NextMarker: 'm' },
      { CustomKeyStores, NextMarker: '' },
      { CustomKeyStores, NextMarker: 7 },
      { CustomKeyStores, Truncated: 'true', NextMarker: 'm' },
      { CustomKeyStores },
      { CustomKeyStores: [], Truncated: true, NextMarker: 'm' }
    ]) {
      expect(markerAfter(output(last))).toBeUndefined()
    }
  })
})

describe('pages of all stores', () => {
  const page = (request: Members, ids: ReadonlyArray<string>, marker?: string): Exchange =>
    list(
      { Limit: 1, ...request },
      {
        CustomKeyStores: ids.map((CustomKeyStoreId) => ({ CustomKeyStoreId })),
        ...(marker !== undefined && { NextMarker: marker, Truncated: true })
      }
    )
  const missing = (...exchanges: ReadonlyArray<Exchange>) => missingOnPages(exchanges, 'b')

  it('on which a store is missing show that', () => {
    expect(missing(page({}, ['a'], 'm'), page({ Marker: 'm' }, ['c']))).toMatchObject({
      rule: 'describeShowsTheStore',
      expected: 'the store b on one of the pages',
      got: 'pages without it'
    })
    expect(missing(page({}, ['b']), page({}, ['a']))).toBeDefined()
  })

  it('show nothing where the store is on one, the last is not there, or something lies between', () => {
    const first = page({}, ['a'], 'm')
    expect(missing()).toBeUndefined()
    expect(missing(first)).toBeUndefined()
    expect(missing(first, page({ Marker: 'm' }, ['b']))).toBeUndefined()
    expect(missing(page({ Marker: 'm' }, ['a']))).toBeUndefined()
    expect(missing(first, list({}, {}), page({ Marker: 'm' }, ['c']))).toBeUndefined()
    expect(missing(first, list({ Limit: 1, Marker: 'm' }, undefined))).toBeUndefined()
    for (const request of [{ CustomKeyStoreId: 'a' }, { CustomKeyStoreName: 'a' }]) {
      expect(missing(page(request, ['a']))).toBeUndefined()
    }
    expect(missing({ ...page({}, ['a']), operation: 'ListKeys' })).toBeUndefined()
  })
})
