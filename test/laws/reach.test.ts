/** That the laws are about something: the histories reach whatever can happen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as any from '../arbitraries.js'
import { answeredBy500, listed, neverAnswered } from '../documentation/listedExceptions.js'
import { casesTold } from '../documents/casesTold.js'
import { everyState, verdict } from '../fixtures.js'
import { refusedInStores } from '../refusedInStores.js'
import { arrows, keptStores } from './everyHistory.js'
import { commands, history, start } from './history.js'

/** What no history leads to: the model looks at no grant token, and some operations are refused to every key. */
const isNeverReached = (does: string, name: string): boolean =>
  (name === 'InvalidGrantTokenException' && does !== 'RetireGrant') ||
  (name === 'accepted' && Object.hasOwn(refusedInStores, does)) ||
  neverAnswered[does]?.includes(name) === true

describe('these laws', () => {
  test('the histories reach every state, arrow, code and exception, and every operation accepted', () => {
    const reached = new Set<string>()
    const world = fc.tuple(any.editionName, start, commands)
    for (const [edition, account, what] of fc.sample(world, { seed: 1, numRuns: 8000 })) {
      for (const step of history(edition, account, what)) {
        reached.add(verdict(step.answer)).add(`${step.command.does} ${verdict(step.answer)}`)
        for (const { was, is } of keptStores(step)) {
          reached.add(is.ConnectionState).add(`${was.ConnectionState} → ${is.ConnectionState}`)
          if (is.ConnectionState === 'FAILED' && was.ConnectionState === 'CONNECTING') {
            reached.add(is.ConnectionErrorCode)
          }
        }
      }
    }
    const answers = Object.entries(listed).flatMap(([does, names]) =>
      ['accepted', ...names]
        .filter((name) => !answeredBy500.includes(name) && !isNeverReached(does, name))
        .map((name) => `${does} ${name}`)
    )
    const codes = [...any.cloudHsmCodes, ...any.externalCodes]
    const all = [...everyState, ...Object.keys(arrows), ...codes, ...answers, ...answeredBy500]
    expect(all.filter((wanted) => !reached.has(wanted))).toStrictEqual([])
    expect(new Set(all).size).toBe(casesTold('test/laws/reach.test.ts'))
  })
})
