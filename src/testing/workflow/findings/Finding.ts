import type { OperationName } from '../../../exceptions/documentedExceptions.js'
import type { AssumptionNumber } from '../../../leavesOpen.js'
import type { Source } from '../../../sources.js'
import type { FindingKind } from './findingKinds.js'

/** One step of the path that shows a finding. */
export interface PathStep {
  /** The state of the workflow. */
  readonly state: string
  /** The request, in which secrets are hidden. */
  readonly asks?: { readonly operation: OperationName; readonly input: unknown }
  /** What KMS answered: the name of the exception, or the output in short. */
  readonly answer?: string
  /** What went otherwise than smoothly at KMS, each with its page. */
  readonly choices: ReadonlyArray<{ readonly name: string; readonly source: Source }>
  /** What the names of the states do not show. */
  readonly says?: string
  /** Each store in its ConnectionState, after it: `cks-1 CONNECTED`. */
  readonly stores: ReadonlyArray<string>
}

/** The rule by which a request is refused. */
export interface FindingRule {
  readonly operation: OperationName
  readonly name: string
  readonly says: string
  readonly source: Source
  /** Where AWS's page is. */
  readonly url: string
  /** Where docs/rules.md has it. */
  readonly address: string
}

/** One fault of a workflow, with the shortest path that shows it. */
export interface Finding {
  readonly kind: FindingKind
  readonly says: string
  /** The state of the workflow where it shows. */
  readonly state: string
  /** The situations from which an execution comes to it. */
  readonly beginnings: ReadonlyArray<string>
  readonly path: ReadonlyArray<PathStep>
  readonly rule?: FindingRule
  /** What had to be assumed for it, where AWS is silent. */
  readonly assumes: ReadonlyArray<AssumptionNumber>
}
