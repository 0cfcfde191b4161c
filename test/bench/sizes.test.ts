import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { budgets, sizeOf } from './sizes.js'

describe('a bundle, minified and compressed', () => {
  it.each(Object.entries(budgets))('of %s is within its budget', async (_, { text, limit }) => {
    expect((await sizeOf(text)).bytes).toBeLessThanOrEqual(limit)
  })

  it('has the limits that the README tells', () => {
    const { connect, stateAfter, everything } = budgets
    expect(readFileSync('README.md', 'utf8')).toContain(
      `at most ${connect.limit / 1000} kB for \`connect\`, ${stateAfter.limit / 1000} for \`stateAfter\`, ${everything.limit / 1000} for everything`
    )
  })
})
