import type { ChoiceKind } from './Choice.js'

/** How often each kind of choice may still be made in one world, and how many of all kinds `together`. */
export type Bounds = Readonly<Record<ChoiceKind | 'together', number>>

/**
 * Two surprises in one world, of all kinds: enough for what real programs get wrong, and few enough to try all of them.
 *
 * @example
 * testing.defaultBounds.together //=> 2
 */
export const defaultBounds: Bounds = {
  takesLonger: 1,
  connectionFails: 1,
  requestFails: 1,
  answerIsLost: 1,
  shownLate: 1,
  anotherCaller: 1,
  backingChanges: 1,
  order: 1,
  together: 2
}

export const allows = (bounds: Bounds, kind: ChoiceKind): boolean => bounds[kind] > 0 && bounds.together > 0

/** What is left once a choice of a kind has been made. */
export const spent = (bounds: Bounds, kind: ChoiceKind): Bounds => ({
  ...bounds,
  [kind]: bounds[kind] - 1,
  together: bounds.together - 1
})

/** Everything, as often as it comes. */
export const unbounded: Bounds = {
  takesLonger: Infinity,
  connectionFails: Infinity,
  requestFails: Infinity,
  answerIsLost: Infinity,
  shownLate: Infinity,
  anotherCaller: Infinity,
  backingChanges: Infinity,
  order: Infinity,
  together: Infinity
}
