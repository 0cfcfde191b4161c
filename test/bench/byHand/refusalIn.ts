import type { Refusal, RefusalName, Rule } from '../../../src/index.js'
import type * as E from 'fp-ts/lib/Either.js'

/**
 * The refusal that a list of rules has ready for an exception and a rule. Which check leads to which of them, and in
 * which order, is decided by hand; the sentence and its source are taken over, so that answers can be compared whole.
 */
export const refusalIn =
  (rules: ReadonlyArray<Rule<never>>) =>
  <Name extends RefusalName>(exception: Name, name: string): E.Either<Refusal<Name>, never> => {
    const rule = rules.find((each) => each.name === name && each.otherwise === exception)
    if (rule === undefined) throw new Error(`No rule ${name} refuses with ${exception}`)
    return rule.refusal as E.Either<Refusal<Name>, never>
  }
