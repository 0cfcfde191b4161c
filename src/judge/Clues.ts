import { identity } from 'fp-ts/lib/function.js'
import type { Statement } from '../Evidence.js'
import { typeNeverChanges } from './claims.js'
import {
  everything,
  leading,
  possibilities,
  possibilityPlace,
  type Possibilities,
  type Possibility
} from './Possibility.js'
import type { Sighting } from './Sighting.js'

/** The rule that forbids an event in one possibility; undefined if every rule allows it. */
export type Against = (possibility: Possibility) => Statement | undefined

/** The evidence in an event. */
export interface Clues {
  /** The rules that can forbid the event, in the order in which they are checked; none if it says nothing of the store. */
  readonly rules: ReadonlyArray<Statement>
  readonly against: Against
  /** The possibilities that no rule forbids. */
  readonly allowed: Possibilities
  /** The possibilities after the event, from some that no rule forbids. */
  readonly after: (before: Possibilities) => Possibilities
}

/** The type that an event shows is that of the store, whether or not the operation was accepted. */
const typeIsShown =
  ({ type }: Sighting): Against =>
  (store) =>
    type === undefined || typeNeverChanges.holds({ store, type }) ? undefined : typeNeverChanges

/** The clues of an event, by rules in their order. The result is computed once for every possibility. */
export const cluesOf = (
  sighting: Sighting,
  order: ReadonlyArray<Statement>,
  against: Against,
  after?: (before: Possibility) => ReadonlyArray<Possibility>
): Clues => {
  const contradictsType = typeIsShown(sighting)
  const answers = everything.map((possibility) => against(possibility) ?? contradictsType(possibility))
  const found = new Set(answers)
  return {
    rules: [...order, typeNeverChanges].filter((rule) => found.has(rule)),
    against: (possibility) => answers[possibilityPlace(possibility)],
    allowed: possibilities(everything.filter((_, place) => answers[place] === undefined)),
    after: after === undefined ? identity : leading(after)
  }
}
