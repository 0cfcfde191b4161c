/** Endpoints that break one rule are found out, and the rule is named. */
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/cli/junit.js'
import { conforms } from '../../src/conform/ConformReport.js'
import { variants } from './variants.js'
import { breaking, reportOn } from './world.js'

describe('a report', () => {
  it.each(variants)('finds that $says', async (variant) => {
    const { broken, seenIn, type = 'AWS_CLOUDHSM', needsHistories } = variant
    const { kms, patience } = breaking(variant)
    const report = await reportOn(kms, {
      types: [type],
      only: needsHistories ? 'random histories' : seenIn,
      patience,
      runs: needsHistories ? 40 : 0,
      seed: 1
    })
    expect(report.faults).toMatchObject([{ operation: broken[0], difference: { rule: broken[1] } }])
    expect(report.faults[0]?.seenIn[0]).toBe(seenIn)
    expect(report.faults[0]?.reproduced).toBe(true)
    expect(report.numbers.brokenRules).toBe(1)
    expect(conforms(report)).toBe(false)
    expect(junit(report).match(/<failure type="(\w+)"/g)).toEqual([`<failure type="${broken[1]}"`])
    const [{ history } = { history: [] }] = report.faults
    expect(history.length).toBeGreaterThan(0)
    expect(history.length).toBeLessThan(12)
  })
})
