/** What can be done in a place of the search, before anybody asks which way is short. Written by hand. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ConnectionState, CustomKeyStore, KmsKey } from '../../src/index.js'
import type { Goal } from '../../src/plan/index.js'
import { triedIn } from '../../src/plan/moves.js'
import { hereUnder, startOf, taskOf, type Node } from '../../src/plan/Node.js'
import { stepName } from '../../src/plan/PlanStep.js'
import { cloudHsmKey, cloudHsmStore, externalKey, externalStore } from '../fixtures.js'

const now = 1_800_000_000

/** The moves in a few words, those that are refused with a question mark. */
const moves = (
  goal: Goal,
  store: CustomKeyStore,
  keys: ReadonlyArray<KmsKey> = [],
  changes: Partial<Node> = {}
): string => {
  const situation = { store, keys, now }
  const task = taskOf(goal, situation)
  const here = hereUnder('exception-text-2022')(task, { ...startOf(task, situation), ...changes }, store)
  return triedIn(here)
    .map((tried) =>
      E.isRight(tried) ? tried.right.steps.map(stepName).join('+') : `${tried.left.operation}?`
    )
    .join(' ')
    .replaceAll('CustomKeyStore', '')
}

const keys = [
  cloudHsmKey({ KeyId: 'one' }),
  cloudHsmKey({ KeyId: 'two', DeletionDate: now + 9.5 * 86_400 }),
  cloudHsmKey({ KeyId: 'three' })
]
const toEmpty = 'ScheduleKeyDeletion+ScheduleKeyDeletion wait'
const renamed: Goal = { updated: ['NewCustomKeyStoreName'] }

/** A goal and a state, and the moves without keys and with them, where those are others. */
const places: ReadonlyArray<readonly [Goal, ConnectionState, string, string?]> = [
  ['CONNECTED', 'CONNECTED', 'Disconnect Connect'],
  ['CONNECTED', 'CONNECTING', 'Disconnect wait Connect'],
  ['CONNECTED', 'FAILED', 'Disconnect fix Connect?'],
  ['CONNECTED', 'DISCONNECTED', 'Disconnect? Connect'],
  ['deleted', 'CONNECTED', 'Disconnect Connect Delete?', `${toEmpty} Disconnect Connect Delete?`],
  ['deleted', 'CONNECTING', 'Disconnect wait Connect Delete?'],
  ['deleted', 'FAILED', 'Disconnect fix Connect? Delete?'],
  ['deleted', 'DISCONNECTED', 'Disconnect? Connect Delete', 'Disconnect? Connect Delete?'],
  [
    'deletedLeavingKeyMaterial',
    'CONNECTED',
    'Disconnect Connect Delete?',
    `${toEmpty} Disconnect Connect Delete?`
  ],
  [
    'deletedLeavingKeyMaterial',
    'DISCONNECTED',
    'Disconnect? Connect Delete',
    `${toEmpty} Disconnect? Connect Delete?`
  ],
  ['keyCreated', 'CONNECTED', 'Disconnect Connect CreateKey'],
  ['keyCreated', 'DISCONNECTED', 'Disconnect? Connect CreateKey?'],
  [renamed, 'CONNECTED', 'Disconnect Update? Connect'],
  [renamed, 'DISCONNECTED', 'Disconnect? Update Connect']
]

describe('in a store in a cluster', () => {
  const rows = places.map(([goal, state, empty, withKeys = empty]) => [goal, state, empty, withKeys] as const)

  it.each(rows)('to be %o, that is %s', (goal, state, empty, withKeys) => {
    expect(moves(goal, cloudHsmStore(state))).toBe(empty)
    expect(moves(goal, cloudHsmStore(state), keys)).toBe(withKeys)
  })
})

it('keys of an external key store may be deleted in whatever state it is', () => {
  expect(moves('deleted', externalStore('DISCONNECTED'), [externalKey()])).toBe(
    'ScheduleKeyDeletion Disconnect? Connect Delete?'
  )
})

it('all keys pending deletion are waited for, and nothing else is scheduled', () => {
  expect(moves('deleted', cloudHsmStore('CONNECTED'), [keys[1]!])).toBe('wait Disconnect Connect Delete?')
})

it('what has been done is not done again', () => {
  expect(moves('keyCreated', cloudHsmStore('CONNECTED'), [], { keyCreated: true })).toBe('Disconnect Connect')
  expect(moves(renamed, cloudHsmStore('DISCONNECTED'), [], { updated: true })).toBe('Disconnect? Connect')
})

it('the update of a remedy comes after its fix, and once', () => {
  const store = cloudHsmStore('FAILED', { ConnectionErrorCode: 'USER_LOCKED_OUT' })
  expect(moves('CONNECTED', store)).toBe('Disconnect fix Connect?')
  expect(moves('CONNECTED', store, [], { remedy: 'update' })).toBe('Disconnect Update? Connect?')
  expect(moves('CONNECTED', store, [], { remedy: 'done' })).toBe('Disconnect Connect?')
})

it('a failure of KMS itself has nothing to put right', () => {
  const store = cloudHsmStore('FAILED', { ConnectionErrorCode: 'INTERNAL_ERROR' })
  expect(moves('CONNECTED', store)).toBe('Disconnect Connect?')
  expect(moves('CONNECTED', store, [], { remedy: 'fix' })).toBe('Disconnect Connect?')
  const situation = { store, keys: [], now }
  expect(startOf(taskOf('CONNECTED', situation), situation).remedy).toBe('done')
})
