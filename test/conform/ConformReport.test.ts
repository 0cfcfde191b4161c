/** What a report says in numbers and of its checks; made by hand. */
import { describe, expect, it } from 'vitest'
import { conforms, countOf, isCutShort, reasonOf, reportOf } from '../../src/conform/ConformReport.js'
import { assumed, check, eachOutcome, findings, madeReport } from './madeReport.js'

describe('a report', () => {
  it('counts each outcome, and each broken rule once', () => {
    const more = [...eachOutcome, ...eachOutcome.slice(2, 4), ...eachOutcome.slice(3, 4)].map((one) =>
      check(one)
    )
    const { numbers } = reportOf(madeReport(), { ...findings, checks: more })
    expect(numbers).toEqual({
      checks: {
        'as documented': 1,
        'left open': 1,
        different: 2,
        'not useful': 3,
        'not reached': 1,
        'not implemented': 1
      },
      brokenRules: 2
    })
    expect(countOf({ checks: more }, 'not useful')).toBe(3)
  })

  it('has all that was found, and what it is about', () => {
    const report = reportOf(madeReport(), findings)
    expect(report).toMatchObject({ ...findings, name: 'an emulator', endpoint: 'http://127.0.0.1:8080/' })
  })

  it('conforms where nothing but assumptions are not kept, or what was seen but once', () => {
    const [first, ...others] = findings.faults
    expect(conforms({ faults: [] })).toBe(true)
    expect(conforms({ faults: [first!] })).toBe(false)
    expect(conforms({ faults: others })).toBe(false)
    expect(conforms({ faults: [{ ...first!, untried: undefined as never, reproduced: false }] })).toBe(true)
    expect(conforms({ faults: [{ ...first!, difference: assumed }] })).toBe(true)
  })

  it('is cut short where something that was asked for was blocked', () => {
    expect(isCutShort({ checks: eachOutcome.map((one) => check(one)) })).toBe(false)
    const blocked = check({ is: 'not reached', why: 'a', blocked: true })
    expect(isCutShort({ checks: [blocked] })).toBe(true)
    expect(isCutShort({ checks: [...eachOutcome.map((one) => check(one)), blocked] })).toBe(true)
  })

  it('counts no rule that is only assumed among the broken ones', () => {
    const [first] = findings.faults
    const faults = [first!, { ...first!, difference: assumed, address: 'elsewhere' }]
    expect(reportOf(madeReport(), { ...findings, faults }).numbers.brokenRules).toBe(1)
  })
})

it('a check that shows nothing has a reason', () => {
  expect(eachOutcome.map((outcome) => reasonOf({ outcome }))).toEqual([
    undefined,
    undefined,
    undefined,
    'what was answered may follow from another fault',
    'it never ends',
    'CreateKey is not implemented'
  ])
})
