import type { Statement } from '../Evidence.js'
import { workedOutOnce } from '../possible/once.js'
import { typeNeverChanges } from './claims.js'
import { everything, possibilityPlace, type Possibility } from './Possibility.js'
import type { Sighting } from './Sighting.js'

/** The rule that does not allow an event in one way in which it can stand; undefined where all allow it. */
export type Against = (possibility: Possibility) => Statement | undefined

/** The evidence in an event. */
export interface Clues {
  /** The rules that it is evidence of, in the order in which they are asked; none if it says nothing of the store. */
  readonly rules: ReadonlyArray<Statement>
  readonly against: Against
  /** How it can stand with the store after the event, if it stood in a way that no rule is against. */
  readonly after: (before: Possibility) => ReadonlyArray<Possibility>
}

/** The type that an event shows is that of the store, whether or not the operation was accepted. */
const typeIsShown =
  ({ type }: Sighting): Against =>
  (store) =>
    type === undefined || typeNeverChanges.holds({ store, type }) ? undefined : typeNeverChanges

/** The clues of an event by rules in their order, with the answer for every possibility worked out. */
export const cluesOf = (
  sighting: Sighting,
  order: ReadonlyArray<Statement>,
  against: Against,
  after: Clues['after'] = (before) => [before]
): Clues => {
  const contradictsType = typeIsShown(sighting)
  const answers = everything.map((possibility) => against(possibility) ?? contradictsType(possibility))
  const found = new Set(answers)
  return {
    rules: [...order, typeNeverChanges].filter((rule) => found.has(rule)),
    against: (possibility) => answers[possibilityPlace(possibility)],
    after: workedOutOnce(possibilityPlace, after)
  }
}
