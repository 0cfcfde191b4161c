import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { budgets, sizeOf } from './sizes.js'

/** A little more than all that an entry for a browser takes, so that one does not grow unseen. */
const entries = {
  documents: 78_000,
  judge: 65_000,
  plan: 60_000,
  protocol: 56_000,
  replay: 61_000,
  vectors: 79_000
}

/** The same of the files of the command line, which are minified and not compressed. */
const programs = { 'main.cjs': 52_000, 'commands.cjs': 1_200_000 }

const guards = Object.keys(cks).filter((name) => /^is[A-Z]/.test(name))
const guardAlone = (guard: string): string => `export { ${guard} } from './src/index.js'`

/** The two guards that the README names, and the kilobytes that it tells of them. */
const toldOfGuards = (
  /a guard such as `(\w+)` or `(\w+)` takes ([\d.]+) kB/.exec(readFileSync('README.md', 'utf8')) ?? []
).slice(1)

describe('a bundle, minified and compressed', () => {
  it.each(Object.entries(budgets))('of %s is within its budget', async (_, { text, limit }) => {
    expect((await sizeOf(text)).bytes).toBeLessThanOrEqual(limit)
  })

  it.each(Object.entries(entries))('of %s is no larger than it was', async (name, limit) => {
    expect((await sizeOf(`export * from './src/${name}/index.js'`)).bytes).toBeLessThanOrEqual(limit)
  })

  it('has the limits that the README tells', () => {
    const { connect, stateAfter, everything } = budgets
    expect(readFileSync('README.md', 'utf8')).toContain(
      `at most ${connect.limit / 1000} kB for \`connect\`, ${stateAfter.limit / 1000} for \`stateAfter\`, ${everything.limit / 1000} for everything`
    )
  })

  it('of a guard takes what the README tells', async () => {
    const sizes = await Promise.all(
      ['isConnected', 'isSettled'].map(async (guard) => (await sizeOf(guardAlone(guard))).bytes)
    )
    const told = Math.ceil(Math.max(...sizes) / 100) / 10
    expect(toldOfGuards).toEqual(['isConnected', 'isSettled', String(told)])
  })

  it.each(guards)('of the guard %s takes no more than the README tells', async (guard) => {
    expect((await sizeOf(guardAlone(guard))).bytes).toBeLessThanOrEqual(Number(toldOfGuards.at(-1)) * 1000)
  })
})

it.each(Object.entries(programs))('dist/cli/%s is no larger than it was', (file, limit) => {
  expect(statSync(`dist/cli/${file}`).size).toBeLessThanOrEqual(limit)
})
