import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { Concern, Resource } from '../Resource.js'
import { resourceOf, type Subjects } from '../rules/concerned.js'
import { findings, isBroken, type Findings } from '../rules/findings.js'
import { isSaidOf, type Follows } from '../rules/Follows.js'
import {
  enforce,
  keeps,
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
}

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
}

/** The state of the store that a subject is about, if it is about one. */
const stateOf = (subject: unknown): ConnectionState | undefined =>
  (subject as { readonly store?: { readonly ConnectionState: ConnectionState } }).store?.ConnectionState

/** The refusal, with the resource that it is about, if there is one. */
const naming = <X extends { readonly resource?: Resource }>(
  refusal: X,
  concern: Concern | undefined,
  subject: unknown
): X => {
  const resource = resourceOf(concern, subject as Subjects)
  return resource === undefined ? refusal : { ...refusal, resource }
}

/** The rules, what AWS says of their effect, and the effect. `rest`: the subject again, for what no rule looks at. */
export const decision = <const Rules extends ReadonlyArray<AnyRule>, Rest, After>(
  rules: Rules,
  follows: ReadonlyArray<Follows<SubjectOf<Rules> & Rest>>,
  effect: (known: SubjectOf<Rules> & KnownOf<Rules>, rest: Rest) => After
): Decision<SubjectOf<Rules> & Rest, RefusalOf<Rules>, After> => {
  const allow = enforce(rules)
  const concerns = new Map<unknown, Concern | undefined>(rules.map((rule) => [rule.refusal, rule.concerns]))
  return {
    parts: [{ rules, follows }],
    decide: (subject) => {
      const allowed = allow(subject)
      return E.isLeft(allowed)
        ? E.left(naming(allowed.left, concerns.get(allowed), subject))
        : E.right(effect(allowed.right, subject))
    },
    explain: (subject) => {
      const found = findings(rules, subject)
      return {
        rules: found,
        follows: found.some(isBroken) ? [] : follows.filter(isSaidOf(subject, stateOf(subject)))
      }
    }
  }
}

/** The same decision, listed under a title. */
export const titled = <S, X, A>(title: string, { parts, ...rest }: Decision<S, X, A>): Decision<S, X, A> => ({
  ...rest,
  parts: parts.map((part) => ({ ...part, title }))
})

/** One decision for the subjects of a kind, and another one for the rest. */
export const either = <S, S1 extends S, X1, A1, X2, A2>(
  is: (subject: S) => subject is S1,
  one: Decision<S1, X1, A1>,
  other: Decision<Exclude<S, S1>, X2, A2>
): Decision<S, X1 | X2, A1 | A2> => ({
  parts: [...one.parts, ...other.parts],
  decide: (subject) => (is(subject) ? one.decide(subject) : other.decide(subject as Exclude<S, S1>)),
  explain: (subject) => (is(subject) ? one.explain(subject) : other.explain(subject as Exclude<S, S1>))
})

/** The decision, unless there is an answer that was given before; then no rule applies but `still`, which it has too. */
export const unlessDoneBefore = <S, X, A, Name extends RefusalName>(
  before: (subject: S) => A | undefined,
  still: Rule<S, Name>,
  does: ReadonlyArray<Follows>,
  { parts, decide, explain }: Decision<S, X, A>
): Decision<S, X | Refusal<Name>, A> => {
  const stands = keeps([still])
  return {
    parts: parts.map((part) => ({ ...part, follows: [...part.follows, ...does] })),
    decide: (subject) => {
      const after = before(subject)
      if (after === undefined) return decide(subject)
      return stands(subject)
        ? E.right(after)
        : E.mapLeft((refusal: Refusal<Name>) => naming(refusal, still.concerns, subject))(still.refusal)
    },
    explain: (subject) => {
      const explained = explain(subject)
      if (before(subject) === undefined) return explained
      const rules = explained.rules.map((finding) =>
        finding.rule === still.name ? finding : { ...finding, verdict: 'does not apply' as const }
      )
      return { rules, follows: rules.some(isBroken) ? [] : does }
    }
  }
}
