import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { findings, isBroken, type Findings } from '../rules/findings.js'
import { isSaidOf, type Follows } from '../rules/Follows.js'
import {
  refusedBy,
  ruleOf,
  type AnyRule,
  type KnownOf,
  type Refusal,
  type RefusalName,
  type RefusalOf,
  type Rule,
  type SubjectOf
} from '../rules/Rule.js'

/** A list of rules in the order in which they are looked at, and what follows once they hold. */
export interface Part {
  /** The subject of the part, where an operation has several. */
  readonly title?: string
  readonly rules: ReadonlyArray<AnyRule>
  readonly follows: ReadonlyArray<Follows<never>>
  /** Where the answer of an earlier request stands, in words that follow "where"; then the rules are not asked but `still`. */
  readonly doneBefore?: { readonly where: string; readonly still: string }
}

/** Makes another rule of a rule, which decides as it does. */
export type Retold = <A, Name extends RefusalName>(rule: Rule<A, Name>) => Rule<A, Name>

/** How every rule stands in a case, and what follows from it; nothing follows where a rule does not hold. */
export interface Explanation {
  readonly rules: Findings
  readonly follows: ReadonlyArray<Follows<never>>
}

/** Rules and their effect on a subject: listed, decided and explained from one value. */
export interface Decision<in Subject, out X, out After> {
  readonly parts: ReadonlyArray<Part>
  readonly decide: (subject: Subject) => E.Either<X, After>
  readonly explain: (subject: Subject) => Explanation
  /** The same decision by rules that are told otherwise. It builds them, so it is called once, when an operation is made. */
  readonly retold: (rules: Retold) => Decision<Subject, X, After>
}

/** The state of the store that a subject is about, if it is about one. */
const stateOf = (subject: unknown): ConnectionState | undefined =>
  (subject as { readonly store?: { readonly ConnectionState: ConnectionState } }).store?.ConnectionState

/** The rules, what AWS says of their effect, and the effect. `rest`: the subject again, for what no rule looks at. */
export const decision = <const Rules extends ReadonlyArray<AnyRule>, Rest, After>(
  rules: Rules,
  follows: ReadonlyArray<Follows<SubjectOf<Rules> & Rest>>,
  effect: (known: SubjectOf<Rules> & KnownOf<Rules>, rest: Rest) => After
): Decision<SubjectOf<Rules> & Rest, RefusalOf<Rules>, After> => {
  const refused = refusedBy(rules)
  return {
    parts: [{ rules, follows }],
    decide: (subject) =>
      refused(subject) ?? E.right(effect(subject as SubjectOf<Rules> & KnownOf<Rules>, subject)),
    explain: (subject) => {
      const found = findings(rules, subject)
      return {
        rules: found,
        follows: found.some(isBroken) ? [] : follows.filter(isSaidOf(subject, stateOf(subject)))
      }
    },
    retold: (told) =>
      decision(
        (rules as ReadonlyArray<AnyRule>).map((rule) => told(rule)) as unknown as Rules,
        follows,
        effect
      )
  }
}

/** The same decision, listed under a title. */
export const titled = <S, X, A>(
  title: string,
  { parts, retold, ...rest }: Decision<S, X, A>
): Decision<S, X, A> => ({
  ...rest,
  parts: parts.map((part) => ({ ...part, title })),
  retold: (told) => titled(title, retold(told))
})

/** The same decision, about one of several things that an operation looks at. */
export const decisionOf = <S, X, A>(of: string, { retold }: Decision<S, X, A>): Decision<S, X, A> =>
  retold(ruleOf(of))

/** One decision for the subjects of a kind, and another one for the rest. */
export const either = <S, S1 extends S, X1, A1, X2, A2>(
  is: (subject: S) => subject is S1,
  one: Decision<S1, X1, A1>,
  other: Decision<Exclude<S, S1>, X2, A2>
): Decision<S, X1 | X2, A1 | A2> => ({
  parts: [...one.parts, ...other.parts],
  decide: (subject) => (is(subject) ? one.decide(subject) : other.decide(subject as Exclude<S, S1>)),
  explain: (subject) => (is(subject) ? one.explain(subject) : other.explain(subject as Exclude<S, S1>)),
  retold: (told) => either(is, one.retold(told), other.retold(told))
})

/**
 * The decision, unless there is an answer that was given before; then no rule applies but `still`, which it has too.
 * `where`: when there is one, in words that follow "where".
 */
export const unlessDoneBefore = <S, X, A, Name extends RefusalName>(
  where: string,
  before: (subject: S) => A | undefined,
  still: Rule<S, Name>,
  does: ReadonlyArray<Follows>,
  { parts, decide, explain, retold }: Decision<S, X, A>
): Decision<S, X | Refusal<Name>, A> => {
  const refused = refusedBy([still])
  return {
    parts: parts.map((part) => ({
      ...part,
      follows: [...part.follows, ...does],
      doneBefore: { where, still: still.name }
    })),
    decide: (subject) => {
      const after = before(subject)
      if (after === undefined) return decide(subject)
      return refused(subject as never) ?? E.right(after)
    },
    explain: (subject) => {
      const explained = explain(subject)
      if (before(subject) === undefined) return explained
      const rules = explained.rules.map((finding) =>
        finding.rule === still.name ? finding : { ...finding, verdict: 'does not apply' as const }
      )
      return { rules, follows: rules.some(isBroken) ? [] : does }
    },
    retold: (told) => unlessDoneBefore(where, before, told(still), does, retold(told))
  }
}
