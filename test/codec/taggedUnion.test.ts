import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { struct } from '../../src/codec/struct.js'
import { taggedUnion } from '../../src/codec/taggedUnion.js'
import { decoded } from '../fixtures.js'
import { violationsOf } from './violationsOf.js'

const Shape = taggedUnion('Shape', 'kind', {
  circle: struct('Circle', { kind: t.literal('circle'), radius: t.number }, {}),
  square: struct('Square', { kind: t.literal('square'), side: t.number }, {})
})
const Holder = struct('Holder', { shape: Shape }, {})

describe('a tagged union', () => {
  it('reads the branch that the tag names', () => {
    expect(decoded(Shape, { kind: 'circle', radius: 1, side: 2 })).toEqual({ kind: 'circle', radius: 1 })
    expect(decoded(Shape, { kind: 'square', radius: 1, side: 2 })).toEqual({ kind: 'square', side: 2 })
  })

  it('speaks of that branch alone', () => {
    expect(violationsOf(Holder, { shape: { kind: 'square', radius: 1 } })).toEqual([
      { path: 'shape.side', received: 'undefined', constraint: 'Member must not be null' }
    ])
  })

  it.each([
    [{ side: 1 }, 'undefined', 'Member must not be null'],
    [{ kind: null, side: 1 }, 'null', 'Member must satisfy enum value set: [circle, square]'],
    [{ kind: 'cube', side: 1 }, "'cube'", 'Member must satisfy enum value set: [circle, square]'],
    [{ kind: 'toString' }, "'toString'", 'Member must satisfy enum value set: [circle, square]'],
    [{ kind: '__proto__' }, "'__proto__'", 'Member must satisfy enum value set: [circle, square]']
  ])('refuses the tag of %o', (u, received, constraint) => {
    expect(violationsOf(Holder, { shape: u })).toEqual([{ path: 'shape.kind', received, constraint }])
    expect(Shape.is(u)).toBe(false)
  })

  it.each([[null], ['circle'], [['circle']], [12]])('refuses what is no record: %s', (u) => {
    expect(violationsOf(Holder, { shape: u }).map(({ path }) => path)).toEqual(['shape'])
    expect(Shape.is(u)).toBe(false)
  })

  it('tells whether something is one', () => {
    expect(Shape.is({ kind: 'circle', radius: 1 })).toBe(true)
    expect(Shape.is({ kind: 'circle', side: 1 })).toBe(false)
  })

  it('encodes by the branch', () => {
    const Text = new t.Type<number, string>('Text', t.number.is, t.number.validate, String)
    const Measured = taggedUnion('Measured', 'kind', {
      plain: struct('Plain', { kind: t.literal('plain') }, {}),
      text: new t.Type<{ kind: 'text'; size: number }, unknown>(
        'Text',
        (u): u is { kind: 'text'; size: number } => t.UnknownRecord.is(u),
        (u) => t.success(u as { kind: 'text'; size: number }),
        ({ kind, size }) => ({ kind, size: Text.encode(size) })
      )
    })
    expect(Measured.encode({ kind: 'text', size: 7 })).toEqual({ kind: 'text', size: '7' })
    expect(Measured.encode({ kind: 'plain' })).toEqual({ kind: 'plain' })
  })
})
