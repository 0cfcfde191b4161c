/** Moments in the forms in which AWS shows them. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/codec/decode.js'
import { Timestamp } from '../../src/protocol/index.js'
import { decoded } from '../fixtures.js'
import { violationsOf } from './violationsOf.js'

describe('a moment', () => {
  it.each([
    [0, 0],
    [-1, -1],
    ['1E10', 1e10],
    [1_671_049_056.419, 1_671_049_056.419],
    ['1671049056', 1_671_049_056],
    ['1671049056.419', 1_671_049_056.419],
    ['1.671049056E9', 1_671_049_056],
    ['1970-01-01T00:00:00Z', 0],
    ['2022-12-14T20:17:36.419000+00:00', 1_671_049_056.419],
    ['2022-12-14T20:17:36Z', 1_671_049_056],
    ['2022-12-14 20:17:36+00:00', 1_671_049_056],
    ['2022-12-14T21:47:36+0130', 1_671_049_056],
    ['2022-12-14T12:17:36-08:00', 1_671_049_056],
    ['2000-02-29T00:00:00Z', 951_782_400],
    ['2024-02-29T23:59:59Z', 1_709_251_199],
    ['1969-12-31T23:59:59Z', -1],
    [new Date(1_671_049_056_419), 1_671_049_056.419]
  ])('is read from %o', (shown, seconds) => {
    expect(decoded(Timestamp, shown)).toBeCloseTo(seconds, 3)
  })

  it.each([
    [null],
    [true],
    [{}],
    [NaN],
    [Infinity],
    ['1'.repeat(400)],
    [new Date(NaN)],
    [''],
    [' 1'],
    ['-1'],
    ['0x10'],
    ['1e'],
    ['yesterday'],
    ['Dec 7, 2022, 10:37:45 PM'],
    ['2022-12-14'],
    ['2022-12-14T20:17:36'],
    ['2022-00-14T20:17:36Z'],
    ['2022-13-14T20:17:36Z'],
    ['2022-12-00T20:17:36Z'],
    ['2022-11-31T20:17:36Z'],
    ['2023-02-29T20:17:36Z'],
    ['1900-02-29T20:17:36Z'],
    ['2022-12-14T24:17:36Z'],
    ['2022-12-14T20:60:36Z'],
    ['2022-12-14T20:17:60Z'],
    ['2022-12-14T20:17:36Z\n'],
    ['x2022-12-14T20:17:36Z']
  ])('is not read from %o', (shown) => {
    expect(violationsOf(Timestamp, shown)).toMatchObject([{ constraint: 'Member must be a valid Timestamp' }])
  })

  it('is not read from what only looks like a date, and nothing is thrown', () => {
    const fail = () => {
      throw new Error('no date')
    }
    const noDates = [new Proxy({}, { get: fail }), { [Symbol.toStringTag]: 'Date', valueOf: fail }]
    expect(noDates.map((one) => E.isLeft(decode(Timestamp)(one)))).toEqual([true, true])
  })

  it('is the one that the platform reads, in any year', () => {
    const noInvalidDate = true
    const date = fc.date({
      min: new Date('0000-03-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate
    })
    fc.assert(
      fc.property(date, (date) => {
        expect(decoded(Timestamp, date.toISOString())).toBeCloseTo(date.getTime() / 1000, 3)
      }),
      { numRuns: 2000 }
    )
  })

  it('is a finite number once it is read', () => {
    expect([0, 1.5, -1].every(Timestamp.is)).toBe(true)
    expect([NaN, Infinity, '1', null].some(Timestamp.is)).toBe(false)
    expect(Timestamp.encode(5)).toBe(5)
  })
})
