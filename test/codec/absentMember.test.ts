import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { absentMember } from '../../src/codec/absentMember.js'
import { allOfViolations } from './violationsOf.js'

const Absent = absentMember('Member must not be given with the other')

describe('a member that must not be there', () => {
  it.each([undefined, null])('is not there: %o', (nothing) => {
    expect(Absent.decode(nothing)).toEqual(E.right(undefined))
  })

  it('is nothing but undefined', () => {
    expect([undefined, null, 0, ''].map(Absent.is)).toEqual([true, false, false, false])
  })

  it.each([[0], [''], [false], [{}]])('is refused where it is there: %o', (u) => {
    expect(allOfViolations(Absent, u)).toMatchObject([
      { kind: 'together', constraint: 'Member must not be given with the other' }
    ])
  })
})
