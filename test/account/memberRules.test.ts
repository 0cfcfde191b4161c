/** A finding about a member stands beside those of the rules, and says the same of itself. */
import { describe, expect, it } from 'vitest'
import { memberFinding, membersAreReadable } from '../../src/account/memberRules.js'
import * as cks from '../../src/index.js'
import { accountWith, circumstances } from '../fixtures.js'

const stated = (assumes: ReadonlyArray<cks.AssumptionNumber>) => ({ ...membersAreReadable, assumes })

describe('a finding about a member', () => {
  it('has the sentence and the source, and what it assumes', () => {
    expect(memberFinding({ statement: membersAreReadable, verdict: 'does not hold' })).toStrictEqual({
      rule: 'membersAreReadable',
      says: 'Every member of a request must be of its own JSON type.',
      source: 'aws-json-1_1',
      assumes: ['A50'],
      standing: 'assumed',
      otherwise: 'ValidationException',
      verdict: 'does not hold'
    })
  })

  it('may be answered with any exception where AWS says that it is refused, and not how', () => {
    const openTo = (assumes: ReadonlyArray<cks.AssumptionNumber>) =>
      memberFinding({ statement: stated(assumes), verdict: 'holds' }).openTo
    expect(openTo(['A1'])).toBe('any exception')
    expect(openTo(['A50'])).toBe(undefined)
    expect(openTo([])).toBe(undefined)
  })
})

it('nothing follows from a request that cannot be read', () => {
  const { rules, follows } = cks.explainRequest('ListKeys')(circumstances)(5)(accountWith())
  expect(follows).toEqual([])
  expect(rules[0]).toMatchObject({ rule: 'membersAreReadable', verdict: 'does not hold' })
})
