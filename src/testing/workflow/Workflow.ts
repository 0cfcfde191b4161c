import type { Members, Value } from './Value.js'

export const stateTypes = ['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail', 'Parallel', 'Map'] as const

/** The type of a state; `unread`: what could not be read, so that anything may come of it. */
export type StateType = (typeof stateTypes)[number] | 'unread'

export type QueryLanguage = 'JSONPath' | 'JSONata'

/** One entry of Retry. */
export interface Retrier {
  readonly errorEquals: ReadonlyArray<string>
  readonly maxAttempts: number
}

/** One entry of Catch. */
export interface Catcher {
  readonly errorEquals: ReadonlyArray<string>
  readonly next: string
  /** ResultPath of JSONPath, Output of JSONata, and Assign of both. */
  readonly fields: Members
}

/** One entry of Choices, with its rule as it stands in the definition. */
export interface Branch {
  readonly next: string
  readonly rule: Members
}

/** One state of a workflow. */
export interface State {
  readonly name: string
  readonly type: StateType
  readonly language: QueryLanguage
  /** Where the execution goes on; undefined: it ends here. */
  readonly next: string | undefined
  /** Fields as the definition has them, those that were read. */
  readonly fields: Members
  readonly retry: ReadonlyArray<Retrier>
  readonly catch: ReadonlyArray<Catcher>
  readonly choices: ReadonlyArray<Branch>
  readonly otherwise: string | undefined
  /** The machines inside of Parallel or Map, by their ids. */
  readonly inner: ReadonlyArray<string>
}

/** The workflow itself, or what is inside of a Parallel or Map. */
export interface Machine {
  readonly startAt: string
  readonly states: ReadonlyMap<string, State>
}

/** What of a definition could not be read; it is treated as anything. */
export interface Unread {
  /** Names and indexes from the outside in, joined by dots. */
  readonly path: string
  readonly why: string
}

/** A Next, a StartAt or the like that names no state. */
export interface Astray {
  readonly state: string
  readonly to: string
}

/** A definition, read. */
export interface Workflow {
  /** That of the workflow has the id ''. */
  readonly machines: ReadonlyMap<string, Machine>
  /** Whether the whole execution ends after a time. */
  readonly isLimited: boolean
  readonly unread: ReadonlyArray<Unread>
  readonly astray: ReadonlyArray<Astray>
}

/** Every state that can come after one, as the definition has it. */
export const nextOf = ({ next, choices, otherwise, catch: catchers }: State): ReadonlyArray<string> => [
  ...(next === undefined ? [] : [next]),
  ...choices.map((branch) => branch.next),
  ...(otherwise === undefined ? [] : [otherwise]),
  ...catchers.map((catcher) => catcher.next)
]

/** All the states, those inside of others as well. */
export const statesOf = ({ machines }: Workflow): ReadonlyArray<State> =>
  [...machines.values()].flatMap(({ states }) => [...states.values()])

/** The Resource of a Task. */
export const resourceOf = ({ fields }: State): string =>
  typeof fields['Resource'] === 'string' ? fields['Resource'] : ''

/** A field, if the state has it. */
export const field = ({ fields }: { readonly fields: Members }, name: string): Value | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
