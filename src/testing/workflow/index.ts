/** Workflows in Amazon States Language, checked against everything that KMS may answer. */
export { checkWorkflow, type CheckOptions, type WorkflowReport } from './checkWorkflow.js'
export type { Evaluators, Expression } from './evaluators.js'
export type { Finding, FindingRule, PathStep } from './findings/Finding.js'
export { allFindingKinds, findingKinds, type FindingKind } from './findings/findingKinds.js'
export type { FunctionCall, Functions } from './kmsTask.js'
export type { JsonPath } from './Path.js'
export type { Stores } from './beginnings.js'
export type { Unread } from './Workflow.js'
