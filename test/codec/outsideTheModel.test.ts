import { describe, expect, it } from 'vitest'
import { outsideTheModel } from '../../src/codec/outsideTheModel.js'
import { constraintsOf } from './violationsOf.js'

describe('outsideTheModel', () => {
  it.each([[{}], ['a'], [0], [false]])('refuses whatever is there: %o', (u) => {
    expect(constraintsOf(outsideTheModel, u)).toEqual(['Member must be absent: it is no part of this model'])
    expect(outsideTheModel.is(u)).toBe(false)
    expect(outsideTheModel.is(undefined)).toBe(true)
  })
})
