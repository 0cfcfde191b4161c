import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { faultsNamed, readReportedFaults, type ReportedFaults } from '../conform/reportedFaults.js'
import type { Read } from './commandLine.js'
import { jsonFile } from './jsonFile.js'

/** What --replay and --fault name. `output`: a file for a whole report, of which a replay makes none. */
export const faultsToReplay = (
  file: string | undefined,
  fault: string | undefined,
  output: string | undefined
): Read<ReportedFaults | undefined> => {
  if (file === undefined) {
    return fault === undefined ? E.right(undefined) : E.left('--fault needs --replay')
  }
  if (output !== undefined) return E.left('--replay writes no file')
  return pipe(
    jsonFile(file),
    E.chain((input) =>
      pipe(
        readReportedFaults(input),
        E.mapLeft((wrong) => `${file} is ${wrong}`)
      )
    ),
    E.map((report) => ({ ...report, faults: faultsNamed(report.faults, fault) })),
    E.filterOrElse(
      ({ faults }) => faults.length > 0 || fault === undefined,
      () => `${file} has no fault '${fault ?? ''}'`
    )
  )
}
