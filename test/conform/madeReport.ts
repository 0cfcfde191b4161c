/** Reports made by hand, of four checks; and each outcome that a check can have. */
import {
  reportOf,
  type Check,
  type CheckOutcome,
  type ConformReport,
  type Findings
} from '../../src/conform/ConformReport.js'
import { reportedDeviation, type ReportedDeviation } from '../../src/conform/ReportedDeviation.js'
import { ofStatement, type Difference } from '../../src/conform/Difference.js'
import { reportHead } from '../../src/conform/ReportHead.js'
import { answerIsAwsJson, describeShowsTheStore } from '../../src/conform/statements.js'

/** Two deviations of one rule, and one of another. */
export const deviations: ReadonlyArray<ReportedDeviation> = [
  ofStatement(answerIsAwsJson, 'an id', 'nothing'),
  ofStatement(answerIsAwsJson, 'an id', 'a number'),
  ofStatement(describeShowsTheStore, 'the store', 'no store')
].map((difference, i) =>
  reportedDeviation({ operation: 'CreateKey', difference, allowedBy: [] }, `AWS_CLOUDHSM/check-${i + 1}`, [
    { operation: 'CreateKey', request: { KeyId: `k${i}` }, reply: { output: {} } }
  ])
)

const ids = deviations.map(({ id }) => id)

const outcomes: ReadonlyArray<CheckOutcome> = [
  { is: 'as documented' },
  { is: 'different', faults: ids.slice(0, 2) },
  { is: 'left open' },
  { is: 'not reached', why: 'it never ends' }
]

export const findings: Findings = {
  checks: outcomes.map((outcome, i) => ({
    id: `AWS_CLOUDHSM/check-${i + 1}`,
    type: 'AWS_CLOUDHSM',
    says: `CreateKey number ${i + 1}`,
    outcome,
    milliseconds: 250 * (i + 1)
  })),
  faults: deviations,
  histories: { ran: 7, seed: 3 },
  left: { stores: [], keys: [] },
  milliseconds: { all: 4_100, histories: 1_500 }
}

const head = reportHead(
  {
    endpoint: 'http://127.0.0.1:8080',
    edition: 'exception-text-2022',
    name: 'an emulator',
    implementationVersion: '1.2.3'
  },
  '2026-11-24T09:15:00.000Z'
)

/** The report; `changed`: what it has in place of its own. */
export const madeReport = (changed: Partial<ConformReport & Findings> = {}): ConformReport => ({
  ...reportOf({ ...head, ...changed }, { ...findings, ...changed })
})

/** A check with an outcome. */
export const check = (outcome: CheckOutcome, id = 'a'): Check => ({
  id,
  type: 'AWS_CLOUDHSM',
  says: 'A check.',
  outcome,
  milliseconds: 1
})

export const eachOutcome: ReadonlyArray<CheckOutcome> = [
  { is: 'as documented' },
  { is: 'left open' },
  { is: 'different', faults: ['x'] },
  { is: 'not useful', faults: ['x'] },
  { is: 'not reached', why: 'it never ends' },
  { is: 'not implemented', operation: 'CreateKey' }
]

const difference = ofStatement(describeShowsTheStore, 'the store', 'no store')
export const assumed: Difference = { ...difference, standing: 'assumed', assumes: ['A3'] }
export const deviation = { operation: 'CreateKey', difference, allowedBy: [] } as const
