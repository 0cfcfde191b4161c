import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { boundedArray } from '../../src/codec/boundedArray.js'
import { decoded } from '../fixtures.js'
import { allOfViolations, pathsOf, violationsOf } from './violationsOf.js'

const Few = boundedArray(t.string, 2)

describe('boundedArray', () => {
  it.each([[[]], [['a']], [['a', 'b']]])('reads %o', (list) => {
    expect(decoded(Few, list)).toEqual(list)
    expect(Few.is(list)).toBe(true)
    expect(Few.encode(list)).toBe(list)
  })

  it('does not look at the entries of one that is too long', () => {
    expect(violationsOf(Few, [1, 2, 3])).toEqual([
      { path: '', received: 'an array', constraint: 'Member must have length less than or equal to 2' }
    ])
    expect(Few.is(['a', 'b', 'c'])).toBe(false)
  })

  it('names its limit after its entries, and cites the page', () => {
    const Stated = boundedArray(t.string, 2, { source: 'API_Tag' })
    expect(allOfViolations(Stated, [1, 2, 3])).toMatchObject([
      { kind: 'limit', rule: 'stringsLimit', source: 'API_Tag' }
    ])
  })

  it('refuses entries, and what is no list', () => {
    expect(pathsOf(Few, ['a', 1])).toEqual(['1'])
    expect(pathsOf(Few, 'ab')).toEqual([''])
    expect(Few.is(['a', 1])).toBe(false)
  })
})
