import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { EditionName } from '../editions/editions.js'
import { isOpen } from '../Evidence.js'
import { sources } from '../sources.js'
import type { Deviation } from './Deviation.js'
import { inWords, type Exchange, type Members } from './Exchange.js'
import { withoutSecrets } from './secrets.js'

/**
 * The outcome of a check: `different` where the endpoint deviates; `left open` where AWS does not say what has to
 * happen; `not reached` where the endpoint could not be brought to show it. `faults`: the ids of the deviations.
 */
export type CheckOutcome =
  | { readonly is: 'as documented' | 'left open' }
  | { readonly is: 'different'; readonly faults: ReadonlyArray<string> }
  | { readonly is: 'not reached'; readonly why: string }

/** A check and its outcome. A cell of the matrix has a row and a state. */
export interface Check {
  readonly id: string
  readonly type: CustomKeyStoreType
  readonly says: string
  readonly row?: string
  readonly state?: ConnectionState
  readonly outcome: CheckOutcome
}

/** A request and its answer, without secrets. */
export interface Shown {
  readonly operation: string
  readonly request: Members
  readonly answer: unknown
}

/** A deviation, where it was first seen, and the requests that show it. */
export interface ReportedDeviation extends Deviation {
  /** Names the deviation in the checks that it was seen in. */
  readonly id: string
  readonly url: string
  readonly seenIn: string
  readonly history: ReadonlyArray<Shown>
}

/** How many random histories ran, or why none did. */
export type Histories =
  { readonly ran: number; readonly seed: number } | { readonly ran: 0; readonly why: string }

/** The checks of an endpoint, and its deviations. */
export interface ConformReport {
  readonly endpoint: string
  readonly edition: EditionName
  readonly checks: ReadonlyArray<Check>
  readonly faults: ReadonlyArray<ReportedDeviation>
  readonly histories: Histories
  /** The ids of stores that could not be deleted again. */
  readonly left: ReadonlyArray<string>
  /** Why not everything was tried, where the run was ended before. */
  readonly cutShort?: string
}

const answerOf = ({ reply }: Exchange): unknown =>
  'output' in reply ? withoutSecrets(reply.output) : inWords(reply)

const isRepeated = (exchange: Exchange, next: Exchange | undefined): boolean =>
  next !== undefined && JSON.stringify(exchange) === JSON.stringify(next)

/** Exchanges without secrets; of equal ones in a row only the last. */
const exchangesShown = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Shown> =>
  exchanges
    .filter((exchange, i) => !isRepeated(exchange, exchanges[i + 1]))
    .map((exchange) => ({
      operation: exchange.operation,
      request: withoutSecrets(exchange.request),
      answer: answerOf(exchange)
    }))

/** The id of a deviation. Two that agree in all but the names and ids of the case are one. */
export const idOf = ({ operation, difference: { rule, says, kind } }: Deviation): string =>
  [operation, rule, kind, says].join(' / ')

export const reportedDeviation = (
  deviation: Deviation,
  seenIn: string,
  exchanges: ReadonlyArray<Exchange>
): ReportedDeviation => ({
  ...deviation,
  id: idOf(deviation),
  url: sources[deviation.difference.source].url,
  seenIn,
  history: exchangesShown(exchanges)
})

/** Whether a deviation breaks a rule that AWS states or implies, and not only an assumption. */
export const breaksARule = ({ difference }: Deviation): boolean => !isOpen(difference)

/** Whether no rule is broken, as far as the endpoint could be brought to show it. */
export const conforms = ({ faults }: ConformReport): boolean => !faults.some(breaksARule)

export const countOf = ({ checks }: ConformReport, is: CheckOutcome['is']): number =>
  checks.filter(({ outcome }) => outcome.is === is).length
