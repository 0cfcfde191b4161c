/** Plays a history of requests and events, step by step. */
export { begin, readLine, type Advanced, type Replay } from './replay.js'
export type { Outcome } from './Outcome.js'
export { Settings } from './Settings.js'
export type { Step } from './Step.js'
