import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { breaksARule, type ReportedDeviation } from './ReportedDeviation.js'
import type { ReportHead } from './ReportHead.js'

/**
 * The outcome of a check: `different` where the endpoint deviates; `left open` where AWS does not say what has to
 * happen; `not reached` where the endpoint could not be brought to show it, and
 * `blocked` if it refused what would have led there, or stopped answering; `not useful` where what it showed may follow from
 * an earlier deviation; `not implemented` where the endpoint does not have the operation. `faults`: the ids of the deviations.
 */
export type CheckOutcome =
  | { readonly is: 'as documented' | 'left open' }
  | { readonly is: 'different' | 'not useful'; readonly faults: ReadonlyArray<string> }
  | { readonly is: 'not reached'; readonly why: string; readonly blocked?: true }
  | { readonly is: 'not implemented'; readonly operation: string }

/** A check, its outcome, and how long it took. A cell of the matrix has a row and a state. */
export interface Check {
  readonly id: string
  readonly type: CustomKeyStoreType
  readonly says: string
  readonly row?: string
  readonly state?: ConnectionState
  readonly outcome: CheckOutcome
  readonly milliseconds: number
}

/** How many random histories ran, or why none did. */
export type Histories =
  { readonly ran: number; readonly seed: number } | { readonly ran: 0; readonly why: string }

/** What was found out about an endpoint. */
export interface Findings {
  readonly checks: ReadonlyArray<Check>
  readonly faults: ReadonlyArray<ReportedDeviation>
  readonly histories: Histories
  /** The ids of the stores and keys that could not be removed again. A key goes after its waiting period at the earliest. */
  readonly left: { readonly stores: ReadonlyArray<string>; readonly keys: ReadonlyArray<string> }
  /** Why not everything was tried, where the run was ended before. */
  readonly cutShort?: string
  /** How long all of it took, and the random histories in it. */
  readonly milliseconds: { readonly all: number; readonly histories: number }
}

/** How many checks ended in which way, and how many rules of AWS are broken, each counted once. */
export interface ReportNumbers {
  readonly checks: Readonly<Record<CheckOutcome['is'], number>>
  readonly brokenRules: number
}

/** A report: what it is about, what was found out, and that in numbers. docs/conform-report.schema.json has its form. */
export interface ConformReport extends ReportHead, Findings {
  readonly numbers: ReportNumbers
}

/** Why a check shows nothing, if it does not. */
export const reasonOf = ({ outcome }: Pick<Check, 'outcome'>): string | undefined => {
  switch (outcome.is) {
    case 'not reached':
      return outcome.why
    case 'not implemented':
      return `${outcome.operation} is not implemented`
    case 'not useful':
      return 'what was answered may follow from another fault'
    default:
      return undefined
  }
}

/** Whether something that was asked for was blocked, so that there is no verdict on the whole. */
export const isCutShort = ({ checks }: Pick<ConformReport, 'checks'>): boolean =>
  checks.some(({ outcome }) => outcome.is === 'not reached' && outcome.blocked === true)

/** The rules of AWS that are broken, each once, however many deviations show that. */
const brokenRules = (faults: ReadonlyArray<ReportedDeviation>): ReadonlyArray<string> => [
  ...new Set(faults.filter(breaksARule).map(({ address, difference }) => `${address} ${difference.rule}`))
]

/**
 * Whether no rule is broken, as far as the endpoint could be brought to show it.
 *
 * @example
 * conforming.conforms({ faults: [] }) //=> true
 */
export const conforms = (report: Pick<ConformReport, 'faults'>): boolean => !report.faults.some(breaksARule)

export const countOf = (
  { checks }: { readonly checks: ReadonlyArray<Pick<Check, 'outcome'>> },
  is: CheckOutcome['is']
): number => checks.filter(({ outcome }) => outcome.is === is).length

/** A whole report. */
export const reportOf = (head: ReportHead, findings: Findings): ConformReport => ({
  ...head,
  ...findings,
  numbers: {
    checks: {
      'as documented': countOf(findings, 'as documented'),
      different: countOf(findings, 'different'),
      'left open': countOf(findings, 'left open'),
      'not reached': countOf(findings, 'not reached'),
      'not useful': countOf(findings, 'not useful'),
      'not implemented': countOf(findings, 'not implemented')
    },
    brokenRules: brokenRules(findings.faults).length
  }
})
