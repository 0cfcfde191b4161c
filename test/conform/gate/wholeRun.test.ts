/** Endpoints that break one rule are told that rule, and nothing else, whatever else they are asked. */
import { describe, expect, it } from 'vitest'
import { variants, type Variant } from '../variants.js'
import { ownEndpoint, reportOn } from '../world.js'

describe('a whole run', () => {
  it.each(variants.filter(({ needsHistories }) => needsHistories !== true))(
    'says of an endpoint nothing but that $says',
    async ({ make, broken, also = [], type, connectionDelay = 0 }: Variant) => {
      const report = await reportOn(make(ownEndpoint({ connectionDelay })), {
        types: [type ?? 'AWS_CLOUDHSM'],
        patience: connectionDelay === 0 ? 30 : 400
      })
      const found = report.faults.map(({ operation, difference: { rule } }) => `${operation} ${rule}`)
      expect(found).toContain(broken.join(' '))
      const rules = new Set(report.faults.map(({ difference: { rule } }) => rule))
      expect([...rules].filter((rule) => rule !== broken[1] && !also.includes(rule))).toEqual([])
    }
  )
})
