import { describe, expect, it } from 'vitest'
import { secondsIn, Time } from '../../src/codec/Duration.js'
import { decoded } from '../fixtures.js'
import { allOfViolations } from './violationsOf.js'

describe('a span of time', () => {
  it.each([
    [{}, 0],
    [{ seconds: 5 }, 5],
    [{ days: 2 }, 172_800],
    [{ days: 2, seconds: 5 }, 172_805]
  ])('has so many seconds: %o', (time, seconds) => {
    expect(secondsIn(time)).toBe(seconds)
  })

  it.each([
    ['days', 36_525],
    ['seconds', 3_155_760_000]
  ])('is at most a hundred years of %s', (unit, most) => {
    expect(decoded(Time, { [unit]: most })).toEqual({ [unit]: most })
    expect(allOfViolations(Time, { [unit]: most + 1 })).toMatchObject([
      { path: unit, constraint: `Member must have value less than or equal to ${String(most)}` }
    ])
    expect(allOfViolations(Time, { [unit]: -1 })).toMatchObject([
      { path: unit, constraint: 'Member must have value greater than or equal to 0' }
    ])
  })

  it('has no other units', () => {
    expect(allOfViolations(Time, { hours: 1 })).toMatchObject([{ path: 'hours', kind: 'unknown member' }])
  })
})
