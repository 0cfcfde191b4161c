/**
 * Documents that are made by running the model, as Markdown; and the cells and arrows that they show. The examples
 * begin with:
 *
 * ```ts
 * import * as documents from 'kms-custom-key-store/documents'
 * ```
 *
 * @packageDocumentation
 */

export { arrows, type Arrow } from './arrows.js'
export { assumptionsDocument } from './assumptions.js'
export { cell, findingsInState, row, stateOperations, type Cell } from './cells.js'
export { connectionStatesDocument } from './connectionStates.js'
export { factsDocument } from './facts.js'
export { healthyFacts, healthyFactsJson } from './facts/healthy.js'
export { rulesDocument } from './rules.js'
export { stateDiagram } from './stateDiagram.js'
export { statesTable } from './states.js'
