import * as E from 'fp-ts/lib/Either.js'
import type { Account } from '../../account/Account.js'
import { CustomKeyStoreId } from '../../model/identifiers.js'
import { Operation } from '../../model/Operation.js'
import { answers } from '../../protocol/answers.js'
import { mismatch, type Mismatch } from './described.js'
import { ofStatement } from './Difference.js'
import type { Exchange } from './Exchange.js'
import { Created, WithKey } from './modelled.js'
import { answerIsAwsJson, createIsIdempotent, keyStateFollowsTheStore } from './statements.js'

/** What is wrong with the output of an operation that had to be accepted. */
export const wrongOutput = (
  { operation, request }: Exchange,
  output: unknown,
  expected: { readonly output: unknown; readonly after: Account }
): Mismatch | undefined => {
  if (operation === 'DescribeCustomKeyStores') return mismatch(expected.after, request, output)
  if (Operation.is(operation) && E.isLeft(answers[operation].decode(output))) {
    const got = JSON.stringify(output).slice(0, 100)
    return {
      difference: ofStatement(answerIsAwsJson, `the output that the page of ${operation} describes`, got)
    }
  }
  if (Created.is(output) && !CustomKeyStoreId.is(output.CustomKeyStoreId)) {
    const got = JSON.stringify(output.CustomKeyStoreId).slice(0, 100)
    return { difference: ofStatement(answerIsAwsJson, 'an id of 1 to 64 characters', got) }
  }
  if (Created.is(expected.output) && Created.is(output)) {
    const { CustomKeyStoreId: id } = expected.output
    return id === output.CustomKeyStoreId
      ? undefined
      : { difference: ofStatement(createIsIdempotent, id, output.CustomKeyStoreId) }
  }
  if (WithKey.is(expected.output) && WithKey.is(output)) {
    const [state, shown] = [expected.output.KeyMetadata.KeyState, output.KeyMetadata.KeyState]
    return state === shown
      ? undefined
      : {
          difference: ofStatement(
            keyStateFollowsTheStore,
            `KeyState ${String(state)}`,
            `KeyState ${String(shown)}`
          )
        }
  }
  return undefined
}
