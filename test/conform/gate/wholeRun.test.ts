/** Endpoints that break one rule are told that rule, and nothing else, whatever else they are asked. */
import { describe, expect, it } from 'vitest'
import { variants, type Variant } from '../variants.js'
import { breaking, reportOn } from '../world.js'

const rulesTold = async (variant: Variant) => {
  const { kms, patience } = breaking(variant)
  const report = await reportOn(kms, { types: [variant.type ?? 'AWS_CLOUDHSM'], patience, runs: 50 })
  return report.faults.map(({ operation, difference: { rule }, seenIn }) => ({
    told: [operation, rule],
    isSeenByACheck: seenIn.some((name) => name !== 'random histories')
  }))
}

describe.each(variants.filter(({ needsHistories }) => needsHistories !== true))(
  'an endpoint of which $says',
  (variant: Variant) => {
    const { broken, also = [] } = variant

    it('is told that and nothing else, by every check and fifty random histories', async () => {
      const told = await rulesTold(variant)
      expect(told).toContainEqual({ told: broken, isSeenByACheck: true })
      const rules = told.map(({ told: [, rule = ''] }) => rule)
      expect(rules.filter((rule) => rule !== broken[1] && !also.includes(rule))).toEqual([])
    })
  }
)
