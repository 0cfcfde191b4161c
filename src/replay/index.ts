/** Plays a history of requests and events, step by step. */
export { begin, readLine, type Advanced, type Replay } from './replay.js'
export type { StepOutcome } from './StepOutcome.js'
export { HistorySettings } from './HistorySettings.js'
export type { HistoryStep } from './HistoryStep.js'
