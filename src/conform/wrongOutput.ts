import * as E from 'fp-ts/lib/Either.js'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { createIsIdempotent } from '../rules/effects.js'
import { keyStateFollowsTheStore } from '../rules/keyEffects.js'
import { mismatch, type Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import { beginningOf, type EndpointReply, type Exchange } from './Exchange.js'
import type { Modelled } from './modelled.js'
import { answerIsAwsJson } from './statements.js'
import { createdIn, keyIdIn, keyStateIn, outputOf } from './replyMembers.js'

const wrongId = (expected: string | undefined, got: string | undefined): Difference | undefined => {
  if (got === undefined) return undefined
  if (!CustomKeyStoreId.is(got)) {
    return ofStatement(answerIsAwsJson, 'an id of 1 to 64 characters', beginningOf(got), 'no id')
  }
  return expected === undefined || expected === got
    ? undefined
    : ofStatement(createIsIdempotent, expected, got, 'another id')
}

const wrongKeyState = (expected: EndpointReply, got: EndpointReply): Difference | undefined => {
  if (keyIdIn(expected) === undefined || keyIdIn(got) === undefined) return undefined
  const [state, shown] = [keyStateIn(expected), keyStateIn(got)]
  return state === shown
    ? undefined
    : ofStatement(keyStateFollowsTheStore, `KeyState ${String(state)}`, `KeyState ${String(shown)}`)
}

/** The difference in the output of an operation that had to be accepted. */
export const wrongOutput = (
  { operation, request, reply }: Exchange,
  model: Modelled
): Mismatch | undefined => {
  const output = outputOf(reply)
  const { response, shows }: AnyOperation = operations[operation]
  if (shows === 'stores') return mismatch(model.after, request, output)
  if (E.isLeft(response.decode(output))) {
    const described = `the output that the page of ${operation} describes`
    return { difference: ofStatement(answerIsAwsJson, described, beginningOf(output), 'another output') }
  }
  const difference = wrongId(createdIn(model), createdIn(reply)) ?? wrongKeyState(model, reply)
  return difference && { difference }
}
