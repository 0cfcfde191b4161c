import * as O from 'fp-ts/lib/Option.js'
import { documentedExceptions, type OperationName } from '../../exceptions/documentedExceptions.js'
import { isMembers, type Members, type Value } from './Value.js'

/** What the function of a Task does at KMS. `input`: a payload template on what the function is given. */
export interface FunctionCall {
  readonly operation: OperationName
  readonly input?: Value
}

/** Calls by the ARNs or names of functions. */
export type Functions = Readonly<Record<string, FunctionCall>>

/** How a Task asks KMS, which decides what errors are called and what an answer looks like. */
export type Manner = 'integration' | 'function' | 'invoke'

/** A request as a Task makes it. */
export interface Asked {
  readonly operation: OperationName
  readonly input: Value
  readonly manner: Manner
  /** How the input of a function becomes that of the call. */
  readonly template?: Value
}

const integration = /^arn:aws[\w-]*:states:[^:]*:[^:]*:aws-sdk:kms:([A-Za-z]+)$/
const invoke = /^arn:aws[\w-]*:states:[^:]*:[^:]*:lambda:invoke$/
const functionArn = /^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:([^:]+)/

/** What needs a ciphertext that KMS has made; none is made here. */
const onCiphertexts: ReadonlyArray<string> = ['Decrypt', 'ReEncrypt', 'Verify', 'VerifyMac']

export const isModelled = (name: string): name is OperationName =>
  Object.hasOwn(documentedExceptions, name) && !onCiphertexts.includes(name)

const operationOf = (action: string): string => `${action.charAt(0).toUpperCase()}${action.slice(1)}`

const mapped = (functions: Functions, name: Value | undefined): FunctionCall | undefined => {
  if (typeof name !== 'string') return undefined
  const short = functionArn.exec(name)?.[1] ?? name
  return [name, short].flatMap((one) =>
    Object.hasOwn(functions, one) ? [functions[one] as FunctionCall] : []
  )[0]
}

/** The operation of an integration that is asked for, whether or not it is known here. */
export const integrated = (resource: string): string | undefined => {
  const action = integration.exec(resource)?.[1]
  return action === undefined ? undefined : operationOf(action)
}

const ofFunction = (call: FunctionCall, input: Value, manner: Manner): Asked => ({
  operation: call.operation,
  input,
  manner,
  ...(call.input !== undefined && { template: call.input })
})

/** What a Task asks KMS for, by its Resource and what it is given; none where it asks for something else. */
export const askedBy = (functions: Functions, resource: string, given: Value): O.Option<Asked> => {
  const operation = integrated(resource)
  if (operation !== undefined) {
    return isModelled(operation) ? O.some({ operation, input: given, manner: 'integration' }) : O.none
  }
  if (!invoke.test(resource)) {
    const call = mapped(functions, resource)
    return call === undefined ? O.none : O.some(ofFunction(call, given, 'function'))
  }
  const parameters: Members = isMembers(given) ? given : {}
  const call = mapped(functions, parameters['FunctionName'])
  return call === undefined ? O.none : O.some(ofFunction(call, parameters['Payload'] ?? {}, 'invoke'))
}
