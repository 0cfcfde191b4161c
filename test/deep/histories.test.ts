/** Random histories through the library and through the second implementation, which have to agree at each step. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { command, history, start } from '../laws/history.js'
import { compared, differenceAt } from './beside.js'
import { runs, seed, share } from './depth.js'
import { operationNames } from './second/index.js'

/** How often each operation was compared, and how often each way of answering. */
const counts = new Map<string, number>()
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

/** What happens is longer in a hundredth of the histories. */
const commands = fc.oneof(
  { weight: 99, arbitrary: fc.array(command, { maxLength: 12, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(command, { maxLength: 120, size: 'max' }) }
)

describe(`random histories, seed ${String(seed)}`, () => {
  it.each(cks.editionNames)('are what the documents allow under %s', (edition) => {
    fc.assert(
      fc.property(start, commands, (from, happening) => {
        for (const step of history(edition, from, happening)) {
          const result = compared(edition, step)
          if (typeof result !== 'string') throw new Error(differenceAt(edition, step, result))
          if (result === 'agrees')
            count(`${step.command.does} ${E.isRight(step.answer) ? 'accepted' : 'refused'}`)
        }
      }),
      runs(60, 200_000, cks.editionNames.indexOf(edition))
    )
  })

  it.runIf(share > 0)(
    'compare every operation that the second implementation has, accepted and refused',
    () => {
      const ways = operationNames.flatMap((name) => [`${name} accepted`, `${name} refused`])
      const rare = ways.filter((way) => (counts.get(way) ?? 0) < share * 1000)
      console.log(Object.fromEntries([...counts].sort()))
      expect(rare).toEqual([])
    }
  )
})
