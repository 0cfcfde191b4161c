/**
 * Programs that use custom key stores, tried against everything that AWS KMS may do. The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as testing from 'kms-custom-key-store/testing'
 *
 * // A workflow that looks at a store and ends.
 * const workflow = {
 *   StartAt: 'Look',
 *   States: {
 *     Look: {
 *       Type: 'Task',
 *       Resource: 'arn:aws:states:::aws-sdk:kms:describeCustomKeyStores',
 *       Parameters: {},
 *       End: true
 *     }
 *   }
 * }
 * ```
 *
 * @packageDocumentation
 */

/** Programs, tried in every world. */
export { everyWorld, holdsInEveryWorld } from './drive/everyWorld.js'
export type { Program, ProgramWorld } from './drive/Program.js'
export type { WorldOptions } from './options.js'
export { begin } from './search.js'
export type { WorldsReport } from './WorldsReport.js'
export type { FoundFault } from './FoundFault.js'
export type { Departure, Ending, Exchange, Run, World } from './Run.js'
export type { StoreAtFirst } from './beginning.js'
export { defaultBounds, type Bounds } from './Bounds.js'
export { choiceKinds, type Choice, type ChoiceKind } from './Choice.js'
export { findings, type FindingName } from './findings/index.js'
export type { Fault, Finding, Goal } from './findings/Fault.js'
export { storyOf, testOf } from './story.js'

/** The machine behind it: every answer that a request may get. */
export { possibleAnswers, type Nature } from './possibleAnswers.js'
export type { PossibleAnswer } from './disturbances.js'
export type { Call, Reply } from './carryOut.js'
export { identityOf, type Situation } from './Situation.js'

/** Workflows in Amazon States Language, explored together with that machine. */
export {
  checkWorkflow,
  type CheckOptions as WorkflowOptions,
  type WorkflowReport
} from './workflow/checkWorkflow.js'
export {
  findingKinds as workflowFindings,
  type FindingKind as WorkflowFindingKind
} from './workflow/findings/findingKinds.js'
export type { Finding as WorkflowFinding } from './workflow/findings/Finding.js'
export type { Evaluators } from './workflow/evaluators.js'
export { diagramOf as workflowDiagram } from './workflow/diagram.js'
export {
  definitionsIn as workflowsIn,
  type FoundMachine as FoundWorkflow
} from './workflow/template/definitionsIn.js'
