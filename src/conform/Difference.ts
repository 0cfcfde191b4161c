import type { Finding } from '../questions/explain.js'
import type { AssumptionNumber } from '../assumptions.js'
import type { Standing } from '../rules/Rule.js'
import type { Source } from '../sources.js'
import type { Statement } from './statements.js'

/** A way in which an endpoint does other than AWS documents. */
export interface Difference {
  readonly rule: string
  /** The rule as a sentence. */
  readonly says: string
  readonly source: Source
  readonly standing: Standing
  readonly assumes?: AssumptionNumber
  /** What it should have been, and what it was, in a few words. */
  readonly expected: string
  readonly got: string
}

const evidence = ({ says, source, standing, assumes }: Finding | Statement) => ({
  says,
  source,
  standing,
  ...(assumes && { assumes })
})

/** The rule that an operation should have been refused by, or that it was refused by though it holds. */
export const ofRule = (finding: Finding, expected: string, got: string): Difference => ({
  rule: finding.rule,
  ...evidence(finding),
  expected,
  got
})

export const ofStatement = (statement: Statement, expected: string, got: string): Difference => ({
  rule: statement.name,
  ...evidence(statement),
  expected,
  got
})
