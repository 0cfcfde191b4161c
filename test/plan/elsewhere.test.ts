import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { defaultEdition, editionsInWords, elsewhere } from '../../src/editions/editions.js'
import { exampleStore } from '../../src/possible/examples.js'
import { keyIn } from '../../src/possible/exampleKeys.js'
import {
  elsewhereLines,
  keysUnusable,
  plan,
  planLines,
  plansElsewhere,
  type Goal
} from '../../src/plan/index.js'
import type { ConnectionState } from '../../src/model/ConnectionState.js'

const now = 1_700_000_100
const external = (state: ConnectionState, keys = 0) => ({
  store: exampleStore('PUBLIC_ENDPOINT', state),
  keys: Array.from({ length: keys }, (_, i) => ({
    ...keyIn.Enabled('PUBLIC_ENDPOINT'),
    KeyId: `key-${String(i)}` as never
  })),
  now
})
const renamed: Goal = { updated: ['NewCustomKeyStoreName'], and: 'CONNECTED' }

const made = (goal: Goal, situation: ReturnType<typeof external>) => {
  const one = plan(goal)(situation)
  if (E.isLeft(one)) throw new Error('no plan')
  return one.right
}

describe('a plan under other editions', () => {
  it('is told where it has other steps, with those that AWS publishes now', () => {
    expect(elsewhereLines(plansElsewhere(renamed)(external('CONNECTED'))(defaultEdition))).toEqual([
      'Under operation-page-2022, exception-text-2026 (published now), operation-page-2026 (published now) and developer-guide (published now): 1 step: UpdateCustomKeyStore.'
    ])
  })

  it('is not told where all editions make the same one', () => {
    expect(plansElsewhere('CONNECTED')(external('DISCONNECTED'))(defaultEdition)).toEqual([])
  })

  it('is told where there is none, and where nothing is left to do', () => {
    const others = [
      {
        editions: ['developer-guide'] as const,
        is: E.right({ ...made('CONNECTED', external('CONNECTED')) })
      },
      {
        editions: ['exception-text-2022'] as const,
        is: E.left({ ...made('CONNECTED', external('CONNECTED')), obstacles: [] })
      }
    ]
    expect(elsewhereLines(others)).toEqual([
      'Under developer-guide (published now): nothing is left to do.',
      'Under exception-text-2022: no steps lead there.'
    ])
  })

  it('is told by its steps', () => {
    const is = E.right(made('CONNECTED', external('DISCONNECTED')))
    expect(elsewhereLines([{ editions: ['developer-guide'], is }])).toEqual([
      'Under developer-guide (published now): 2 steps: ConnectCustomKeyStore, wait.'
    ])
  })
})

describe('keys that a plan makes unusable', () => {
  it('are counted, from the disconnection until the store is connected again', () => {
    const plan = made(renamed, external('CONNECTED', 3))
    expect(keysUnusable(plan)).toEqual({ keys: 3, from: 0, until: 4 })
    expect(planLines(plan)).toContain('   Caution: 3 keys cannot be used from here until the end of step 5.')
  })

  it('are unusable for good where the store is not connected again', () => {
    const plan = made('DISCONNECTED', external('CONNECTED', 1))
    expect(keysUnusable(plan)).toEqual({ keys: 1, from: 0 })
    expect(planLines(plan)).toContain('   Caution: 1 key cannot be used from here on.')
  })

  it('are none where there are none, or none that can be used', () => {
    expect(keysUnusable(made(renamed, external('CONNECTED')))).toBeUndefined()
    expect(keysUnusable(made(renamed, external('FAILED', 2)))).toBeUndefined()
    expect(keysUnusable(made('CONNECTED', external('CONNECTED', 2)))).toBeUndefined()
  })
})

describe('what other editions make of a case', () => {
  it('is grouped by what they make of it, and leaves out those that agree', () => {
    const lengths = elsewhere(
      (name) => name.length,
      (length) => String(length)
    )
    expect(lengths('exception-text-2022')).toEqual([{ editions: ['developer-guide'], is: 15 }])
    expect(lengths('developer-guide')).toEqual([
      {
        editions: [
          'exception-text-2022',
          'operation-page-2022',
          'exception-text-2026',
          'operation-page-2026'
        ],
        is: 19
      }
    ])
  })

  it('is named in words', () => {
    expect(editionsInWords(['developer-guide'])).toBe('developer-guide (published now)')
    expect(editionsInWords(['exception-text-2022', 'operation-page-2022'])).toBe(
      'exception-text-2022 and operation-page-2022'
    )
  })
})
