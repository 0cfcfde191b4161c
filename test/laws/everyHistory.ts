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
export const moreRuns = { numRuns: 150 }

export const ofEveryHistory = (
  title: string,
  law: (steps: History, edition: cks.EditionName) => void,
  { numRuns } = runs
) =>
  test(title, () => {
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

/** A member of the request of a command, if it is a request and has it. */
export const memberOf = (command: Command, member: string): unknown =>
  'request' in command ? (command.request as Readonly<Record<string, unknown>>)[member] : undefined

/** The id of the store that a command is about. */
export const idIn = (command: Command): unknown =>
  'id' in command ? command.id : memberOf(command, 'CustomKeyStoreId')

/** The key that a request names by its id or ARN. */
export const keyIn = (account: cks.Account, command: Command): cks.KmsKey | undefined => {
  const name = memberOf(command, 'KeyId')
  return account.keys.find(({ KeyId, Arn }) => name === KeyId || name === Arn)
}

/** From state to state, and the commands that alone lead there. */
export const arrows: Readonly<Record<string, ReadonlyArray<string>>> = {
  'DISCONNECTED → CONNECTING': ['ConnectCustomKeyStore'],
  'CONNECTING → CONNECTED': ['settle', 'connectionSucceeded'],
  'CONNECTING → FAILED': ['settle', 'connectionFailed'],
  'CONNECTING → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'CONNECTED → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'FAILED → DISCONNECTING': ['DisconnectCustomKeyStore'],
  'DISCONNECTING → DISCONNECTED': ['settle', 'disconnectionCompleted']
}
