import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../codec/decode.js'
import { editions, type EditionName } from '../editions/editions.js'
import { operations } from '../operations/index.js'
import { refusedWith } from './errorNames.js'
import type { EndpointReply, Exchange } from './Exchange.js'
import { reportSchema } from './ReportHead.js'

/** A deviation of a report, as far as it can be looked for again. */
export interface ReportedFault {
  readonly id: string
  /** Its place in the report, from 1 on. */
  readonly number: number
  readonly operation: string
  readonly rule: string
  readonly exchanges: ReadonlyArray<Exchange>
}

/** The deviations of a report, and the edition that it was checked against. */
export interface ReportedFaults {
  readonly edition: EditionName
  readonly faults: ReadonlyArray<ReportedFault>
}

/** One of the names of a record, which is called by what they are names of. */
const nameIn = <Name extends string>(
  record: Readonly<Record<Name, unknown>>,
  of: string
): t.Type<Name, string> =>
  t.refinement(t.string, (name): name is Name & string => Object.hasOwn(record, name), of)

const shown = t.type(
  {
    operation: nameIn(operations, 'operation'),
    request: t.UnknownRecord,
    answer: t.union([t.UnknownRecord, t.string])
  },
  'exchange'
)

const mostExchanges = 500

const history = t.refinement(
  t.readonlyArray(shown),
  ({ length }) => length <= mostExchanges,
  `list of at most ${String(mostExchanges)} requests`
)

const fault = t.type(
  { id: t.string, operation: t.string, difference: t.type({ rule: t.string }, 'difference'), history },
  'deviation'
)

const Report = t.type(
  {
    schema: t.literal(reportSchema),
    edition: nameIn(editions, 'edition'),
    faults: t.readonlyArray(fault, 'list')
  },
  'Report'
)

const replyIn = (answer: t.TypeOf<typeof shown>['answer']): EndpointReply =>
  typeof answer === 'string' ? { ...refusedWith(answer), message: '' } : { output: answer }

/** The exchanges that a report shows. */
export const exchangesIn = (history: ReadonlyArray<t.TypeOf<typeof shown>>): ReadonlyArray<Exchange> =>
  history.map(({ operation, request, answer }) => ({ operation, request, reply: replyIn(answer) }))

const mostComplaints = 3

/** Reads the deviations of a report; left: why it is none. */
export const readReportedFaults = (input: unknown): E.Either<string, ReportedFaults> =>
  pipe(
    decode(Report)(input),
    E.mapLeft(
      (violations) =>
        `no report of conform with the schema ${reportSchema}: ${report(violations).slice(0, mostComplaints).join('; ')}`
    ),
    E.map(({ edition, faults }) => ({
      edition,
      faults: faults.map(({ id, operation, difference: { rule }, history }, i) => ({
        id,
        number: i + 1,
        operation,
        rule,
        exchanges: exchangesIn(history)
      }))
    }))
  )

/** Those that a text names, by id or by number; all of them where there is no text. */
export const faultsNamed = (
  faults: ReadonlyArray<ReportedFault>,
  name: string | undefined
): ReadonlyArray<ReportedFault> =>
  name === undefined ? faults : faults.filter(({ id, number }) => id === name || String(number) === name)
