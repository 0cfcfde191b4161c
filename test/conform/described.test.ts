/** How a list of stores differs from the account. */
import { describe, expect, it } from 'vitest'
import { mismatch, shownIn } from '../../src/conform/described.js'
import type { Members } from '../../src/conform/Exchange.js'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { accountWith, cloudHsmId, cloudHsmStore, externalStore, publicId } from '../fixtures.js'

const hsm = cloudHsmStore('CONNECTED')
const external = externalStore('CONNECTED')
const account = accountWith(hsm, external)
const both = [listEntry(hsm), listEntry(external)]

const found = (entries: ReadonlyArray<object>, request: Members = {}, of = account) => {
  const { difference, shown, ofState } = mismatch(of, request, { CustomKeyStores: entries }) ?? {}
  return (
    difference && {
      rule: difference.rule,
      expected: difference.expected,
      got: difference.got,
      ...(shown && { shown: shown.CustomKeyStoreId }),
      ...(ofState && { ofState })
    }
  )
}
const shows = 'describeShowsTheStore'
const byId = (CustomKeyStoreId: string): Members => ({ CustomKeyStoreId })

describe('a list', () => {
  it('of every store as it is differs in nothing', () => {
    expect(found(both)).toBeUndefined()
    expect(found([...both].reverse())).toBeUndefined()
    expect(found([...both, { CustomKeyStoreId: 'cks-of-somebody-else' }])).toBeUndefined()
  })

  it.each([undefined, null, 'a', [], { CustomKeyStores: 'a' }, { CustomKeyStores: [7] }, {}])(
    'is no list: %j',
    (output) => {
      expect(mismatch(account, {}, output)?.difference).toMatchObject({
        rule: 'answerIsAwsJson',
        expected: 'an object with a list CustomKeyStores',
        kind: 'no list'
      })
    }
  )

  it('without a store that has to be there lacks it', () => {
    expect(found([])).toEqual({ rule: shows, expected: `the store ${cloudHsmId}`, got: 'an empty list' })
    expect(found([both[1]!])).toEqual({
      rule: shows,
      expected: `the store ${cloudHsmId}`,
      got: 'a list without it'
    })
    expect(found([both[0]!])).toMatchObject({ expected: `the store ${publicId}` })
  })

  it('by an id or a name has only that store', () => {
    for (const [store, entry] of [
      [hsm, both[0]!],
      [external, both[1]!]
    ] as const) {
      const { CustomKeyStoreId, CustomKeyStoreName } = store
      const lacks = { rule: shows, expected: `the store ${CustomKeyStoreId}`, got: 'an empty list' }
      for (const request of [{ CustomKeyStoreId }, { CustomKeyStoreName }]) {
        expect(found([entry], request)).toBeUndefined()
        expect(found([], request)).toEqual(lacks)
        expect(found([entry, entry], request)).toEqual({
          rule: shows,
          expected: 'at most 1 of the stores',
          got: '2'
        })
      }
    }
    expect(found([], { CustomKeyStoreId: cloudHsmId, CustomKeyStoreName: 'another' })).toBeUndefined()
    expect(found([], { CustomKeyStoreId: 'cks-other', CustomKeyStoreName: 'hsm store' })).toBeUndefined()
  })

  it('may be cut short by a limit or a marker', () => {
    expect(found([], { Limit: 1 })).toBeUndefined()
    expect(found([], { Marker: 'm' })).toBeUndefined()
    expect(found(both, { Limit: 2 })).toBeUndefined()
    expect(found(both, { Limit: 1 })).toEqual({ rule: shows, expected: 'at most 1 of the stores', got: '2' })
    // Of a limit that is no number nothing is said here: the request is refused for it.
    expect(found(both, { Limit: '1' })).toBeUndefined()
  })
})

describe('an entry', () => {
  const changed = (name: string, value: unknown) => ({ ...both[0]!, [name]: value })

  it.each([
    ['CustomKeyStoreName', 'another'],
    ['CloudHsmClusterId', 'cluster-zyxwvutsrqp']
  ])('has another %s', (name, value) => {
    const before = Object.entries(both[0]!).find(([one]) => one === name)?.[1] as unknown
    for (const entries of [
      [changed(name, value), both[1]!],
      [both[1]!, changed(name, value)]
    ]) {
      expect(found(entries)).toEqual({
        rule: shows,
        expected: `${name} ${JSON.stringify(before)}`,
        got: `${name} ${JSON.stringify(value)}`,
        shown: cloudHsmId
      })
    }
  })

  it.each(['Connectivity', 'UriEndpoint', 'UriPath'])('has another %s of its proxy', (name) => {
    const other = { UriEndpoint: 'https://other.example.com', UriPath: '/other/kms/xks/v1' }
    const entry = {
      ...both[1]!,
      XksProxyConfiguration:
        name === 'Connectivity'
          ? { ...externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE').XksProxyConfiguration }
          : { ...external.XksProxyConfiguration, [name]: other[name as 'UriPath'] }
    }
    expect(found([both[0]!, entry])).toMatchObject({
      rule: shows,
      expected: `${name} ${JSON.stringify(external.XksProxyConfiguration[name as 'UriPath'])}`,
      shown: publicId
    })
  })

  it('is of another type', () => {
    const entry = { ...both[1]!, CustomKeyStoreId: cloudHsmId, CustomKeyStoreName: 'hsm store' }
    expect(found([entry], byId(cloudHsmId))).toMatchObject({
      expected: 'CustomKeyStoreType "AWS_CLOUDHSM"',
      got: 'CustomKeyStoreType "EXTERNAL_KEY_STORE"'
    })
  })

  it('has another state', () => {
    expect(found([changed('ConnectionState', 'DISCONNECTED'), both[1]!])).toEqual({
      rule: 'stateIsKept',
      expected: 'CONNECTED',
      got: 'DISCONNECTED',
      shown: cloudHsmId,
      ofState: true
    })
  })

  it('is not as AWS describes it', () => {
    const found = mismatch(account, {}, { CustomKeyStores: [changed('ConnectionState', 'BUSY'), both[1]!] })
    expect(found?.difference).toMatchObject({
      rule: 'answerIsAwsJson',
      expected: 'an entry as CustomKeyStoresListEntry describes it',
      got: "ConnectionState: 'BUSY'",
      kind: 'ConnectionState'
    })
    expect(found).not.toHaveProperty('shown')
  })
})

describe('a code', () => {
  const failed = accountWith(cloudHsmStore('FAILED'), externalStore('FAILED'))
  const entryWith = (type: 'hsm' | 'external', state: string, code: unknown) => ({
    ...(type === 'hsm' ? both[0]! : both[1]!),
    ConnectionState: state,
    ConnectionErrorCode: code
  })
  const of = (type: 'hsm' | 'external', state: string, code: unknown) =>
    found([entryWith(type, state, code)], byId(type === 'hsm' ? cloudHsmId : publicId), failed)
  const rule = 'errorCodeIsOfFailed'

  it('of FAILED is one of its type of store', () => {
    expect(of('hsm', 'FAILED', 'INVALID_CREDENTIALS')).toBeUndefined()
    expect(of('external', 'FAILED', 'XKS_PROXY_TIMED_OUT')).toBeUndefined()
    expect(of('hsm', 'FAILED', 'XKS_PROXY_TIMED_OUT')).toEqual({
      rule,
      expected: 'FAILED, with a code of AWS_CLOUDHSM',
      got: 'FAILED, "XKS_PROXY_TIMED_OUT"',
      shown: cloudHsmId
    })
    expect(of('external', 'FAILED', 'USER_NOT_FOUND')).toEqual({
      rule,
      expected: 'FAILED, with a code of EXTERNAL_KEY_STORE',
      got: 'FAILED, "USER_NOT_FOUND"',
      shown: publicId
    })
    for (const none of [undefined, null, '']) {
      expect(of('hsm', 'FAILED', none)).toMatchObject({ rule, got: 'FAILED, without a code' })
    }
  })

  it('of any other state is a difference, unless it is empty', () => {
    expect(found([entryWith('hsm', 'CONNECTED', 'USER_NOT_FOUND'), both[1]!])).toEqual({
      rule,
      expected: 'CONNECTED, without a code',
      got: 'CONNECTED, "USER_NOT_FOUND"',
      shown: cloudHsmId
    })
    for (const none of [undefined, null, '']) {
      expect(found([entryWith('hsm', 'CONNECTED', none), both[1]!])).toBeUndefined()
    }
  })

  it('is told by whether there is one', () => {
    const kindOf = (state: string, code: unknown) =>
      mismatch(failed, byId(cloudHsmId), { CustomKeyStores: [entryWith('hsm', state, code)] })?.difference
        .kind
    expect(kindOf('FAILED', undefined)).toBe('FAILED, without a code')
    expect(kindOf('FAILED', 'A')).toBe('FAILED, with a code')
    expect(kindOf('CONNECTED', 'A')).toBe('CONNECTED, with a code')
  })
})

it('a store is shown in a list by its id, whatever its code', () => {
  const [first, second] = both
  const wrong = { ...second!, ConnectionState: 'FAILED', ConnectionErrorCode: 'WRONG' }
  expect(shownIn({ CustomKeyStores: [first, wrong] }, publicId)).toMatchObject({
    CustomKeyStoreId: publicId,
    ConnectionState: 'FAILED'
  })
  expect(shownIn({ CustomKeyStores: both }, cloudHsmId)).toMatchObject({ CustomKeyStoreId: cloudHsmId })
  expect(shownIn({ CustomKeyStores: both }, 'cks-other')).toBeUndefined()
  expect(shownIn({ CustomKeyStores: 'a' }, cloudHsmId)).toBeUndefined()
  expect(shownIn(undefined, cloudHsmId)).toBeUndefined()
})
