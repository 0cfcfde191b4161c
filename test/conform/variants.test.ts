/** Endpoints that break one rule are found out, and the rule is named. */
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/cli/junit.js'
import { conforms } from '../../src/conform/ConformReport.js'
import { variants } from './variants.js'
import { ownEndpoint, reportOn } from './world.js'

describe('a report', () => {
  it.each(variants)('finds that $says', async (variant) => {
    const { make, broken, seenIn, type = 'AWS_CLOUDHSM', connectionDelay = 0, needsHistories } = variant
    const report = await reportOn(make(ownEndpoint({ connectionDelay })), {
      types: [type],
      only: needsHistories ? 'random histories' : seenIn,
      patience: connectionDelay === 0 ? 30 : 2_000,
      runs: needsHistories ? 40 : 0,
      seed: 1
    })
    expect(report.faults).toMatchObject([{ operation: broken[0], difference: { rule: broken[1] } }])
    expect(report.faults[0]?.seenIn[0]).toBe(seenIn)
    // A busy machine may be too late for a state that passes.
    if (connectionDelay === 0) expect(report.faults[0]?.reproduced).toBe(true)
    expect(report.numbers.brokenRules).toBe(1)
    expect(conforms(report)).toBe(false)
    expect(junit(report).match(/<failure type="(\w+)"/g)).toEqual([`<failure type="${broken[1]}"`])
    const [{ history } = { history: [] }] = report.faults
    expect(history.length).toBeGreaterThan(0)
    expect(history.length).toBeLessThan(12)
  })
})
