import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { createIsIdempotent } from '../rules/effects.js'
import { keyStateFollowsTheStore } from '../rules/keyEffects.js'
import { mismatch, type Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import { beginningOf, type EndpointReply, type Exchange } from './Exchange.js'
import type { Modelled } from './modelled.js'
import { answerIsAwsJson, keyShowsItsState, keyShowsItsStore } from './statements.js'
import { createdIn, keyIdIn, keyStateIn, metadataIn, outputOf } from './replyMembers.js'

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
  if (keyIdIn(expected) === undefined) return undefined
  const [state, shown] = [keyStateIn(expected), keyStateIn(got)]
  return state === shown || shown === undefined
    ? undefined
    : ofStatement(keyStateFollowsTheStore, `KeyState ${String(state)}`, `KeyState ${shown}`)
}

/** The members of the metadata that tell where the key material is. */
const placing = ['CustomKeyStoreId', 'Origin', 'CloudHsmClusterId', 'XksKeyConfiguration'] as const

/** An object shows the member Id of an external key, and whatever else. */
const shownValue = (value: unknown): unknown => (t.UnknownRecord.is(value) ? value['Id'] : value)

/** What the metadata of a key show wrongly, though the key is as it has to be. */
export const flawIn = (got: EndpointReply, expected: Modelled): Difference | undefined => {
  const [should, is] = [metadataIn(expected), metadataIn(got)]
  if (keyStateIn(expected) !== undefined && keyIdIn(got) !== undefined && keyStateIn(got) === undefined) {
    return ofStatement(keyShowsItsState, 'KeyMetadata with KeyState', 'KeyMetadata without KeyState')
  }
  const wrong = placing.find((member) => shownValue(should[member]) !== shownValue(is[member]))
  if (wrong === undefined || keyIdIn(got) === undefined) return undefined
  return ofStatement(
    keyShowsItsStore,
    `${wrong} ${beginningOf(should[wrong] ?? 'absent')}`,
    `${wrong} ${beginningOf(is[wrong] ?? 'absent')}`,
    `${wrong} ${is[wrong] === undefined ? 'missing' : 'wrong'}`
  )
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
