import * as E from 'fp-ts/lib/Either.js'
import type { Account } from '../model/Account.js'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { Operation } from '../model/Operation.js'
import { answers } from '../protocol/answers.js'
import { mismatch, type Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import type { Exchange, Reply } from './Exchange.js'
import { answerIsAwsJson, createIsIdempotent, keyStateFollowsTheStore } from './statements.js'
import { createdIn, keyIn, keyStateIn, outputOf } from './told.js'

const beginningOf = (value: unknown): string => JSON.stringify(value).slice(0, 100)

const wrongId = (expected: string | undefined, got: string | undefined): Difference | undefined => {
  if (got === undefined) return undefined
  if (!CustomKeyStoreId.is(got)) {
    return ofStatement(answerIsAwsJson, 'an id of 1 to 64 characters', beginningOf(got))
  }
  return expected === undefined || expected === got
    ? undefined
    : ofStatement(createIsIdempotent, expected, got)
}

const wrongKeyState = (expected: Reply, got: Reply): Difference | undefined => {
  if (keyIn(expected) === undefined || keyIn(got) === undefined) return undefined
  const [state, shown] = [keyStateIn(expected), keyStateIn(got)]
  return state === shown
    ? undefined
    : ofStatement(keyStateFollowsTheStore, `KeyState ${String(state)}`, `KeyState ${String(shown)}`)
}

/** What is wrong with the output of an operation that had to be accepted. */
export const wrongOutput = (
  { operation, request, reply }: Exchange,
  expected: { readonly reply: Reply; readonly after: Account }
): Mismatch | undefined => {
  const output = outputOf(reply)
  if (operation === 'DescribeCustomKeyStores') return mismatch(expected.after, request, output)
  if (Operation.is(operation) && E.isLeft(answers[operation].decode(output))) {
    const described = `the output that the page of ${operation} describes`
    return { difference: ofStatement(answerIsAwsJson, described, beginningOf(output)) }
  }
  const difference =
    wrongId(createdIn(expected.reply), createdIn(reply)) ?? wrongKeyState(expected.reply, reply)
  return difference && { difference }
}
