import type { AssumptionNumber } from '../leavesOpen.js'
import { standingOf, type Evidence, type Standing, type Statement } from '../Evidence.js'
import type { Finding } from '../rules/findings.js'
import type { Source } from '../sources.js'

/** A way in which an endpoint deviates from what AWS documents. */
export interface Difference {
  readonly rule: string
  /** The rule as a sentence. */
  readonly says: string
  readonly source: Source
  readonly standing: Standing
  readonly assumes?: ReadonlyArray<AssumptionNumber>
  /** The answer or state that AWS documents, and the one that was seen, in a few words. */
  readonly expected: string
  readonly got: string
  /** The same as `got` without the names, ids and values of the case. */
  readonly kind: string
}

const evidence = (stated: Evidence & Pick<Statement, 'says'>) => ({
  says: stated.says,
  source: stated.source,
  standing: standingOf(stated),
  ...(stated.assumes && { assumes: stated.assumes })
})

/** The rule that should have refused an operation, or that refused it though it holds. */
export const ofRule = (finding: Finding, expected: string, got: string): Difference => ({
  rule: finding.rule,
  ...evidence(finding),
  expected,
  got,
  kind: got
})

/** `kind`: needed where `got` has something of the case in it. */
export const ofStatement = (statement: Statement, expected: string, got: string, kind = got): Difference => ({
  rule: statement.name,
  ...evidence(statement),
  expected,
  got,
  kind
})
