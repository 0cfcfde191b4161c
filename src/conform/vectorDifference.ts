import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { stateIsKept } from '../rules/effects.js'
import { keyStateFollowsTheStore } from '../rules/keyEffects.js'
import type { Statement } from '../Evidence.js'
import type { Expected, Vector } from '../vectors/index.js'
import { ofStatement, type Difference } from './Difference.js'
import { inWords, type EndpointReply, type Members } from './Exchange.js'
import { answerIsAwsJson, soundRequestIsAccepted } from './statements.js'
import { wrongStatus } from './wrongStatus.js'

/** Whether any answer to the last step of a vector is right. */
export const isOpenWhole = ({ result, orExceptions }: Vector): boolean =>
  result === 'acceptable' && orExceptions === undefined

const mayRefuseWith = ({ orExceptions = [] }: Vector, expected: string, name: string): boolean =>
  orExceptions === 'any exception' || [expected, ...orExceptions].some((one) => one === name)

/** The rule of an operation that has an exception, or that a sound request is accepted. */
const ruleWith = (operation: OperationName, name: string): Statement => {
  const { parts }: AnyOperation = operations[operation]
  return (
    parts.flatMap(({ rules }) => rules).find(({ otherwise }) => otherwise === name) ?? soundRequestIsAccepted
  )
}

/** How an answer to a step differs from the one that a vector expects. `reason`: by which it is refused. */
export const answerDifference = (
  vector: Vector,
  operation: OperationName,
  expected: Expected,
  reason: Statement | undefined,
  reply: EndpointReply
): Difference | undefined => {
  if ('notImplemented' in reply) return undefined
  if ('unreadable' in reply) {
    return ofStatement(
      answerIsAwsJson,
      'an answer of AWS JSON 1.1',
      inWords(reply),
      'an answer that cannot be read'
    )
  }
  if ('exception' in reply) {
    const { exception: name } = reply
    if (expected.exception === undefined) return ofStatement(ruleWith(operation, name), 'success', name)
    return mayRefuseWith(vector, expected.exception.name, name)
      ? wrongStatus(reply)
      : ofStatement(reason ?? ruleWith(operation, name), expected.exception.name, name)
  }
  return expected.exception === undefined
    ? wrongStatus(reply)
    : ofStatement(reason ?? ruleWith(operation, expected.exception.name), expected.exception.name, 'success')
}

type ExpectedStore = Expected['stores'][number]

const stateInWords = (state: unknown, code: unknown): string =>
  [state, code].filter((word) => typeof word === 'string').join(', ')

/** How a store is shown otherwise than a vector expects. `reason`: by which its connection fails. */
export const storeDifference = (
  expected: ExpectedStore,
  entry: Members,
  reason: Statement | undefined
): Difference | undefined => {
  const should = stateInWords(expected.ConnectionState, expected.ConnectionErrorCode)
  const is = stateInWords(entry['ConnectionState'], entry['ConnectionErrorCode'])
  return should === is ? undefined : ofStatement(reason ?? stateIsKept, should, is)
}

/** How a key is shown otherwise than a vector expects. */
export const keyDifference = (
  expected: Expected['keys'][number],
  metadata: Members
): Difference | undefined => {
  const [should, is] = [`KeyState ${expected.KeyState}`, `KeyState ${String(metadata['KeyState'])}`]
  return should === is ? undefined : ofStatement(keyStateFollowsTheStore, should, is)
}
