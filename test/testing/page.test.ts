/** docs/testing.md says what is so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deleteAtOnce } from '../../docs/examples/vitest/deletion.js'
import { assumptions } from '../../src/assumptions.js'
import { defaultBounds } from '../../src/testing/Bounds.js'
import { choiceKinds, standingOfChoice, type ChoiceKind } from '../../src/testing/Choice.js'
import { everyWorld } from '../../src/testing/drive/everyWorld.js'
import { findings } from '../../src/testing/findings/index.js'
import { storyOf } from '../../src/testing/story.js'
import { ofClient, storeThatIs } from './programs.js'

const page = readFileSync('docs/testing.md', 'utf8')

/** The cells of each row of the table under a heading. */
const rowsUnder = (heading: string): ReadonlyArray<ReadonlyArray<string>> =>
  page
    .split(`## ${heading}\n`)[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

describe('docs/testing.md', () => {
  it('tells the story that is told', async () => {
    const { faults } = await everyWorld(ofClient(deleteAtOnce), storeThatIs('CONNECTED'))
    expect(faults.map(storyOf)).toEqual([expect.any(String)])
    expect(page).toContain(storyOf(faults[0]!))
  })

  it('has each finding', () => {
    expect(rowsUnder('What is found').map(([, name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(findings).map((name) => `\`${name}\``))
    )
    expect(rowsUnder('What is found')).toHaveLength(Object.keys(findings).length)
  })

  it('has each kind of choice, and how sure it is', () => {
    const rows = rowsUnder('What happens')
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(choiceKinds).map((name) => `\`${name}\``))
    for (const [, name = '', , standing] of rows) {
      const kind = name.slice(1, -1) as ChoiceKind
      const { assumes, standing: known } = standingOfChoice({ kind, name: '' })
      expect(standing).toBe([known, ...assumes.map((one) => `: [${one}](assumptions.md)`)].join(''))
    }
  })

  it('says how often each may come', () => {
    expect(page).toContain('Each kind may come once in a world, and two of all kinds `together`')
    const { together, ...kinds } = defaultBounds
    expect([together, new Set(Object.values(kinds))]).toEqual([2, new Set([1])])
  })

  it('what is assumed is an assumption', () => expect(assumptions.A119.leavesOpen).toBe('outcome'))
})
