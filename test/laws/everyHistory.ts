/** Laws of every history and of every step of one, and words for what a step did. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import type * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { commands, history, start, type Command, type Step } from './history.js'

type History = ReadonlyArray<Step>

export const runs = { numRuns: 100 }

/** For a law about what seldom happens. */
export const moreRuns = { numRuns: 300 }

/** Many cases take long on a busy machine. */
export const patiently = { timeout: 60_000 }

export const ofEveryHistory = (
  title: string,
  law: (steps: History, edition: cks.EditionName) => void,
  { numRuns } = runs
) =>
  test(title, patiently, () => {
    fc.assert(
      fc.property(any.editionName, start, commands, (edition, account, what) => {
        law(history(edition, account, what), edition)
      }),
      { numRuns }
    )
  })

export const ofEveryStep = (
  title: string,
  law: (step: Step, edition: cks.EditionName) => void,
  { numRuns } = runs
) =>
  ofEveryHistory(
    title,
    (steps, edition) => {
      for (const step of steps) law(step, edition)
    },
    { numRuns }
  )

/** Each store that is there before and after, as it was and as it is. */
export const keptStores = ({ before, after }: Step) =>
  before.stores.flatMap((was) => {
    const is = after.stores.find((store) => store.CustomKeyStoreId === was.CustomKeyStoreId)
    return is === undefined ? [] : [{ was, is }]
  })

export const newStores = ({ before, after }: Step) =>
  after.stores.filter((is) => before.stores.every((was) => was.CustomKeyStoreId !== is.CustomKeyStoreId))

export const storeNamed = (account: cks.Account, id: unknown) =>
  account.stores.find((store) => store.CustomKeyStoreId === id)

export const isAccepted = ({ answer }: Step) => E.isRight(answer)

/** The id of the store that a command is about. */
export const idIn = (command: Command): unknown =>
  'request' in command
    ? (command.request as Record<string, unknown>)['CustomKeyStoreId']
    : 'id' in command && command.id
