import * as E from 'fp-ts/lib/Either.js'
import { constFalse, constTrue } from 'fp-ts/lib/function.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { editionNames, type EditionName } from '../editions/editions.js'
import type { AssumptionNumber } from '../leavesOpen.js'
import { disagreeing, type ValidationException } from '../exceptions/commonErrors.js'
import { exception, type Exception, type ExceptionName } from '../exceptions/Exception.js'
import { partAskedOf, type Claim } from '../Claim.js'
import { evidenceOf, type Evidence } from '../Evidence.js'
import type { Source } from '../sources.js'
import type { Subjects } from './concerned.js'
import { refusing } from './refusing.js'

/** The exceptions with which a rule can refuse. */
export type RefusalName = ExceptionName | 'ValidationException'
/** What a rule refuses with: a documented exception, or a ValidationException. */
export type Refusal<Name extends RefusalName = RefusalName> = Name extends ExceptionName
  ? Exception<Name>
  : ValidationException

/** A claim that an operation requires, and the exception that answers when it does not hold. */
export interface Rule<in A, out Name extends RefusalName = RefusalName, out Known = unknown> extends Claim<
  A,
  Known
> {
  readonly otherwise: Name
  /** The exceptions that may answer in its place, where AWS names several or none. */
  readonly openTo?: OpenTo
  /** The conditions under which alone it is looked at, all of them, in words. */
  readonly where?: ReadonlyArray<string>
  /** What it is looked at of, where an operation looks at the same rule of several things. */
  readonly of?: string
  /** Where the claim is false and yet the rule does not refuse, because of an assumption. */
  readonly waived?: Waived<A>
  /** The other editions of AWS's text by which it does not refuse a subject that it refuses. */
  readonly allowedBy?: (subject: A) => ReadonlyArray<EditionName>
  readonly refusal: E.Left<Refusal<Name>>
}

/** In which cases a rule is waived, and by which assumptions. */
export interface Waived<in A> {
  readonly assumes: ReadonlyArray<AssumptionNumber>
  /** Whether that is in every case. */
  readonly always: boolean
  readonly where: (subject: A) => boolean
}

/** The exceptions that may answer in place of a rule's own, where AWS names several, or any where it names none. */
export type OpenTo = ReadonlyArray<RefusalName> | 'any exception'

/** The evidence that this exception answers, in place of the claim's. */
export interface OwnEvidence extends Partial<Evidence>, Pick<Claim<never>, 'onEachPage'> {
  readonly openTo?: OpenTo
}

/** The rule that the claim holds, or else the operation is refused. */
export const unless = <A, Known, Name extends RefusalName>(
  claim: Claim<A, Known>,
  otherwise: Name,
  own: OwnEvidence = {}
): Rule<A, Name, Known> => {
  const { onEachPage, ...statement } = claim
  const stated = { ...statement, ...(onEachPage && own.source === undefined && { onEachPage }), ...own }
  const broken = { rule: claim.name, ...evidenceOf(stated) }
  const refusal =
    otherwise === 'ValidationException'
      ? disagreeing(claim.says, broken)
      : exception(otherwise, claim.says, broken)
  return { ...stated, otherwise, refusal: { _tag: 'Left', left: refusal as Refusal<Name> } }
}

/** The rule with the other editions that do not have it; `isAllowed`: whether an edition refuses no such subject. */
export const disputed = <A, Name extends RefusalName, Known>(
  edition: EditionName,
  rule: Rule<A, Name, Known>,
  isAllowed: (other: EditionName, subject: A) => boolean
): Rule<A, Name, Known> => ({
  ...rule,
  allowedBy: (subject) => editionNames.filter((other) => other !== edition && isAllowed(other, subject))
})

/** The rule as an operation with that page has it. */
export const citing =
  (page: Source) =>
  <A, Name extends RefusalName>(rule: Rule<A, Name>): Rule<A, Name> =>
    rule.onEachPage === true ? unless(rule, rule.otherwise, { source: page }) : rule

/** The same rule, looked at of one of several things. */
export const ruleOf =
  (of: string) =>
  <A, Name extends RefusalName>(rule: Rule<A, Name>): Rule<A, Name> => ({ ...rule, of })

/** A rule that AWS's text could be read to have, and that is not asked for: no page states it of the operation. */
export const neverAsked = <A, Name extends RefusalName>(
  rule: Rule<A, Name>,
  assumes: ReadonlyArray<AssumptionNumber>
): Rule<A, Name> => ({
  ...rule,
  assumes: [...new Set([...(rule.assumes ?? []), ...assumes])],
  applies: constFalse,
  waived: { assumes, always: true, where: (subject) => rule.applies(subject) && !rule.holds(subject) }
})

export type AnyRule = Rule<never>

// A union of functions, inferred at one parameter, gives the intersection of their parameters: from the subjects
// `(a: {store}) => void | (a: {cluster}) => void` it is `{store} & {cluster}`, which is what all the rules look at.
type LooksAt<R> = R extends Rule<infer A> ? (subject: A) => void : never
type Learns<R> = R extends Rule<never, RefusalName, infer Known> ? (known: Known) => void : never
type All<F> = [F] extends [(each: infer A) => void] ? A : never

/** Everything that the rules of a list look at. */
export type SubjectOf<Rules extends ReadonlyArray<AnyRule>> = All<LooksAt<Rules[number]>>
/** Everything that is known once the rules of a list hold. */
export type KnownOf<Rules extends ReadonlyArray<AnyRule>> = All<Learns<Rules[number]>>
/** Every exception with which a list of rules can refuse. */
export type RefusalOf<Rules extends ReadonlyArray<AnyRule>> = Refusal<Rules[number]['otherwise']>

/** The same rule, where it takes assumptions to ask for it. */
export const assuming = <A, Name extends RefusalName>(
  assumes: ReadonlyArray<AssumptionNumber>,
  rule: Rule<A, Name>
): Rule<A, Name> => unless(rule, rule.otherwise, { assumes: [...(rule.assumes ?? []), ...assumes] })

/** Whether a subject breaks none of the rules. */
export const keeps =
  <A>(rules: ReadonlyArray<Rule<A>>) =>
  (subject: A): boolean =>
    rules.every((rule) => !rule.applies(subject) || rule.holds(subject))

/** Neighbours that apply to the same subjects, so that they are asked about it once. */
const groups = RNEA.group<Rule<unknown>>({ equals: (a, b) => a.applies === b.applies })

/** Neighbours as they are asked: about the part of a subject that all of them are about, or about the subject. */
const asked = (group: RNEA.ReadonlyNonEmptyArray<Rule<unknown>>) => {
  const { applies } = group[0]
  const parts = group.flatMap((rule) => partAskedOf(rule) ?? [])
  const isAboutPart = parts.length === group.length
  return {
    of: isAboutPart ? parts[0]?.of : undefined,
    applies: applies === constTrue ? undefined : applies,
    // Plain pairs, since V8 is slow to read from records as diverse as rules.
    checks: group.map((rule, i) => ({
      is: ((isAboutPart && parts[i]?.is) || rule.holds) as (subject: unknown, whole: unknown) => boolean,
      refuse: refusing(rule)
    }))
  }
}

/** The refusal by the first of the rules, in their order, that does not hold of a subject; none where all of them hold. */
export const refusedBy = <const Rules extends ReadonlyArray<AnyRule>>(rules: Rules) => {
  const inOrder = groups(rules as ReadonlyArray<AnyRule> as ReadonlyArray<Rule<unknown>>)
    .filter(([{ applies }]) => applies !== constFalse)
    .map(asked)
  return (subject: SubjectOf<Rules>): E.Either<RefusalOf<Rules>, never> | undefined => {
    for (const { of, applies, checks } of inOrder) {
      const part = of === undefined ? subject : of(subject)
      if (part === undefined || (of === undefined && applies?.(subject) === false)) continue
      for (const { is, refuse } of checks) {
        if (!is(part, subject)) return refuse(subject as Subjects) as E.Either<RefusalOf<Rules>, never>
      }
    }
    return undefined
  }
}

/** Holds a subject against the rules in their order; the first that does not hold refuses. */
export const enforce = <const Rules extends ReadonlyArray<AnyRule>>(rules: Rules) => {
  const refused = refusedBy(rules)
  return <A extends SubjectOf<Rules>>(subject: A): E.Either<RefusalOf<Rules>, A & KnownOf<Rules>> =>
    refused(subject) ?? E.right(subject as A & KnownOf<Rules>)
}
