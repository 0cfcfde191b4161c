import type { AssumptionNumber } from '../assumptions.js'
import type { AnyRule, RefusalName, Rule, SubjectOf, Waived } from './Rule.js'

/** A condition: in words that follow "where", and of a subject. */
export interface Guard<in A> {
  readonly says: string
  readonly is: (subject: A) => boolean
}

export const guard = <A>(says: string, is: (subject: A) => boolean): Guard<A> => ({ says, is })

/** The rule with the words of a condition, where it has nothing to do with any other subject anyway. */
export const told = <A, Name extends RefusalName, Known>(
  says: string,
  rule: Rule<A, Name, Known>
): Rule<A, Name, Known> => ({ ...rule, where: [says, ...(rule.where ?? [])] })

/** Where a guarded rule is waived: where it was before, if the guard is true, or else wherever the guard hides it. */
const waivedBehind = <A, B>(
  guard: (subject: A) => boolean,
  { applies, holds, waived }: Pick<Rule<B>, 'applies' | 'holds' | 'waived'>,
  assumes: ReadonlyArray<AssumptionNumber>
): Waived<A & B> | undefined => {
  if (waived !== undefined) return { ...waived, where: (subject) => guard(subject) && waived.where(subject) }
  if (assumes.length === 0) return undefined
  return {
    assumes,
    always: false,
    where: (subject) => !guard(subject) && applies(subject) && !holds(subject)
  }
}

/** A rule behind a guard; `applies`: where both have to do with the subject. */
const behind = <A, B, Name extends RefusalName>(
  { says, is }: Guard<A>,
  rule: Rule<B, Name>,
  assumes: ReadonlyArray<AssumptionNumber>,
  applies: (subject: A & B) => boolean
): Rule<A & B, Name> => {
  const { waived: _, ...kept } = told(says, rule)
  const waived = waivedBehind(is, rule, assumes)
  return { ...kept, applies, ...(waived && { waived }) }
}

/**
 * The same rule, looked at only where the guard is true; so nothing is known of the subject once it holds. `assumes`:
 * where it is assumed, and not documented, that the rule is not looked at elsewhere.
 */
export const when = <A, B, Name extends RefusalName>(
  guard: Guard<A>,
  rule: Rule<B, Name>,
  assumes: ReadonlyArray<AssumptionNumber> = []
): Rule<A & B, Name> => behind(guard, rule, assumes, (subject) => guard.is(subject) && rule.applies(subject))

/** The same of each rule of a list; those that apply to the same subjects still do, so that they are asked about it once. */
export const eachWhen = <A, const Rules extends ReadonlyArray<AnyRule>>(
  guard: Guard<A>,
  rules: Rules,
  assumes: ReadonlyArray<AssumptionNumber> = []
): ReadonlyArray<Rule<A & SubjectOf<Rules>, Rules[number]['otherwise']>> => {
  const all = rules as ReadonlyArray<AnyRule> as ReadonlyArray<
    Rule<SubjectOf<Rules>, Rules[number]['otherwise']>
  >
  type Applies = (subject: A & SubjectOf<Rules>) => boolean
  const both = new Map<(typeof all)[number]['applies'], Applies>()
  const behindGuard = (applies: (typeof all)[number]['applies']): Applies => {
    const known = both.get(applies)
    if (known !== undefined) return known
    const made: Applies = (subject) => guard.is(subject) && applies(subject)
    both.set(applies, made)
    return made
  }
  return all.map((rule) => behind(guard, rule, assumes, behindGuard(rule.applies)))
}
