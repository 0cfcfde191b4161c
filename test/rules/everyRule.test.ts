/** Every rule is accepted by one subject and refused by another, both by hand, and says what it is. */
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import type { Claim } from '../../src/Claim.js'
import { operationNames, operations } from '../../src/operations/index.js'
import { sources } from '../../src/sources.js'
import { examples, type AnyClaim } from './examples.js'
import { exported } from './exported.js'

/** The exported functions that make a rule for an edition, an operation or a type: examples have one of each. */
const makers = [
  'validConnectionState',
  'someMemberIsUpdatable',
  'membersAreUpdatable',
  'updateIsValidAsAWhole',
  'originIsTheTypeOfStore',
  'validKeyState'
]

const isClaim = (u: unknown): u is AnyClaim =>
  typeof u === 'object' && u !== null && 'name' in u && 'says' in u && 'holds' in u

const rules = exported.filter(([, value]) => isClaim(value)) as ReadonlyArray<readonly [string, AnyClaim]>
const functions = exported.filter(([, value]) => typeof value === 'function').map(([name]) => name)

describe('every rule', () => {
  it('is found', () => {
    expect(rules.length).toBeGreaterThan(50)
  })

  it.each(rules)('%s has an example', (_, rule) => {
    expect(examples.filter((each) => each.claim === rule)).toHaveLength(1)
  })

  it.each(makers)('%s, which makes rules, has an example', (name) => {
    expect(functions).toContain(name)
    expect(examples.filter((each) => each.claim.name === name)).toHaveLength(1)
  })

  it('has an example, wherever an operation asks it', () => {
    const asked = operationNames.flatMap((name) => operations[name].parts.flatMap(({ rules }) => rules))
    const withExample = examples.map(({ claim }) => claim.name)
    expect(asked.filter(({ name }) => !withExample.includes(name))).toEqual([])
  })

  it.each(rules)('%s has the name under which it is exported', (name, rule) => {
    expect(rule.name).toBe(name)
  })

  describe.each(examples.map((each) => [each.claim.name, each] as const))(
    '%s',
    (_, { claim, ...subjects }) => {
      const { applies, holds } = claim as Claim<unknown>
      const { acceptedBy, refusedBy } = subjects

      it('is accepted', () => {
        expect(applies(acceptedBy)).toBe(true)
        expect(holds(acceptedBy)).toBe(true)
      })

      it('is refused', () => {
        expect(applies(refusedBy)).toBe(true)
        expect(holds(refusedBy)).toBe(false)
      })

      it('is one sentence with a source', () => {
        expect(claim.says).toMatch(/^[A-Z].*\.$/)
        expect(claim.says).not.toMatch(/[.!?] /)
        expect(Object.keys(sources)).toContain(claim.source)
      })

      it('cites assumptions that exist, and each once', () => {
        const cited = claim.assumes ?? []
        expect(cited.filter((number) => !Object.hasOwn(assumptions, number))).toEqual([])
        expect(new Set(cited).size).toBe(cited.length)
      })
    }
  )
})
