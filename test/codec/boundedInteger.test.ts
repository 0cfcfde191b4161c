import { describe, expect, it } from 'vitest'
import { boundedInteger } from '../../src/codec/boundedInteger.js'
import { decoded } from '../fixtures.js'
import { violationsOf } from './violationsOf.js'

const Few = boundedInteger('Few', 2, 4)

describe('a bounded integer', () => {
  it.each([2, 3, 4])('takes %d', (n) => {
    expect(decoded(Few, n)).toBe(n)
    expect(Few.is(n)).toBe(true)
    expect(Few.encode(n)).toBe(n)
  })

  it.each([
    [1, '1', 'Member must have value greater than or equal to 2'],
    [-3, '-3', 'Member must have value greater than or equal to 2'],
    [5, '5', 'Member must have value less than or equal to 4'],
    [1e21, '1e+21', 'Member must have value less than or equal to 4'],
    [2.5, '2.5', 'Member must be an integer'],
    [NaN, 'NaN', 'Member must be an integer'],
    [Infinity, 'Infinity', 'Member must be an integer'],
    ['3', "'3'", 'Member must be an integer'],
    [3n, 'a bigint', 'Member must be an integer'],
    [true, 'true', 'Member must be an integer'],
    [null, 'null', 'Member must be an integer'],
    [[3], 'an array', 'Member must be an integer'],
    [Object(3), 'an object', 'Member must be an integer']
  ])('refuses %s', (u, received, constraint) => {
    expect(violationsOf(Few, u)).toEqual([{ path: '', received, constraint }])
    expect(Few.is(u)).toBe(false)
  })
})
