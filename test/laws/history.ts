/** Histories of an account, generated and carried out: requests as they arrive, the work of KMS, the world around. */
import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { requested } from '../../src/account/requested.js'
import { start as anyStart, step } from '../../src/arbitraries/histories.js'
import type { ReportStep, RequestStep, Step as Happening } from '../../src/arbitraries/index.js'
import * as cks from '../../src/index.js'
import { operationsByName } from '../../src/operations/index.js'
import { soundInfrastructure } from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { decoded } from '../fixtures.js'
import { cryptography } from '../protocol/endpoint.js'

/** Something that can happen. */
export type Command = Happening
export type Report = ReportStep

export type Answer = E.Either<cks.Exception | cks.ValidationException, unknown>

/** One thing that happened, and the account before and after it. */
export interface Step {
  readonly command: Command
  readonly before: cks.Account
  readonly after: cks.Account
  readonly answer: Answer
  readonly given: cks.Circumstances
  /** What stands behind the stores, as data. */
  readonly facts: cks.InfrastructureFacts
}

export type Result = E.Either<cks.Exception | cks.ValidationException, readonly [unknown, cks.Account]>

const answered = (
  edition: cks.EditionName,
  { does, request }: RequestStep,
  given: cks.Circumstances,
  account: cks.Account
): Result => {
  const read = requested(operationsByName[edition][does])(given)(request)(account)
  return E.isLeft(read) ? E.left(cks.violated(read.left)) : read.right.result
}

/** The report as KMS makes it to a store. */
export const reportTo =
  ({ does, attempt, code }: ReportStep) =>
  (store: cks.CustomKeyStore): cks.CustomKeyStore => {
    const number = attempt ?? store.attempt
    return does === 'connectionFailed' ? cks.connectionFailed(number, code)(store) : cks[does](number)(store)
  }

const done = (account: cks.Account): Result => E.right([undefined, account])

/** The answer to a command, and the account after it. */
export const carryOut = (
  edition: cks.EditionName,
  command: Command,
  given: cks.Circumstances,
  account: cks.Account
): Result => {
  switch (command.does) {
    case 'settle':
      return done(cks.settled(given, decoded(cks.CustomKeyStoreId, command.id))(account))
    case 'connectionSucceeded':
    case 'connectionFailed':
    case 'disconnectionCompleted':
      return done(cks.reported(decoded(cks.CustomKeyStoreId, command.id), reportTo(command))(account))
    case 'waitForDeletions':
      return done(cks.withoutExpiredKeys(given.now)(account))
    case 'changeInfrastructure':
      return done(account)
    default:
      return answered(edition, command, given, account)
  }
}

/** The same, unable to be changed. */
const frozen = <A>(value: A): A => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const firstMoment = 1_700_000_000
const secondsPerStep = 86_400

const countOfGrants = ({ keys }: cks.Account): number =>
  keys.reduce((count, { Grants = [] }) => count + Grants.length, 0)

/** A command carried out, whether it is accepted or refused. */
export const stepOf = (
  edition: cks.EditionName,
  command: Command,
  given: cks.Circumstances,
  facts: cks.InfrastructureFacts,
  account: cks.Account
): Step => {
  const result = carryOut(edition, command, given, account)
  return {
    command,
    before: account,
    after: E.isRight(result) ? result.right[1] : account,
    given,
    facts,
    answer: pipe(
      result,
      E.map(([answer]) => answer)
    )
  }
}

/** Carries out the commands one after the other, a day apart. New stores and keys are numbered on. */
export const history = (
  edition: cks.EditionName,
  start: cks.Account,
  commands: ReadonlyArray<Command>
): ReadonlyArray<Step> => {
  const steps: Array<Step> = []
  let [account, facts, made, grants] = [start, soundInfrastructure, 0, 0]
  for (const [i, command] of commands.entries()) {
    if (command.does === 'changeInfrastructure') facts = command.facts
    const given: cks.Circumstances = {
      infrastructure: cks.infrastructureOf(facts),
      failure: command.failure,
      now: firstMoment + i * secondsPerStep,
      newCustomKeyStoreId: decoded(cks.CustomKeyStoreId, `cks-${String(3 + made)}`),
      newKeyId: decoded(cks.KeyId, `key-${String(6 + made)}`),
      storeQuota: 4,
      keyQuota: 5,
      aliasQuota: 1,
      grantQuota: 2,
      newGrantId: decoded(cks.GrantId, `grant-${String(2 + grants)}`),
      cryptography
    }
    const step = stepOf(edition, command, given, facts, frozen(account))
    const { after } = step
    steps.push(step)
    if (after.stores.length > account.stores.length || after.keys.length > account.keys.length) made += 1
    grants += countOfGrants(after) > countOfGrants(account) ? 1 : 0
    account = after
  }
  return steps
}

/** Anything that can happen. */
export const command: Arbitrary<Command> = step({ request: (name) => rawRequest[name] })

/** What happens to an account. */
export const commands: Arbitrary<ReadonlyArray<Command>> = fc.array(command, { maxLength: 60, size: 'max' })

export const start: Arbitrary<cks.Account> = anyStart()
