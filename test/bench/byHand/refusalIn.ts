import type { AssumptionNumber, Part, Refusal, RefusalName } from '../../../src/index.js'
import type * as E from 'fp-ts/lib/Either.js'
import type { Subjects } from '../../../src/rules/concerned.js'
import { refusing } from '../../../src/rules/refusing.js'

/** An operation with its rules. */
export interface WithRules {
  readonly parts: ReadonlyArray<Part>
}

/** The refusals of an operation as they are where it takes an assumption to ask for the rule. */
export const assumedIn = (operation: WithRules, by: AssumptionNumber) => {
  const refuse = refusalIn(operation)
  const assumed = new Map<unknown, E.Either<Refusal, never>>()
  return (refusal: E.Either<Refusal, never>): E.Either<Refusal, never> => {
    const known = assumed.get(refusal)
    if (known !== undefined || refusal._tag === 'Right') return known ?? refusal
    const found = refuse(refusal.left.name, refusal.left.rule ?? '', by)
    assumed.set(refusal, found)
    return found
  }
}

/**
 * The refusal that the rules of an operation have ready for an exception and a rule. Which check leads to which of them, and in
 * which order, is decided by hand; the sentence and its source are taken over, so that answers can be compared whole.
 */
export const refusalIn =
  ({ parts }: WithRules) =>
  <Name extends RefusalName>(
    exception: Name,
    name: string,
    by?: AssumptionNumber
  ): E.Either<Refusal<Name>, never> => {
    const rules = parts.flatMap((part) => part.rules)
    const rule = rules.find(
      (each) =>
        each.name === name && each.otherwise === exception && (by === undefined || each.assumes?.includes(by))
    )
    if (rule === undefined) throw new Error(`No rule ${name} refuses with ${exception}`)
    const refuse = refusing(rule)
    return { ...rule.refusal, refuse } as unknown as E.Either<Refusal<Name>, never>
  }

/** The refusal with the resource that it is about, in the words of the library. */
export const aboutResource = (ready: E.Left<Refusal>, subject: Subjects): E.Either<Refusal, never> =>
  (ready as unknown as { readonly refuse: ReturnType<typeof refusing> }).refuse(subject)
