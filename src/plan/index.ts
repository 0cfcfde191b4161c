/** The shortest documented way from a store to a goal. */
export type { Goal, Situation } from './Goal.js'
export { plansElsewhere } from './elsewhere.js'
export { keysUnusable, type KeysUnusable } from './keysUnusable.js'
export { elsewhereLines, planLines, unreachableLines } from './lines.js'
export { plan, planUnder, type Plan, type Unreachable } from './plan.js'
export { remedies, type Remedy } from './remedies.js'
export type { Call, Fix, Obstacle, PlanStep, Wait } from './PlanStep.js'
