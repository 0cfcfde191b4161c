/** Endpoints that break one rule are told that rule, and nothing else, whatever else they are asked. */
import { describe, expect, it } from 'vitest'
import { variants, type Variant } from '../variants.js'
import { breaking, reportOn } from '../world.js'

const rulesTold = async (variant: Variant, runs: number) => {
  const { kms, patience } = breaking(variant)
  const report = await reportOn(kms, {
    types: [variant.type ?? 'AWS_CLOUDHSM'],
    patience,
    runs
  })
  return new Set(report.faults.map(({ operation, difference: { rule } }) => `${operation} ${rule}`))
}

const ruleOf = (told: string): string => told.split(' ')[1] ?? ''

describe.each(variants.filter(({ needsHistories }) => needsHistories !== true))(
  'an endpoint of which $says',
  (variant: Variant) => {
    const { broken, also = [] } = variant

    it('is told that and nothing else, and the same after a hundred random histories', async () => {
      const told = await rulesTold(variant, 0)
      expect(told).toContain(broken.join(' '))
      expect([...told].map(ruleOf).filter((rule) => rule !== broken[1] && !also.includes(rule))).toEqual([])
      expect(await rulesTold(variant, 100)).toEqual(told)
    })
  }
)
