import type { AssumptionNumber } from '../leavesOpen.js'
import { assumesOpen, isOpen } from '../Evidence.js'
import type { Explanation } from '../operations/Decision.js'
import { isBroken, type Finding } from '../rules/findings.js'
import type { Follows } from '../rules/Follows.js'
import type { OpenTo, RefusalName } from '../rules/Rule.js'

/** How far AWS leaves a case open: an endpoint that differs only in that is not at fault. */
export interface LeftOpen {
  /** Whether the request may be accepted though the model refuses it, or refused though it accepts it. */
  readonly outcome: boolean
  /** The exceptions that may answer, besides the one with which the model refuses. */
  readonly exceptions: OpenTo
  /** The assumptions because of which something is open. */
  readonly assumes: ReadonlyArray<AssumptionNumber>
}

const assumedBy = (all: ReadonlyArray<{ readonly assumes?: ReadonlyArray<AssumptionNumber> }>) => [
  ...new Set(all.flatMap(({ assumes = [] }) => assumes))
]

const otherExceptions = (first: Finding, broken: ReadonlyArray<Finding>): OpenTo => {
  const named: Array<RefusalName> = []
  for (const { otherwise, openTo = [] } of broken) {
    if (openTo === 'any exception') return openTo
    named.push(otherwise, ...openTo)
  }
  return [...new Set(named)].filter((name) => name !== first.otherwise)
}

/** The order in which rules are looked at, which decides what answers where several are broken. */
const order: AssumptionNumber = 'A1'

const orderAssumedBy = (findings: ReadonlyArray<Finding>): ReadonlyArray<AssumptionNumber> => {
  const own = findings.flatMap(assumesOpen('order'))
  return own.length === 0 ? [order] : own
}

/** The assumptions that say which of its exceptions a rule answers with; the one on all rules if it has none. */
const withinRule = (finding: Finding): ReadonlyArray<AssumptionNumber> =>
  finding.openTo === undefined ? [] : orderAssumedBy([finding])

/** The assumptions that say which of two rules answers; the one on all rules if neither has one that places it. */
const betweenRules = (...two: ReadonlyArray<Finding>): ReadonlyArray<AssumptionNumber> =>
  orderAssumedBy(two.filter(({ openTo }) => openTo === undefined))

/** Whether a rule can answer with what the first broken one does not. */
const answersOtherwise =
  (first: Finding) =>
  ({ otherwise, openTo = [] }: Finding): boolean => {
    const { openTo: also = [] } = first
    if (also === 'any exception') return false
    return (
      openTo === 'any exception' ||
      [otherwise, ...openTo].some((name) => ![first.otherwise, ...also].includes(name))
    )
  }

/** The assumptions that say which of the broken rules answers, and with what. */
const orderedBy = (first: Finding, broken: ReadonlyArray<Finding>): ReadonlyArray<AssumptionNumber> => {
  const others = broken.filter(answersOtherwise(first)).filter((finding) => finding !== first)
  const between = others.flatMap((other) => [...betweenRules(first, other), ...withinRule(other)])
  return [...new Set([...withinRule(first), ...between])]
}

/** Whether AWS says what becomes of a store in its state: then it is accepted there, and only the state after it is open. */
const isStatedOfState = (follows: Follows<never>): boolean => follows.from !== undefined && !isOpen(follows)

/**
 * How far AWS leaves open a case that was explained. Vectors, cells, documents, conform and judge ask this function.
 *
 * @example
 * cks.leftOpen(cks.connect.explain({})(external)).outcome //=> false
 * cks.leftOpen(cks.disconnect.explain({})(external)) //=> { outcome: false, exceptions: [], assumes: [] }
 */
export const leftOpen: (explanation: Explanation) => LeftOpen = ({ rules, follows }) => {
  const broken = rules.filter(isBroken)
  const [first] = broken
  if (first === undefined) {
    const waived = rules.flatMap((rule) => rule.waived ?? [])
    const assumed = assumedBy(follows.filter(isOpen))
    const assumes = [...new Set([...waived, ...assumed])]
    const outcome = waived.length > 0 || (assumed.length > 0 && !follows.some(isStatedOfState))
    return { outcome, exceptions: [], assumes }
  }
  const outcome = broken.every(isOpen)
  const exceptions = otherExceptions(first, broken)
  return { outcome, exceptions, assumes: outcome ? assumedBy(broken) : orderedBy(first, broken) }
}
