import * as E from 'fp-ts/lib/Either.js'
import { constTrue } from 'fp-ts/lib/function.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { AssumptionNumber } from '../assumptions.js'
import { disagreeing, type ValidationException } from '../exceptions/commonErrors.js'
import { exception, type Exception, type ExceptionName } from '../exceptions/Exception.js'
import type { Source } from '../sources.js'

/** How sure a statement is: AWS states it, it follows from what AWS states, or it was chosen where AWS leaves it open. */
export type Standing = 'documented' | 'implied' | 'assumed'

/** Where a statement comes from. */
export interface Evidence {
  readonly source: Source
  readonly standing?: Standing
  readonly assumes?: AssumptionNumber
}

/**
 * Something that can be true of a subject `A`. `Known` is what the compiler may take for granted of the subject once it
 * is true.
 */
export interface Claim<in A, out Known = unknown> {
  readonly name: string
  /** One sentence. */
  readonly says: string
  readonly source: Source
  readonly standing: Standing
  readonly assumes?: AssumptionNumber
  /** Whether the claim has anything to do with the subject. */
  readonly applies: (subject: A) => boolean
  /** Looked at only where the claim applies. */
  readonly holds: (subject: A) => boolean
  /** For the compiler; never there at run time. */
  readonly known?: Known
}

/** What a rule can refuse with. */
export type RefusalName = ExceptionName | 'ValidationException'
export type Refusal<Name extends RefusalName = RefusalName> = Name extends ExceptionName
  ? Exception<Name>
  : ValidationException

/** A claim that an operation requires, and the exception that answers when it does not hold. */
export interface Rule<in A, out Name extends RefusalName = RefusalName, out Known = unknown> extends Claim<
  A,
  Known
> {
  readonly otherwise: Name
  readonly refusal: E.Either<Refusal<Name>, never>
}

export const claim = <A, Known = unknown>({
  applies = constTrue,
  standing = 'documented',
  ...rest
}: Omit<Claim<A>, 'applies' | 'standing' | 'known'> & {
  readonly applies?: (subject: A) => boolean
  readonly standing?: Standing
}): Claim<A, Known> => ({ ...rest, applies, standing })

/** The rule that the claim holds, or else the operation is refused; with evidence of its own where another page says so. */
export const unless = <A, Known, Name extends RefusalName>(
  claim: Claim<A, Known>,
  otherwise: Name,
  evidence: Evidence = claim
): Rule<A, Name, Known> => {
  const { name, source, assumes } = { ...claim, ...evidence }
  const broken = { rule: name, source, ...(assumes && { assumes: [assumes] }) }
  const refusal =
    otherwise === 'ValidationException'
      ? disagreeing(claim.says, broken)
      : exception(otherwise, claim.says, broken)
  return { ...claim, ...evidence, otherwise, refusal: E.left(refusal as Refusal<Name>) }
}

/** The same rule, looked at only where the guard is true. */
export const when = <A, B, Name extends RefusalName>(
  guard: (subject: A) => boolean,
  rule: Rule<B, Name>
): Rule<A & B, Name> => ({ ...rule, applies: (subject) => guard(subject) && rule.applies(subject) })

type AnyRule = Rule<never>
type Told<R> = R extends Rule<infer A> ? (subject: A) => void : never
type Learned<R> = R extends Rule<never, RefusalName, infer Known> ? (known: Known) => void : never
type All<F> = [F] extends [(each: infer A) => void] ? A : never

/** Everything that the rules of a list look at. */
export type SubjectOf<Rules extends ReadonlyArray<AnyRule>> = All<Told<Rules[number]>>
/** Everything that is known once the rules of a list hold. */
export type KnownOf<Rules extends ReadonlyArray<AnyRule>> = All<Learned<Rules[number]>>
/** Every exception with which a list of rules can refuse. */
export type RefusalOf<Rules extends ReadonlyArray<AnyRule>> = Refusal<Rules[number]['otherwise']>

/** Neighbours that apply to the same subjects, so that they are asked about it once. */
const groups = RNEA.group<Rule<unknown>>({ equals: (a, b) => a.applies === b.applies })

/** Holds a subject against the rules in their order; the first that does not hold refuses. */
export const enforce = <const Rules extends ReadonlyArray<AnyRule>>(rules: Rules) => {
  // Plain pairs, since V8 is slow to read from records as diverse as rules.
  const inOrder = groups(rules as ReadonlyArray<AnyRule> as ReadonlyArray<Rule<unknown>>).map((group) => ({
    applies: group[0].applies,
    checks: group.map(({ holds, refusal }) => ({ holds, refusal }))
  }))
  return <A extends SubjectOf<Rules>>(subject: A): E.Either<RefusalOf<Rules>, A & KnownOf<Rules>> => {
    for (const { applies, checks } of inOrder) {
      if (!applies(subject)) continue
      for (const { holds, refusal } of checks) {
        if (!holds(subject)) return refusal as E.Either<RefusalOf<Rules>, never>
      }
    }
    return E.right(subject as A & KnownOf<Rules>)
  }
}
