import type { Part, Refusal, RefusalName } from '../../../src/index.js'
import type * as E from 'fp-ts/lib/Either.js'

/**
 * The refusal that the rules of an operation have ready for an exception and a rule. Which check leads to which of them, and in
 * which order, is decided by hand; the sentence and its source are taken over, so that answers can be compared whole.
 */
export const refusalIn =
  (...operations: ReadonlyArray<{ readonly parts: ReadonlyArray<Part> }>) =>
  <Name extends RefusalName>(exception: Name, name: string): E.Either<Refusal<Name>, never> => {
    const rules = operations.flatMap(({ parts }) => parts.flatMap((part) => part.rules))
    const rule = rules.find((each) => each.name === name && each.otherwise === exception)
    if (rule === undefined) throw new Error(`No rule ${name} refuses with ${exception}`)
    return rule.refusal as E.Either<Refusal<Name>, never>
  }
