import { describe, expect, it } from 'vitest'
import { EncryptionContext } from '../../src/model/EncryptionContext.js'
import { decoded } from '../fixtures.js'
import { violationsOf } from '../codec/violationsOf.js'

describe('EncryptionContext', () => {
  it.each(['{}', '{"a":"b"}', '{"":""}', '{"__proto__":"a","constructor":"b"}'])('reads %s', (json) => {
    const context: unknown = JSON.parse(json)
    expect(JSON.stringify(decoded(EncryptionContext, context))).toBe(json)
    expect(EncryptionContext.is(context)).toBe(true)
    expect(EncryptionContext.encode({})).toEqual({})
  })

  it.each([
    [{ a: 'b', c: null, d: 1 }, 'c', 'null'],
    [{ a: ['b'] }, 'a', 'an array']
  ])('refuses the first value that is no string: %o', (context, path, received) => {
    expect(violationsOf(EncryptionContext, context)).toEqual([
      { path, received, constraint: 'Member must be a valid string' }
    ])
    expect(EncryptionContext.is(context)).toBe(false)
  })

  it.each([['a'], [['a']], [5]])('refuses what is no record: %o', (u) => {
    expect(violationsOf(EncryptionContext, u)).toMatchObject([
      { path: '', constraint: 'Member must be a valid EncryptionContext' }
    ])
    expect(EncryptionContext.is(u)).toBe(false)
  })
})
