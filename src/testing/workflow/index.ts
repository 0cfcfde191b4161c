/** Workflows in Amazon States Language, checked against everything that KMS may answer. */
export { checkWorkflow, type CheckOptions, type WorkflowReport } from './checkWorkflow.js'
export type { Evaluators, Expression } from './evaluators.js'
export type { Finding, PathStep } from './findings/Finding.js'
export { allFindingKinds, findingKinds, type FindingKind } from './findings/findingKinds.js'
export type { Functions } from './kmsTask.js'

export type { Stores } from './beginnings.js'

export { diagramOf } from './diagram.js'
export { definitionsIn, type FoundMachine } from './template/definitionsIn.js'
export { readFunctions } from './readFunctions.js'
export { mostNodes } from './explore.js'
