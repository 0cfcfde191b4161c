/**
 * Plays a history of requests and events, step by step. The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as replay from 'kms-custom-key-store/replay'
 * ```
 *
 * @packageDocumentation
 */

export { begin, readLine, type Advanced, type Replay } from './replay.js'
export type { StepOutcome } from './StepOutcome.js'
export { HistorySettings } from './HistorySettings.js'
export type { HistoryStep } from './HistoryStep.js'
