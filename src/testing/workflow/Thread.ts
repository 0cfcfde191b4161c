import type { Call, Reply } from '../carryOut.js'
import type { PossibleAnswer } from '../disturbances.js'
import type { Choice } from '../Choice.js'
import type { Situation } from '../Situation.js'
import type { Evaluators } from './evaluators.js'
import type { Functions } from './kmsTask.js'
import { textOf, type Members, type Value } from './Value.js'
import type { State, Workflow } from './Workflow.js'
import type { WorkflowError } from './WorkflowError.js'

/** An execution at the beginning of a state, or somewhere inside of it. */
export interface Thread {
  readonly machine: string
  readonly at: string
  readonly input: Value
  readonly variables: Members
  /** How often each retrier of the state has been used. */
  readonly retried: ReadonlyArray<number>
  /** The branches of a Parallel, or the items of a Map, once they have begun. */
  readonly inside?: ReadonlyArray<Thread | Ended>
  /** Of an item of a Map: what the Context object has of it. */
  readonly item?: Members
}

/** An execution that has come to its end. */
export interface Ended {
  readonly output: Value
}

export const isEnded = (one: Thread | Ended): one is Ended => 'output' in one

/** What stays the same through all of an exploration. */
export interface World {
  readonly workflow: Workflow
  readonly evaluators: Evaluators
  readonly functions: Functions
  readonly executionInput: Value
  readonly answers: (call: Call) => (situation: Situation) => ReadonlyArray<PossibleAnswer>
}

/** What becomes of a thread in one step. */
export type Result =
  | { readonly is: 'goes'; readonly to: Thread }
  | { readonly is: 'ends'; readonly output: Value }
  | { readonly is: 'fails'; readonly error: WorkflowError }

/** What was done in one step. */
export interface Deed {
  readonly state: string
  /** What KMS was asked for, and what it answered. */
  readonly call?: Call
  readonly reply?: Reply
  readonly choices: ReadonlyArray<Choice>
  /** What went wrong in the workflow itself. */
  readonly error?: WorkflowError
  /** What is not seen from the names of the states. */
  readonly says?: string
  /** Whether it happens only where a service fails for a reason of its own. */
  readonly isDisturbed: boolean
}

/** One step of a thread, and the situation after it. */
export interface Move {
  readonly result: Result
  readonly situation: Situation
  readonly deed: Deed
}

export const stateOf = (
  { workflow }: World,
  { machine, at }: Pick<Thread, 'machine' | 'at'>
): State | undefined => workflow.machines.get(machine)?.states.get(at)

/** The execution at another state of the same machine. */
export const goneTo = (thread: Thread, at: string, input: Value, variables: Members): Thread => ({
  machine: thread.machine,
  at,
  input,
  variables,
  retried: [],
  ...(thread.item && { item: thread.item })
})

/** The beginning of a machine. */
export const begun = (
  world: Pick<World, 'workflow'>,
  machine: string,
  input: Value,
  variables: Members = {},
  item?: Members
): Thread => ({
  machine,
  at: world.workflow.machines.get(machine)?.startAt ?? '',
  input,
  variables,
  retried: [],
  ...(item && { item })
})

/** One text for each place and what is known there. */
export const textOfThread = (one: Thread | Ended): string =>
  isEnded(one)
    ? `=${textOf(one.output)}`
    : `${one.machine}>${one.at}(${textOf(one.input)}${textOf(one.variables)}${one.retried.join()}${textOf(one.item)})${
        one.inside === undefined ? '' : `[${one.inside.map(textOfThread).join(';')}]`
      }`
