/** Emulators that do little: what they are told is true, and no more than that. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/protocol/index.js'
import type { Endpoint } from '../../../src/endpoint/index.js'
import { madeUp, ownEndpoint, reportOn } from '../world.js'

const sound = () => ownEndpoint({ connectionDelay: 0 })

const changing = (kms: Endpoint, change: (output: unknown) => unknown): Endpoint => ({
  ...kms,
  answer: (caller, request): Answer => {
    const right = kms.answer(caller, request)
    return right.status === 200 ? { ...right, body: JSON.stringify(change(JSON.parse(right.body))) } : right
  }
})

/** Leaves out every n-th member, counted through all answers, in lists and records within as well. */
const forgetful = (n: number) => {
  let seen = 0
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        seen += 1
        return seen % n === 0 ? [] : [[name, shown(member)]]
      })
    )
  }
  return shown
}

const rulesToldOf = async (endpoint: Endpoint) => {
  const { faults, checks } = await reportOn(endpoint, { storeProperties: madeUp })
  return {
    rules: [...new Set(faults.map(({ difference: { rule } }) => rule))].sort(),
    told: faults.map(({ operation, difference: { rule, expected, got }, seenIn, history }) => [
      operation,
      rule,
      expected,
      got,
      seenIn,
      history.slice(-3)
    ]),
    outcomes: new Set(checks.map(({ outcome }) => outcome.is))
  }
}

/** What is said of answers that lack something, and of nothing else. */
const ofAnswers = [
  'answerIsAwsJson',
  'describeShowsTheStore',
  'keyShowsItsState',
  'keyShowsItsStore',
  'listedStoreIsWhole'
]

describe('an emulator', () => {
  it('that answers everything with an empty object is told of its answers', async () => {
    const { rules, told } = await rulesToldOf(changing(sound(), () => ({})))
    expect(
      rules.filter((rule) => !ofAnswers.includes(rule)),
      JSON.stringify(told, null, 1)
    ).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it.each([2, 3, 4, 5, 7, 11, 13])('that forgets one member in %i is told of its answers', async (n) => {
    const { rules, told } = await rulesToldOf(changing(sound(), forgetful(n)))
    expect(
      rules.filter((rule) => !ofAnswers.includes(rule)),
      JSON.stringify(told, null, 1)
    ).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it('whose dates are texts is told of its dates, and of nothing else', async () => {
    const dated = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(dated)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          /Date$/.test(name) ? new Date(member * 1000).toISOString() : dated(member)
        ])
      )
    }
    const { faults, checks } = await reportOn(changing(sound(), dated), { storeProperties: madeUp })
    const told = faults.map(({ operation, difference: { kind } }) => `${operation}: ${kind}`)
    expect(told.length).toBeGreaterThan(3)
    expect(told.filter((one) => !one.endsWith(': a date that is a text'))).toEqual([])
    expect(new Set(faults.map(({ operation }) => operation)).size).toBe(faults.length)
    expect(checks.filter(({ outcome }) => outcome.is === 'not useful')).toEqual([])
  })
})
