/** What only an endpoint can know of its answers, and which requests take it. */
import { describe, expect, it } from 'vitest'
import { givenIn, givenInPlace, takesGiven } from '../../src/conform/givenValues.js'
import { markerAfter, missingOnPages } from '../../src/conform/pages.js'
import { withMarker, withoutOwnMarker } from '../../src/conform/markers.js'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { withOpaque, withoutOpaque } from '../../src/conform/opaque.js'
import { accountWith, cloudHsmKey, cloudHsmStore, withKeys } from '../fixtures.js'

const output = (members: Members): EndpointReply => ({ output: members })

describe('a value that is given', () => {
  const given = [
    'CustomKeyStoreId',
    'KeyId',
    'Arn',
    'KeyArn',
    'NextMarker',
    'GrantId',
    'GrantToken',
    'CiphertextBlob',
    'ImportToken'
  ]

  it.each(given)('is %s, at whatever place', (name) => {
    expect(givenIn(output({ [name]: 'a', A: { B: { [name]: 'b' } } }))).toEqual([
      { path: name, value: 'a' },
      { path: `A.B.${name}`, value: 'b' }
    ])
  })

  it('is no other member, nothing empty, no number, and nothing in a list', () => {
    expect(givenIn(output({ Plaintext: 'a', KeyId: '', Arn: 7, A: [{ KeyId: 'a' }], B: null }))).toEqual([])
    expect(givenIn({ exception: 'KeyId', message: '' })).toEqual([])
  })

  it('has one in its place in another answer, if that has it', () => {
    expect(
      givenInPlace(
        output({ CustomKeyStoreId: 'a', KeyMetadata: { KeyId: 'k', Arn: 'n' } }),
        output({ CustomKeyStoreId: 'b', KeyMetadata: { KeyId: 'l' } })
      )
    ).toEqual([
      ['a', 'b'],
      ['k', 'l'],
      ['n', undefined]
    ])
  })

  it('is taken by members of requests', () => {
    for (const name of [
      'CustomKeyStoreId',
      'KeyId',
      'SourceKeyId',
      'DestinationKeyId',
      'TargetKeyId',
      'Marker',
      'GrantId',
      'GrantToken',
      'GrantTokens',
      'CiphertextBlob',
      'ImportToken'
    ]) {
      expect([name, takesGiven(name)]).toEqual([name, true])
    }
    for (const name of ['CustomKeyStoreName', 'NextMarker', 'Arn', 'AliasName', '']) {
      expect([name, takesGiven(name)]).toEqual([name, false])
    }
  })
})

const list = (request: Members, members: Members | undefined): Exchange => ({
  operation: 'DescribeCustomKeyStores',
  request,
  reply: members === undefined ? { exception: 'KMSInternalException', message: '' } : output(members)
})

describe('a marker', () => {
  it('that was given is left out of a request, with a Limit in its place', () => {
    const markers = withMarker(new Set(), list({}, { NextMarker: 'm' }))
    expect([...markers]).toEqual(['m'])
    expect([...withMarker(markers, list({}, { NextMarker: 'n' }))]).toEqual(['m', 'n'])
    expect(withMarker(markers, list({}, { NextMarker: 7 }))).toBe(markers)
    expect(withMarker(markers, list({}, undefined))).toBe(markers)
    expect(withoutOwnMarker(markers, list({ Marker: 'm', Limit: 2 }, {})).request).toEqual({ Limit: 2 })
    expect(withoutOwnMarker(markers, list({ Marker: 'm' }, {})).request).toEqual({ Limit: 1000 })
  })

  it('that was not given stays', () => {
    for (const request of [{ Marker: 'x' }, { Marker: 7 }, { Limit: 1 }, {}]) {
      const exchange = list(request, {})
      expect(withoutOwnMarker(new Set(['m']), exchange)).toBe(exchange)
    }
  })

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

describe('what nobody else can read', () => {
  const store = cloudHsmStore('CONNECTED')
  const key = cloudHsmKey()
  const account = withKeys(key)(accountWith(store))
  const exchange = (operation: Exchange['operation'], request: Members, members: Members): Exchange => ({
    operation,
    request,
    reply: output(members)
  })
  const inModel = (request: Members, given: Exchange) =>
    withoutOpaque(withOpaque(new Map(), account, given), exchange('Decrypt', request, {})).request

  it('is a ciphertext, in whose place stands one of its key and context', () => {
    const under = (request: Members) =>
      inModel({ CiphertextBlob: 'theirs' }, exchange('Encrypt', request, { CiphertextBlob: 'theirs' }))[
        'CiphertextBlob'
      ]
    const plain = under({ KeyId: key.KeyId })
    expect(plain).not.toBe('theirs')
    expect(under({ KeyId: key.Arn, EncryptionContext: {} })).toBe(plain)
    expect(under({ SourceKeyId: 'a', DestinationKeyId: key.KeyId })).toBe(plain)
    expect(under({ KeyId: 'other', DestinationKeyId: key.KeyId })).toBe(plain)
    const withContext = under({ KeyId: key.KeyId, EncryptionContext: { a: 'b' } })
    expect(withContext).not.toBe(plain)
    expect(
      under({
        KeyId: key.KeyId,
        EncryptionContext: { a: 'c' },
        DestinationEncryptionContext: { a: 'b' }
      })
    ).toBe(withContext)
    for (const request of [
      {},
      { KeyId: 7 },
      { KeyId: 'unknown' },
      { KeyId: key.KeyId, EncryptionContext: 'a' }
    ]) {
      expect(under(request)).toBe('theirs')
    }
  })

  it('is the token of a grant', () => {
    const given = exchange('CreateGrant', {}, { GrantId: 'g', GrantToken: 'theirs' })
    const ours = inModel({ GrantToken: 'theirs' }, given)['GrantToken']
    expect(ours).not.toBe('theirs')
    expect(typeof ours).toBe('string')
    const nameless = exchange('CreateGrant', {}, { GrantToken: 'theirs' })
    expect(inModel({ GrantToken: 'theirs' }, nameless)).toEqual({ GrantToken: 'theirs' })
  })

  it('is left alone where it was not given, and nothing else is changed', () => {
    const given = exchange('Encrypt', { KeyId: key.KeyId }, { CiphertextBlob: 'theirs' })
    expect(inModel({ CiphertextBlob: 'other', KeyId: 'k' }, given)).toEqual({
      CiphertextBlob: 'other',
      KeyId: 'k'
    })
    expect(inModel({ CiphertextBlob: 'theirs', KeyId: 'k' }, given)).toMatchObject({ KeyId: 'k' })
    expect(Object.keys(inModel({ CiphertextBlob: 'theirs' }, given))).toEqual(['CiphertextBlob'])
    const nothing = new Map()
    expect(withOpaque(nothing, account, exchange('Encrypt', { KeyId: key.KeyId }, {}))).toBe(nothing)
    expect(withOpaque(nothing, undefined, given)).toBe(nothing)
  })
})
