import type * as E from 'fp-ts/lib/Either.js'
import { exceptions } from '../../exceptions/Exception.js'
import type { Reply } from '../carryOut.js'
import { anything, isList, isMembers, type Value } from './Value.js'
import type { Manner } from './kmsTask.js'
import type { WorkflowError } from './WorkflowError.js'

type Refused = Extract<Reply, E.Left<unknown>>['left']

/** The name of an exception in the SDK for Java, by which Step Functions calls it: `CustomKeyStoreHasCmKsException`. */
export const integrationName = (exception: string): string =>
  exception.replace('CMKs', 'CmKs').replace(/^KMS/, 'Kms').replace(/^AWS/, 'Aws')

/** What is no exception of KMS alone, such as throttling, has the name of the client; some say that it keeps its own. */
const namesOf = (name: string, manner: Manner): ReadonlyArray<string> => {
  if (manner !== 'integration') return [name]
  const own = `Kms.${integrationName(name)}`
  return Object.hasOwn(exceptions, name) ? [own] : ['Kms.KmsException', own]
}

/** The error of a Task when KMS refuses its request. */
export const errorOf = ({ name, message }: Refused, manner: Manner): WorkflowError => ({
  names: namesOf(name, manner),
  cause: message
})

const memberName = (name: string): string => name.replace(/^AWS(?=[A-Z])/, 'Aws')

/** Step Functions shows times as text; no workflow is likely to compare them with a fixed one. */
const shown = (name: string, value: Value): Value =>
  name.endsWith('Date') && typeof value === 'number' ? anything : inTask(value)

const inTask = (value: Value): Value => {
  if (isList(value)) return value.map(inTask)
  return isMembers(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [memberName(name), shown(name, inner)]))
    : value
}

/** The result of a Task when KMS has answered. */
export const resultOf = (output: object, manner: Manner): Value => {
  const value = inTask(output as Value)
  return manner === 'invoke' ? { Payload: value, StatusCode: 200, ExecutedVersion: anything } : value
}
