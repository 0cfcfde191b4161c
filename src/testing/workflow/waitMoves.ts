import * as O from 'fp-ts/lib/Option.js'
import { isPendingDeletion } from '../../model/KmsKey.js'
import { atTime, type Situation } from '../Situation.js'
import { leaving, quiet } from './leaving.js'
import type { Move, Thread, World } from './Thread.js'
import { field, type State } from './Workflow.js'

/** When the last of the keys pending deletion is gone, in seconds since 1970. */
const lastDeletion = ({ account: { keys } }: Situation): number | undefined => {
  const dates = keys.filter(isPendingDeletion).map(({ DeletionDate }) => DeletionDate)
  return dates.length === 0 ? undefined : Math.max(...dates)
}

/**
 * A wait may be long enough for keys pending deletion to go, or not; only where its length is written is it known. What
 * KMS has got done meanwhile shows when somebody looks.
 */
export const waitMoves = (
  world: World,
  thread: Thread,
  state: State,
  situation: Situation
): ReadonlyArray<Move> => {
  const deed = quiet(state)
  const from = (at: Situation, says?: string): ReadonlyArray<Move> =>
    leaving(world, thread, state, O.none).map((result) => ({
      result,
      situation: at,
      deed: {
        ...deed,
        ...(says !== undefined && { says }),
        ...(result.is === 'fails' && { error: result.error })
      }
    }))
  const date = lastDeletion(situation)
  if (date === undefined) return from(situation)
  const gone = from(atTime(date + 1)(situation), 'the keys pending deletion are gone')
  const seconds = field(state, 'Seconds')
  const isLong = typeof seconds === 'number' && situation.now + seconds > date
  return isLong ? gone : [...from(situation, 'the keys pending deletion are still there'), ...gone]
}
