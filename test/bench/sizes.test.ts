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

  it('of a guard takes what the README tells', async () => {
    const readme = readFileSync('README.md', 'utf8')
    const guards = ['isConnected', 'isSettled']
    const sizes = await Promise.all(
      guards.map(async (guard) => (await sizeOf(`export { ${guard} } from './src/index.js'`)).bytes)
    )
    const told = Math.ceil(Math.max(...sizes) / 100) / 10
    const names = guards.map((guard) => `\`${guard}\``).join(' or ')
    expect(readme).toContain(`a guard such as ${names} takes ${told} kB`)
  })
})
