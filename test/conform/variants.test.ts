/** Endpoints that break one rule are found out, and the rule is named. */
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/spec/conform/junit.js'
import { conforms } from '../../src/spec/conform/Report.js'
import { variants } from './variants.js'
import { ownEndpoint, reportOn } from './world.js'

describe('a report', () => {
  it.each(variants)('finds that $says', async (variant) => {
    const { make, broken, also = [], connectionDelay = 0, needsHistories } = variant
    const { type = 'AWS_CLOUDHSM', only = broken[0] } = variant
    const report = await reportOn(make(ownEndpoint({ connectionDelay })), {
      types: [type],
      only,
      patience: connectionDelay === 0 ? 30 : 2_000,
      runs: needsHistories ? 40 : 0,
      seed: 1
    })
    const found = report.faults.map(({ operation, difference }) => [operation, difference.rule])
    expect(found).toContainEqual(broken)
    expect(new Set(found.map(([, rule]) => rule))).toEqual(new Set([broken[1], ...also]))
    expect(conforms(report)).toBe(false)
    const [seen] = report.faults.map(({ seenIn }) => seenIn)
    expect(seen === 'random histories').toBe(needsHistories === true)
    const names = junit(report).match(/<failure type="(\w+)"/g) ?? []
    expect(new Set(names)).toEqual(new Set([broken[1], ...also].map((rule) => `<failure type="${rule}"`)))
    for (const { history } of report.faults) {
      expect(history.length).toBeGreaterThan(0)
      expect(history.length).toBeLessThan(12)
    }
  })
})
