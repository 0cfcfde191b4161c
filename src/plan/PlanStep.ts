import type { AssumptionNumber } from '../leavesOpen.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { RefusalName } from '../rules/Rule.js'
import type { Source } from '../sources.js'

/** A call of AWS KMS. The request is AWS JSON; angle brackets stand for what only the caller can know. */
export interface Call {
  readonly operation: OperationName
  readonly request: Readonly<Record<string, unknown>>
}

export interface StepReason {
  /** One sentence or two. */
  readonly why: string
  readonly source: Source
  readonly assumes?: ReadonlyArray<AssumptionNumber>
}

/** Something to wait for; `look` shows whether it has come. `days`: how long it takes, where that is known. */
export interface Wait {
  readonly kind: 'wait'
  readonly until: ConnectionState | 'the keys are gone'
  readonly days?: number
  readonly look: ReadonlyArray<Call>
}

/**
 * Something to put right outside KMS, or to prepare there for an update. `prepares`: the member of which the update tells
 * KMS a new value. `mayNeed`: a call that it makes necessary in one case, before the next step.
 */
export interface Fix {
  readonly kind: 'fix'
  readonly fix: string
  readonly prepares?: UpdatableMember
  readonly mayNeed?: Call & { readonly when: string }
}

/** A step of a plan: a call of AWS KMS, something to wait for, or something to do outside of it. */
export type PlanStep = StepReason & (({ readonly kind: 'operation' } & Call) | Wait | Fix)

/** What a step does, in a word: the operation, or `wait` or `fix`. */
export const stepName = (step: PlanStep): string => (step.kind === 'operation' ? step.operation : step.kind)

/** Why an operation that the goal needs is refused. */
export interface Obstacle {
  readonly operation: Call['operation']
  readonly exception: RefusalName
  readonly says: string
  readonly source: Source
}
