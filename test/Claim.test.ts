import { describe, expect, it } from 'vitest'
import { about, claim } from '../src/Claim.js'

const stated = { name: 'isPositive', says: 'It is above zero.', source: 'API_CreateKey' } as const

describe('a claim', () => {
  it('applies to every subject if nothing else is said', () => {
    const isPositive = claim<number>({ ...stated, holds: (n) => n > 0 })
    expect(isPositive).toMatchObject(stated)
    expect([isPositive.applies(-1), isPositive.holds(-1), isPositive.holds(1)]).toEqual([true, false, true])
  })

  it('applies where it is said to', () => {
    const isPositive = claim<number>({ ...stated, applies: (n) => n !== 0, holds: (n) => n > 0 })
    expect([isPositive.applies(0), isPositive.applies(1)]).toEqual([false, true])
  })
})

describe('a claim about a part', () => {
  const ofPart = about(({ part }: { readonly part?: number; readonly most: number }) => part)
  const isWithin = ofPart((part, { most }) => part <= most)

  it('applies where there is the part, and holds where it is true of the part', () => {
    expect([isWithin.applies({ most: 1 }), isWithin.holds({ most: 1 })]).toEqual([false, false])
    expect(isWithin.applies({ part: 0, most: 1 })).toBe(true)
    expect([1, 2].map((part) => isWithin.holds({ part, most: 1 }))).toEqual([true, false])
  })

  it('shares the question whether there is the part with all others about it', () => {
    expect(ofPart(() => true).applies).toBe(isWithin.applies)
  })
})
