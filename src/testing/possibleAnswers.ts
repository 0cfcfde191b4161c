import type { Call } from './carryOut.js'
import { carryOut } from './carryOut.js'
import { disturbed, stillFailing, type Disturbances, type PossibleAnswer } from './disturbances.js'
import { progress, type Pace } from './progress.js'
import type { Situation } from './Situation.js'

/** What KMS, others and the surroundings may do. */
export interface Nature extends Pace, Disturbances {}

/**
 * Every answer that a request may get, the smooth one first. Answers that whoever asks cannot tell apart are one: what no
 * answer tells is left open until one does.
 *
 * @example
 * const call = { operation: 'ConnectCustomKeyStore', input: { CustomKeyStoreId: 'cks-1234567890abcdef0' } } as const
 * const answers = pipe(
 *   testing.begin({ stores: [{ ConnectionState: 'DISCONNECTED' }] }),
 *   E.map(({ nature, situation }) => testing.possibleAnswers(nature)(call)(situation))
 * )
 * pipe(answers, E.map(([smooth, ...others]) => [E.isRight(smooth.reply), others.length > 0]))
 * //=> E.right([true, true])
 */
export const possibleAnswers =
  (nature: Nature) =>
  (call: Call) =>
  (situation: Situation): ReadonlyArray<PossibleAnswer> => {
    const failed = stillFailing(situation)
    if (failed !== undefined) return [failed]
    const answers = progress(
      nature,
      call
    )(situation).map(({ choices, situation: at }) => ({
      choices,
      ...carryOut(nature, call)(at)
    }))
    const [smooth] = answers
    return smooth === undefined ? [] : [...answers, ...disturbed(nature, call, smooth)(situation)]
  }
