import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { struct, withoutNulls } from '../../src/codec/struct.js'
import { decoded } from '../fixtures.js'
import { pathsOf, violationsOf } from './violationsOf.js'

const Pair = struct('Pair', { left: t.string, right: t.number }, { note: t.string })

describe('a struct', () => {
  it('holds the members that must be there and those that may be', () => {
    expect(decoded(Pair, { left: 'a', right: 1 })).toEqual({ left: 'a', right: 1 })
    expect(decoded(Pair, { left: 'a', right: 1, note: 'b' })).toEqual({ left: 'a', right: 1, note: 'b' })
  })

  it('takes an optional member that is undefined for an absent one', () => {
    expect(Object.keys(decoded(Pair, { left: 'a', right: 1, note: undefined }))).toEqual(['left', 'right'])
  })

  it('drops what it does not know', () => {
    expect(decoded(Pair, { left: 'a', right: 1, more: 2 })).toEqual({ left: 'a', right: 1 })
  })

  it('reports every member at fault', () => {
    expect(violationsOf(Pair, { right: '1', note: 2 })).toEqual([
      { path: 'note', received: '2', constraint: 'Member must be a valid string' },
      { path: 'left', received: 'undefined', constraint: 'Member must not be null' },
      { path: 'right', received: "'1'", constraint: 'Member must be a valid number' }
    ])
  })

  it('reads own members only', () => {
    expect(pathsOf(Pair, Object.create({ left: 'a', right: 1 }))).toEqual(['left', 'right'])
    expect(decoded(Pair, Object.assign(Object.create({ note: 'b' }), { left: 'a', right: 1 }))).toEqual({
      left: 'a',
      right: 1
    })
  })

  it('is not misled by a member named __proto__', () => {
    const parsed: unknown = JSON.parse('{ "__proto__": { "left": "a", "note": "b" }, "right": 1 }')
    expect(pathsOf(Pair, parsed)).toEqual(['left'])
    const pair = decoded(Pair, { left: 'a', ...(parsed as object) })
    expect(Object.getPrototypeOf(pair)).toBe(Object.prototype)
    expect(pair).toEqual({ left: 'a', right: 1 })
    expect(Object.hasOwn(Object.prototype, 'note')).toBe(false)
  })

  it('reads no more of an object of some class than its own members', () => {
    expect(pathsOf(Pair, new Map<string, unknown>(Object.entries({ left: 'a', right: 1 })))).toEqual([
      'left',
      'right'
    ])
    expect(decoded(Pair, Object.assign(new Set([1]), { left: 'a', right: 1 }))).toEqual({
      left: 'a',
      right: 1
    })
  })

  it.each([[null], ['a'], [1], [['a', 1]], [() => ({ left: 'a', right: 1 })]])(
    'refuses what is no record: %s',
    (u) => {
      expect(pathsOf(Pair, u)).toEqual([''])
      expect(Pair.is(u)).toBe(false)
    }
  )

  it('tells whether something is one', () => {
    expect(Pair.is({ left: 'a', right: 1, more: 2 })).toBe(true)
    expect(Pair.is({ left: 'a' })).toBe(false)
    expect(Pair.encode({ left: 'a', right: 1 })).toEqual({ left: 'a', right: 1 })
  })

  it('reports as many faults as there are', () => {
    const List = struct('List', { entries: t.array(t.string) }, {})
    expect(violationsOf(List, { entries: Array<number>(200_000).fill(0) })).toHaveLength(200_000)
  })
})

describe('an error of a struct', () => {
  const errorsOf = (input: unknown) => {
    const read = Pair.decode(input)
    return E.isLeft(read) ? read.left : []
  }

  it('has no more than it can tell', () => {
    const [lacking, wrong] = errorsOf({ right: 'a' })
    expect(lacking).toStrictEqual({
      value: undefined,
      context: [expect.anything(), { key: 'left', type: t.string, actual: undefined }],
      message: 'Member must not be null',
      reason: { kind: 'missing' }
    })
    expect(wrong).toStrictEqual({
      value: 'a',
      context: [expect.anything(), { key: 'right', type: t.number, actual: 'a' }],
      reason: { kind: 'type' }
    })
    expect(errorsOf(5)).toStrictEqual([{ value: 5, context: [expect.anything()], reason: { kind: 'type' } }])
  })
})

it('members that are null or undefined are absent', () => {
  expect(withoutNulls({ a: null, b: undefined, c: 0, d: '', e: false })).toStrictEqual({
    c: 0,
    d: '',
    e: false
  })
})
