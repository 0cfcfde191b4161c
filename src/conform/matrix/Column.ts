import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { Timestamp } from '../../codec/Timestamp.js'
import { customKeyStoreTypes } from '../../model/CustomKeyStoreType.js'
import type { CheckOutcome } from '../ConformReport.js'
import { reportSchema } from '../ReportHead.js'

/** What the matrix takes from a report. All of it is text from outside, and may be made to harm. */

const mostEntries = 5_000

const list = <A>(of: t.Type<A, unknown>, name: string) =>
  t.refinement(
    t.readonlyArray(of),
    (all) => all.length <= mostEntries,
    `list of at most ${String(mostEntries)} ${name}`
  )

/** Of all that is read as a moment, what a report writes. */
const timeInUtc = /T[\d:]{8}(\.\d{1,9})?Z/
const date = t.refinement(
  t.string,
  (text) => timeInUtc.test(text) && E.isRight(Timestamp.decode(text)),
  'date in UTC, such as 2026-11-24T09:15:00Z'
)

const outcome: t.Type<CheckOutcome, unknown> = t.union([
  t.type({ is: t.keyof({ 'as documented': null, 'left open': null }) }),
  t.type({ is: t.keyof({ different: null, 'not useful': null }), faults: list(t.string, 'ids') }),
  t.type({ is: t.literal('not reached'), why: t.string }),
  t.type({ is: t.literal('not implemented'), operation: t.string })
])

const check = t.type({
  id: t.string,
  type: t.keyof({ [customKeyStoreTypes[0]]: null, [customKeyStoreTypes[1]]: null }),
  says: t.string,
  outcome
})

const fault = t.type({
  id: t.string,
  operation: t.string,
  difference: t.type({
    rule: t.string,
    says: t.string,
    source: t.string,
    standing: t.keyof({ documented: null, implied: null, observed: null, assumed: null }),
    expected: t.string,
    got: t.string
  }),
  allowedBy: list(t.string, 'editions'),
  seenIn: list(t.string, 'ids'),
  /** A report of an earlier version does not tell. */
  reproduced: t.union([t.boolean, t.undefined]),
  untried: t.union([t.literal(true), t.undefined])
})

const Report = t.type({
  version: t.string,
  date,
  name: t.string,
  implementationVersion: t.union([t.string, t.undefined]),
  edition: t.string,
  checks: list(check, 'checks'),
  faults: list(fault, 'faults')
})

export type ColumnCheck = t.TypeOf<typeof check>
export type ColumnFault = t.TypeOf<typeof fault>

/** One implementation: a report, as far as the matrix shows it. */
export interface Column extends t.TypeOf<typeof Report> {
  readonly check: ReadonlyMap<string, ColumnCheck>
  readonly fault: ReadonlyMap<string, ColumnFault>
}

const Schema = t.type({ schema: t.literal(reportSchema) })

const byId = <A extends { readonly id: string }>(all: ReadonlyArray<A>): ReadonlyMap<string, A> =>
  new Map(all.map((one) => [one.id, one]))

const mostComplaints = 3

/** Reads a report; left: why it is none. */
export const readColumn = (input: unknown): E.Either<string, Column> =>
  pipe(
    input,
    E.fromPredicate(Schema.is, () => `it is no report of conform with the schema ${reportSchema}`),
    E.chain((found) =>
      pipe(
        decode(Report)(found),
        E.mapLeft((violations) => report(violations).slice(0, mostComplaints).join('; '))
      )
    ),
    E.map((read) => ({ ...read, check: byId(read.checks), fault: byId(read.faults) }))
  )
