import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../codec/decode.js'
import { operationNames, operations } from '../operations/index.js'
import type { ConformReport } from './ConformReport.js'
import { breaksARule, isDoubtful, type ReportedDeviation } from './ReportedDeviation.js'

/** Rules that an endpoint is known to break, each as the operation and the rule: `CreateKey storeExists`. */
export type ExpectedFailures = ReadonlyArray<string>

const Names = t.readonlyArray(t.string, 'ExpectedFailures')

const isOfAnOperation = (name: string): boolean =>
  operationNames.some((operation) => name.startsWith(`${operations[operation].operation} `))

/** Reads the file of --expected-failures; left: what is wrong with it. */
export const readExpectedFailures = (input: unknown): E.Either<string, ExpectedFailures> =>
  pipe(
    decode(Names)(input),
    E.mapLeft((violations) => report(violations).join('; ')),
    E.filterOrElse(
      (names) => names.every(isOfAnOperation),
      (names) =>
        `${JSON.stringify(names.find((name) => !isOfAnOperation(name)))} is no operation with a rule, such as "CreateKey storeExists"`
    )
  )

/** A rule by the name that it has in the list. */
export const nameOf = ({ operation, difference }: ReportedDeviation): string =>
  `${operation} ${difference.rule}`

/** The rules that a report shows broken, each once. */
const brokenIn = ({ faults }: Pick<ConformReport, 'faults'>): ExpectedFailures => [
  ...new Set(faults.filter(breaksARule).map(nameOf))
]

/** What differs from the failures that were expected. */
export interface Unexpected {
  /** Broken rules that are not in the list. */
  readonly unexpected: ExpectedFailures
  /** Entries of the list that are not broken any longer. */
  readonly stale: ExpectedFailures
}

export const comparedWith = (
  expected: ExpectedFailures,
  found: Pick<ConformReport, 'faults'>
): Unexpected => {
  const broken = brokenIn(found)
  // What is seen only now and then is not mended.
  const seen = [...broken, ...found.faults.filter(isDoubtful).map(nameOf)]
  return {
    unexpected: broken.filter((name) => !expected.includes(name)),
    stale: expected.filter((name) => !seen.includes(name))
  }
}
