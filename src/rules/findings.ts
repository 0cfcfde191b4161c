import type { AssumptionNumber } from '../leavesOpen.js'
import { evidenceOf, standingOf, type Evidence, type Standing } from '../Evidence.js'
import type { OpenTo, RefusalName, Rule, SubjectOf } from './Rule.js'

/** How one rule of an operation stands in a case. */
export interface Finding extends Evidence {
  readonly rule: string
  /** The rule as a sentence. */
  readonly says: string
  readonly standing: Standing
  /** The conditions under which alone it is looked at, in words. */
  readonly where?: ReadonlyArray<string>
  /** What it is looked at of, where an operation looks at the same rule of several things. */
  readonly of?: string
  /** The exception that answers when the rule does not hold. */
  readonly otherwise: RefusalName
  /** The exceptions that may answer in its place. */
  readonly openTo?: OpenTo
  readonly verdict: 'holds' | 'does not hold' | 'does not apply'
  /** The rule is never asked for, because of an assumption: it is there to show what AWS leaves open. */
  readonly neverAsked?: true
  /** The assumptions by which the rule is waived here, though its claim is false. */
  readonly waived?: ReadonlyArray<AssumptionNumber>
}

/** How the rules of an operation stand in a case, in the order in which they are looked at. */
export type Findings = ReadonlyArray<Finding>

const verdictOf = <A>(rule: Rule<A>, subject: A): Finding['verdict'] => {
  if (!rule.applies(subject)) return 'does not apply'
  return rule.holds(subject) ? 'holds' : 'does not hold'
}

const finding =
  <A>(subject: A) =>
  (rule: Rule<A>): Finding => ({
    rule: rule.name,
    says: rule.says,
    ...evidenceOf(rule),
    standing: standingOf(rule),
    ...(rule.where && { where: rule.where }),
    ...(rule.of && { of: rule.of }),
    otherwise: rule.otherwise,
    ...(rule.openTo && { openTo: rule.openTo }),
    verdict: verdictOf(rule, subject),
    ...(rule.waived?.always === true && { neverAsked: true }),
    ...(rule.waived?.where(subject) === true && { waived: rule.waived.assumes })
  })

/** How each rule of a list stands, and not only the first that refuses. */
export const findings = <const Rules extends ReadonlyArray<Rule<never>>>(
  rules: Rules,
  subject: SubjectOf<Rules>
): Findings =>
  (rules as ReadonlyArray<Rule<never>> as ReadonlyArray<Rule<unknown>>).map(finding<unknown>(subject))

export const isBroken = ({ verdict }: Finding): boolean => verdict === 'does not hold'
