import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blob } from '../../src/codec/blob.js'
import { decoded } from '../fixtures.js'
import { constraintsOf } from './violationsOf.js'

const Few = blob('Few', 2, 4)
const notBase64 = 'Member must be a base64-encoded string'
const tooShort = 'Member must have length greater than or equal to 2'
const tooLong = 'Member must have length less than or equal to 4'

describe('blob', () => {
  it.each(['AAA=', 'AAAA', 'AAAAAA==', '+/+/'])('reads %s', (s) => {
    expect(decoded(Few, s)).toBe(s)
    expect(Few.is(s)).toBe(true)
    expect(Few.encode(s)).toBe(s)
  })

  it.each([
    ['', tooShort],
    ['AA==', tooShort],
    ['AAAAAAA=', tooLong],
    ['AAAAAAAAA', tooLong],
    ['A', notBase64],
    ['AA', notBase64],
    ['A===', notBase64],
    ['====', notBase64],
    ['AA=A', notBase64],
    ['AA-_', notBase64],
    ['AA A', notBase64],
    ['AAA\n', notBase64]
  ])('refuses %j', (s, constraint) => {
    expect(constraintsOf(Few, s)).toEqual([constraint])
    expect(Few.is(s)).toBe(false)
  })

  it.each([[5], [true], [['AAAA']], [{}]])('refuses what is no string: %o', (u) => {
    expect(constraintsOf(Few, u)).toEqual([notBase64])
    expect(Few.is(u)).toBe(false)
  })

  it('counts bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const { length } = bytes
        expect(Few.is(Buffer.from(bytes).toString('base64'))).toBe(length >= 2 && length <= 4)
      })
    )
  })

  it('does not look at a string that is far too long', () => {
    expect(constraintsOf(Few, 'A'.repeat(10_000_000))).toEqual([tooLong])
  })
})
