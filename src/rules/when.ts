import type { AssumptionNumber } from '../leavesOpen.js'
import { partAskedOf } from '../Claim.js'
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

/** Where a claim behind a guard applies: where both have to do with the subject. */
interface Guarded<in A> {
  readonly applies: (subject: A) => boolean
  /** The part that the claim is about, if it is about one. */
  readonly of?: (subject: A) => unknown
}

const guarded = <A, B>({ is }: Guard<A>, rule: Rule<B>): Guarded<A & B> => {
  const part = partAskedOf(rule)
  return {
    applies: (subject) => is(subject) && rule.applies(subject),
    ...(part && { of: (subject) => (is(subject) ? part.of(subject) : undefined) })
  }
}

/** A rule behind a guard. */
const behind = <A, B, Name extends RefusalName>(
  { says, is }: Guard<A>,
  rule: Rule<B, Name>,
  assumes: ReadonlyArray<AssumptionNumber>,
  { applies, of }: Guarded<A & B>
): Rule<A & B, Name> => {
  const { waived: _, part, ...kept } = told(says, rule)
  const waived = waivedBehind(is, rule, assumes)
  return {
    ...kept,
    applies,
    ...(part && of && { part: { ...part, applies, of } }),
    ...(waived && { waived })
  }
}

/**
 * The same rule, looked at only where the guard is true; so nothing is known of the subject once it holds. `assumes`:
 * where it is assumed, and not documented, that the rule is not looked at elsewhere.
 */
export const when = <A, B, Name extends RefusalName>(
  guard: Guard<A>,
  rule: Rule<B, Name>,
  assumes: ReadonlyArray<AssumptionNumber> = []
): Rule<A & B, Name> => behind(guard, rule, assumes, guarded(guard, rule))

/** The same of each rule of a list; those that apply to the same subjects still do, so that they are asked about it once. */
export const eachWhen = <A, const Rules extends ReadonlyArray<AnyRule>>(
  guard: Guard<A>,
  rules: Rules,
  assumes: ReadonlyArray<AssumptionNumber> = []
): ReadonlyArray<Rule<A & SubjectOf<Rules>, Rules[number]['otherwise']>> => {
  type Each = Rule<SubjectOf<Rules>, Rules[number]['otherwise']>
  const all = rules as ReadonlyArray<AnyRule> as ReadonlyArray<Each>
  const known = new Map<Each['applies'], Guarded<A & SubjectOf<Rules>>>()
  return all.map((rule) => {
    const where = known.get(rule.applies) ?? guarded(guard, rule)
    known.set(rule.applies, where)
    return behind(guard, rule, assumes, where)
  })
}
