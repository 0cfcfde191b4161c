import { isRight } from 'fp-ts/lib/Either.js'
import { isDeepStrictEqual } from 'node:util'
import { decideByHand } from './byHand/decide.js'
import type { Decision } from './Decision.js'
import { decideByLibrary, type Verdict } from './library.js'
import { decideByXState, isValidByXState } from './xstate.js'

const stateBefore = (decision: Decision): string =>
  decision.type === 'CreateCustomKeyStore' ? 'ABSENT' : decision.store.ConnectionState

const stateAfter = (decision: Decision, verdict: Verdict): string => {
  if (!isRight(verdict)) return stateBefore(decision)
  if (decision.type === 'DeleteCustomKeyStore') return 'ABSENT'
  return 'ConnectionState' in verdict.right ? verdict.right.ConnectionState : stateBefore(decision)
}

/** A decision on which the contenders differ, and what each of them says. */
export interface Disagreement {
  readonly decision: Decision
  readonly library: unknown
  readonly other: unknown
}

const disagreement = (decision: Decision): ReadonlyArray<Disagreement> => {
  const library = decideByLibrary(decision)
  const byHand = decideByHand(decision)
  if (!isDeepStrictEqual(library, byHand)) return [{ decision, library, other: { byHand } }]
  const expected = { valid: isRight(library), state: stateAfter(decision, library) }
  const byXState = { valid: isValidByXState(decision), state: decideByXState(decision).value }
  return isDeepStrictEqual(expected, byXState) ? [] : [{ decision, library: expected, other: { byXState } }]
}

/**
 * Where the contenders differ. The library and the code by hand must come to the same answer in every member;
 * XState, which only knows the states, to the same validity and the same next state.
 */
export const disagreements = (decisions: ReadonlyArray<Decision>): ReadonlyArray<Disagreement> =>
  decisions.flatMap(disagreement)
