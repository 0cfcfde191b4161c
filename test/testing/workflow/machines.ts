/** Small workflows to check, and what is found in them in short. */
import * as E from 'fp-ts/lib/Either.js'
import { checkWorkflow, type CheckOptions, type WorkflowReport } from '../../../src/testing/workflow/index.js'
import type { ConnectionState } from '../../../src/model/ConnectionState.js'
import { evaluators } from '../../../src/cli/checkEvaluators.js'

type Fields = Readonly<Record<string, unknown>>

const ending = (next: string | undefined): Fields => (next === undefined ? { End: true } : { Next: next })

/** A Task that asks KMS about the store; without `next` the last one. */
export const kms = (action: string, next?: string, fields: Fields = {}): Fields => ({
  Type: 'Task',
  Resource: `arn:aws:states:::aws-sdk:kms:${action}`,
  Parameters: { 'CustomKeyStoreId.$': '$.CustomKeyStoreId' },
  ResultPath: '$.result',
  Retry: [{ ErrorEquals: ['Kms.KmsInternalException', 'Kms.KmsException'], MaxAttempts: 3 }],
  ...ending(next),
  ...fields
})

export const describeStore = (next: string, fields: Fields = {}): Fields =>
  kms('describeCustomKeyStores', next, fields)

const connectionState = '$.result.CustomKeyStores[0].ConnectionState'

/** A Choice by the ConnectionState that was seen last. */
export const byState = (next: Readonly<Record<string, string>>, otherwise?: string): Fields => ({
  Type: 'Choice',
  Choices: Object.entries(next).map(([state, Next]) => ({
    Variable: connectionState,
    StringEquals: state,
    Next
  })),
  ...(otherwise !== undefined && { Default: otherwise })
})

export const wait = (next: string, Seconds = 60): Fields => ({ Type: 'Wait', Seconds, Next: next })
export const succeed: Fields = { Type: 'Succeed' }
export const fail: Fields = { Type: 'Fail', Error: 'GivenUp' }

/** Goes on where a request is refused, for whatever reason. */
export const caught = (next: string, ...errors: ReadonlyArray<string>): Fields => ({
  Catch: [{ ErrorEquals: errors.length === 0 ? ['States.ALL'] : errors, ResultPath: '$.error', Next: next }]
})

/** A machine that begins with the first of its states. */
export const machine = (states: Readonly<Record<string, Fields>>, fields: Fields = {}): Fields => ({
  StartAt: Object.keys(states)[0],
  States: states,
  ...fields
})

export const checked = (definition: unknown, options: CheckOptions = {}): WorkflowReport => {
  const report = checkWorkflow(definition, { ...evaluators, ...options })
  if (E.isLeft(report)) throw new Error(report.left)
  return report.right
}

/** A store with a cluster at the beginning, in one of these states. */
export const cloudHsm = (...states: ReadonlyArray<ConnectionState>) => ({
  stores: { types: ['AWS_CLOUDHSM'] as const, states }
})

/** What is found: `endlessLoop at Look`. */
export const found = (definition: unknown, options: CheckOptions = {}): ReadonlyArray<string> =>
  checked(definition, options).findings.map(({ kind, state }) => `${kind} at ${state}`)
