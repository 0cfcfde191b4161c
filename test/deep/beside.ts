/** The library beside the second implementation: what one does with an account, and whether the documents allow it. */
import * as E from 'fp-ts/lib/Either.js'
import { isDeepStrictEqual } from 'node:util'
import type { ReportStep } from '../../src/arbitraries/index.js'
import type * as cks from '../../src/index.js'
import type { Answer, Step } from '../laws/history.js'
import * as second from './second/index.js'

const asSecondKey = (key: cks.KmsKey): second.Key => ({
  KeyId: key.KeyId,
  CustomKeyStoreId: key.CustomKeyStoreId,
  CreationDate: key.CreationDate,
  Enabled: key.enabled && key.DeletionDate === undefined,
  ...(key.DeletionDate !== undefined && { DeletionDate: key.DeletionDate }),
  ...(key.Origin === 'EXTERNAL_KEY_STORE' && { XksKeyId: key.XksKeyConfiguration.Id })
})

/** The account as the second implementation has it: a store is the same data to both. */
export const asSecond = ({ stores, keys }: cks.Account): second.State => ({
  stores: stores as ReadonlyArray<object> as ReadonlyArray<second.Store>,
  keys: keys.map(asSecondKey)
})

/** Whether the value has every member that is expected, and each as it is expected. */
const has = (value: unknown, expected: unknown): boolean =>
  typeof expected === 'object' && expected !== null && !Array.isArray(expected)
    ? Object.entries(expected).every(([name, of]) => has((value as Record<string, unknown>)[name], of))
    : isDeepStrictEqual(value, expected)

/** What the documents do not allow of an answer, or undefined. */
const disallowed = (allowed: second.Answer, answer: Answer, after: second.State): object | undefined => {
  const { refusals, mayRefuse, because } = allowed
  if (E.isLeft(answer)) {
    const { name } = answer.left
    return refusals.has(name) || mayRefuse.has(name) ? undefined : { refusedWith: name, because }
  }
  if (refusals.size > 0) return { acceptedDespite: because }
  if (!isDeepStrictEqual(after, allowed.after)) return { after, expected: allowed.after }
  return has(answer.right, allowed.output ?? {})
    ? undefined
    : { output: answer.right, expected: allowed.output }
}

interface Difference {
  readonly differs: object
}

export type Told = 'agrees' | 'is not covered' | Difference

const told = (difference: object | undefined): Told =>
  difference === undefined ? 'agrees' : { differs: difference }

const oneOf = (states: ReadonlyArray<second.State>, after: second.State): Told =>
  told(states.some((state) => isDeepStrictEqual(state, after)) ? undefined : { after, expected: states })

const ofReport = ({ does, id, attempt, code }: ReportStep, before: second.State): second.State => {
  const current = before.stores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id)?.attempt ?? 0
  const outcome =
    does === 'connectionFailed' ? { outcome: does, ConnectionErrorCode: code } : { outcome: does }
  return second.report(id, attempt ?? current, outcome)(before)
}

/** What is given to the second implementation where this is given to the library. */
export const givenToSecond = (
  edition: cks.EditionName,
  facts: cks.InfrastructureFacts,
  { failure, now, newCustomKeyStoreId, newKeyId, storeQuota, keyQuota }: cks.Circumstances,
  { AccountId, Region }: cks.Account
): second.Given => ({
  edition,
  world: facts as object as second.World,
  ...(failure !== undefined && { failure }),
  now,
  account: AccountId,
  region: Region,
  newCustomKeyStoreId,
  newKeyId,
  ...(storeQuota !== undefined && { storeQuota }),
  ...(keyQuota !== undefined && { keyQuota })
})

/** Whether what a step did is what the documents say of it. */
export const compared = (
  edition: cks.EditionName,
  { command, before, after, given, facts, answer }: Step
): Told => {
  const [was, is] = [asSecond(before), asSecond(after)]
  const of = givenToSecond(edition, facts, given, before)
  switch (command.does) {
    case 'settle':
      return oneOf(second.settle(of, command.id)(was), is)
    case 'connectionSucceeded':
    case 'connectionFailed':
    case 'disconnectionCompleted':
      return oneOf([ofReport(command, was)], is)
    case 'waitForDeletions':
      return oneOf([second.endWaitingPeriods(given.now)(was)], is)
    case 'changeInfrastructure':
      return 'is not covered'
    default: {
      const allowed = second.answer(of)(command.does, command.request)(was)
      return allowed === undefined ? 'is not covered' : told(disallowed(allowed, answer, is))
    }
  }
}

/** A step that the documents do not allow, as text. */
export const differenceAt = (edition: cks.EditionName, step: Step, { differs }: Difference): string => {
  const { command, given, before, facts } = step
  const all = { edition, command, failure: given.failure, now: given.now, differs, before, facts }
  return JSON.stringify(all, (_, value: unknown) => (value instanceof Set ? [...value] : value), 1)
}
