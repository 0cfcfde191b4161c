/** Each kind of violation, told as data. */
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { blob } from '../../src/codec/blob.js'
import { boundedArray } from '../../src/codec/boundedArray.js'
import { boundedInteger } from '../../src/codec/boundedInteger.js'
import { boundedString } from '../../src/codec/boundedString.js'
import { closedStruct } from '../../src/codec/closedStruct.js'
import { isOfWrongType } from '../../src/codec/decode.js'
import { enumeration } from '../../src/codec/enumeration.js'
import { redacted, secretString, sensitive } from '../../src/codec/Redacted.js'
import { requestCodec } from '../../src/codec/requestCodec.js'
import { struct } from '../../src/codec/struct.js'
import { taggedUnion } from '../../src/codec/taggedUnion.js'
import { Timestamp } from '../../src/codec/Timestamp.js'
import { allOfViolations, reasonsOf } from './violationsOf.js'

const page = { source: 'API_CreateKey' } as const
const Word = boundedString('Word', { minLength: 1, maxLength: 3, pattern: /^[a-z]+$/, ...page })
const Secret = secretString('Secret', { minLength: 2, maxLength: 20, ...page })
const Colour = enumeration('Colour', ['red', 'green'], 'API_CreateKey')
const Keys = t.keyof({ red: null, green: null }, 'Keys')
const Pair = struct('Pair', { left: t.string }, {})
const Closed = closedStruct('Closed', { left: t.string }, {})

const kinds = (codec: t.Mixed, input: unknown) => allOfViolations(codec, input).map(({ kind }) => kind)

describe('a violation of kind', () => {
  it.each<[string, t.Mixed, unknown]>([
    ['a string', Word, 5],
    ['a secret', Secret, 5],
    ['an integer', boundedInteger('N', 1, 2), '1'],
    ['an integer', boundedInteger('N', 1, 2), 1.5],
    ['bytes', blob('B', 1, 2), 5],
    ['bytes that are not base64', blob('B', 1, 2), '?'],
    ['a list', boundedArray(t.string, 2), 'ab'],
    ['an entry', boundedArray(t.string, 2), [1]],
    ['an enumeration', Colour, 5],
    ['an enumeration', Colour, null],
    ["io-ts's enumeration", Keys, 5],
    ['a boolean', t.boolean, 'true'],
    ['a string of io-ts', t.string, 5],
    ['a record', Pair, 'left'],
    ['a closed record', Closed, 'left'],
    ['a moment', Timestamp, 'yesterday'],
    ['something secret', sensitive(Keys), 5]
  ])('type: %s', (_, codec, input) => {
    expect(kinds(codec, input)).toEqual(['type'])
    expect(allOfViolations(codec, input).every(isOfWrongType)).toBe(true)
  })

  it.each<[string, t.Mixed, unknown]>([
    ['too short', Word, ''],
    ['too long', Word, 'abcd'],
    ['unlike the pattern', Word, 'A'],
    ['malformed', boundedString('Any', { minLength: 0, maxLength: 9 }), '\ud800'],
    ['a secret that is too short', Secret, 's'],
    ['what stands for a secret', Secret, redacted],
    ['too small', boundedInteger('N', 1, 2), 0],
    ['too great', boundedInteger('N', 1, 2), 3],
    ['too few bytes', blob('B', 1, 2), ''],
    ['too many bytes', blob('B', 1, 2), 'AAAA'],
    ['too many entries', boundedArray(t.string, 1), ['a', 'b']],
    ['outside of an enumeration', Colour, 'blue'],
    ["outside of io-ts's enumeration", Keys, 'blue'],
    ['an unknown branch', taggedUnion('U', 'tag', { a: Pair }), { tag: 'b' }]
  ])('limit: %s', (_, codec, input) => {
    expect([...new Set(kinds(codec, input))]).toEqual(['limit'])
    expect(allOfViolations(codec, input).some(isOfWrongType)).toBe(false)
  })

  it('missing: what has to be there', () => {
    expect(reasonsOf(Pair, {})).toEqual([{ path: 'left', kind: 'missing' }])
    expect(kinds(Pair, undefined)).toEqual(['missing'])
    expect(kinds(Colour, undefined)).toEqual(['missing'])
    expect(kinds(sensitive(Pair), {})).toEqual(['missing'])
  })

  it('unknown member: what nobody knows', () => {
    expect(kinds(Closed, { left: 'a', right: 'b' })).toEqual(['unknown member'])
    expect(kinds(Closed, { right: 'b' })).toEqual(['unknown member', 'missing'])
    expect([{ left: 'a' }, { left: 'a', right: 'b' }, {}, 'left'].map(Closed.is)).toEqual([
      true,
      false,
      false,
      false
    ])
  })

  it('unreadable: what fails as it is read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(kinds(Pair, proxy)).toEqual(['unreadable'])
  })
})

describe('what a violation breaks', () => {
  const limit = { kind: 'limit', rule: 'WordLimit', ...page }

  it('is the limit of the codec, as the page of the codec states it', () => {
    expect(reasonsOf(Word, 'A')).toEqual([{ path: '', ...limit }])
    expect(reasonsOf(Word, 5)).toEqual([{ path: '', ...limit, kind: 'type' }])
    expect(reasonsOf(Colour, 'blue')).toEqual([{ path: '', kind: 'limit', rule: 'ColourLimit', ...page }])
  })

  it('assumes of a value only where it is too long that such a value is no matter of quotas', () => {
    expect(reasonsOf(Word, 'abcd')).toEqual([{ path: '', ...limit, assumes: ['A31'] }])
    // A string that is too short for the pattern breaks both.
    expect(reasonsOf(Word, '')).toEqual([
      { path: '', ...limit },
      { path: '', ...limit }
    ])
  })

  it('is nothing where no page states the limit', () => {
    const Own = boundedString('Own', { minLength: 1, maxLength: 2 })
    expect(reasonsOf(Own, '')).toEqual([{ path: '', kind: 'limit' }])
    expect(Own.limit).toBeUndefined()
  })

  const Request = requestCodec(
    'Request',
    {
      source: 'API_UpdateCustomKeyStore',
      required: { New: Word },
      optional: { Secret, Flag: t.boolean, Nested: struct('Nested', { Word }, {}, 'API_Tag') }
    },
    [],
    (members) => members
  )
  const own = { source: 'API_UpdateCustomKeyStore' }

  it('is the limit of the member under its own name, as the page of the request states it', () => {
    expect(reasonsOf(Request, { New: 'A' })).toEqual([
      { path: 'New', kind: 'limit', rule: 'NewLimit', ...own }
    ])
    expect(reasonsOf(Request, { New: 'abcd' })).toEqual([
      { path: 'New', kind: 'limit', rule: 'NewLimit', ...own, assumes: ['A31'] }
    ])
    expect(reasonsOf(Request, { New: 5, Secret: 5 })).toEqual([
      { path: 'Secret', kind: 'type', rule: 'SecretLimit', ...own },
      { path: 'New', kind: 'type', rule: 'NewLimit', ...own }
    ])
  })

  it('is that a member must be given', () => {
    expect(reasonsOf(Request, { New: null })).toEqual([
      { path: 'New', kind: 'missing', rule: 'NewIsRequired', ...own }
    ])
  })

  it('is what another page states of a member of a member', () => {
    expect(reasonsOf(Request, { New: 'a', Nested: { Word: 'A' } })).toEqual([
      { path: 'Nested.Word', kind: 'limit', rule: 'WordLimit', source: 'API_Tag' }
    ])
    expect(reasonsOf(Request, { New: 'a', Nested: {} })).toEqual([
      { path: 'Nested.Word', kind: 'missing', rule: 'WordIsRequired', source: 'API_Tag' }
    ])
  })

  it('is the page of the request alone where a member has no limits, or nothing is a request', () => {
    expect(reasonsOf(Request, { New: 'a', Flag: 1 })).toEqual([{ path: 'Flag', kind: 'type', ...own }])
    expect(reasonsOf(Request, 'text')).toEqual([{ path: '', kind: 'type', ...own }])
  })
})
