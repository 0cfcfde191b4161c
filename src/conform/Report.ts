import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { EditionName } from '../editions/editions.js'
import { sources } from '../sources.js'
import type { Fault } from './Fault.js'
import { inWords, withoutSecrets, type Exchange, type Members } from './Exchange.js'

/**
 * What was seen of one thing that AWS documents: `different` where the endpoint does otherwise; `left open` where AWS
 * does not say what is to be seen; `not reached` where the endpoint could not be brought to show it.
 */
export type Outcome =
  | { readonly is: 'as documented' | 'left open' }
  | { readonly is: 'different'; readonly faults: ReadonlyArray<string> }
  | { readonly is: 'not reached'; readonly why: string }

/** One thing that was tried. A cell of the matrix has a row and a state. */
export interface Check {
  readonly id: string
  readonly type: CustomKeyStoreType
  readonly says: string
  readonly row?: string
  readonly state?: ConnectionState
  readonly outcome: Outcome
}

/** A request and its answer, without secrets. */
export interface Shown {
  readonly operation: string
  readonly request: Members
  readonly answer: unknown
}

/** A difference, where it was first seen, and the requests that show it. */
export interface ReportedFault extends Fault {
  /** Names the fault in the checks that it was seen in. */
  readonly id: string
  readonly url: string
  readonly seenIn: string
  readonly history: ReadonlyArray<Shown>
}

/** What became of the random histories. */
export type Histories =
  { readonly ran: number; readonly seed: number } | { readonly ran: 0; readonly why: string }

/** Everything that was seen of an endpoint. */
export interface Report {
  readonly endpoint: string
  readonly edition: EditionName
  readonly checks: ReadonlyArray<Check>
  readonly faults: ReadonlyArray<ReportedFault>
  readonly histories: Histories
  /** The ids of stores that could not be deleted again. */
  readonly left: ReadonlyArray<string>
}

const answerOf = ({ reply }: Exchange): unknown => ('output' in reply ? reply.output : inWords(reply))

const isRepeated = (exchange: Exchange, next: Exchange | undefined): boolean =>
  next !== undefined && JSON.stringify(exchange) === JSON.stringify(next)

/** The exchanges to reproduce something by; of those that are the same and follow one another, the last. */
export const shown = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Shown> =>
  exchanges
    .filter((exchange, i) => !isRepeated(exchange, exchanges[i + 1]))
    .map((exchange) => ({
      operation: exchange.operation,
      request: withoutSecrets(exchange.request),
      answer: answerOf(exchange)
    }))

/** What two faults must agree in to be one: all but the names and ids of the case. */
export const idOf = ({ operation, difference: { rule, says, got } }: Fault): string =>
  [operation, rule, got.replace(/"[^"]*"|\S*\d\S*/g, '…'), says].join(' / ')

export const reported = (
  fault: Fault,
  seenIn: string,
  exchanges: ReadonlyArray<Exchange>
): ReportedFault => ({
  ...fault,
  id: idOf(fault),
  url: sources[fault.difference.source].url,
  seenIn,
  history: shown(exchanges)
})

/** Whether a fault breaks what AWS states, or what follows from it, and not only what was chosen. */
export const breaksARule = ({ difference: { standing } }: Fault): boolean =>
  standing === 'documented' || standing === 'implied'

/** Whether no rule is broken, as far as the endpoint could be brought to show it. */
export const conforms = ({ faults }: Report): boolean => !faults.some(breaksARule)

export const countOf = ({ checks }: Report, is: Outcome['is']): number =>
  checks.filter(({ outcome }) => outcome.is === is).length
