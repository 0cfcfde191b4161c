import { describe, expect, it } from 'vitest'
import { latestMoment, Moment } from '../../src/codec/Moment.js'
import { decoded } from '../fixtures.js'
import { allOfViolations } from './violationsOf.js'

describe('a moment that is stored', () => {
  it('ends with the year 9999', () => {
    expect(latestMoment).toBe(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000)
  })

  it.each([0, 1.5, -1, latestMoment, -latestMoment])('is read from %d', (seconds) => {
    expect(decoded(Moment, seconds)).toBe(seconds)
    expect(Moment.encode(seconds)).toBe(seconds)
  })

  it.each([latestMoment + 1, -latestMoment - 1, NaN, Infinity, '0', null, {}])('is not read from %o', (u) => {
    expect(allOfViolations(Moment, u)).toMatchObject([
      { kind: 'type', constraint: 'Member must be a number of seconds since 1970, at most 253402300799' }
    ])
  })
})
