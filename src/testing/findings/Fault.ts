import type { Evidence, Statement } from '../../Evidence.js'
import type { Run } from '../Run.js'

/** What a run shows to be wrong with the program. */
export interface Fault {
  /** The exchange that shows it, counted from 0. */
  readonly at: number
  /** What tells it from other faults of its kind: an operation and a state or an error, for example. */
  readonly about: string
  /** In one sentence, with the names of this run. */
  readonly says: string
  /** Why the program should have known. */
  readonly evidence: Evidence
}

/** What a program is held to besides what holds for every program. */
export interface Expectations {
  /** Where the store is to be when the program returns. */
  readonly goal: Goal | undefined
  /** Whether the program says by the value that it returns that all is well. */
  readonly succeeded: (value: unknown) => boolean
}

/** The state of the first store that there is at the beginning, or else of the latest that the program has made. */
export type Goal = 'CONNECTED' | 'DISCONNECTED' | 'deleted'

/** A kind of fault, which is looked for in every run. */
export interface Finding extends Statement {
  readonly in: (run: Run, expectations: Expectations) => ReadonlyArray<Fault>
}

/** Whether a run ended with the program saying that all is well. */
export const endedWell = ({ ending }: Run, { succeeded }: Expectations): boolean =>
  ending.how === 'returned' && succeeded(ending.value)
