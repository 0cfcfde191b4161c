import { setFlagsFromString } from 'node:v8'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { amount } from '../codec/amount.js'
import { report } from '../codec/decode.js'
import { isOfKms, kmsEvent, type CloudTrailEvent } from '../judge/CloudTrailEvent.js'
import { concluded, observe, start, storesOf, type Judgement, type StoreSummary } from '../judge/judge.js'
import type { Verdict } from '../judge/Verdict.js'
import { inputs, unpacked, type Input } from '../judge/logs/inputs.js'
import { placeText, recordsIn, type LogRecord } from '../judge/logs/records.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { judgeLine, readJudge, type JudgeOptions } from './judgeOptions.js'
import { progressOn, type Progress } from './judgeProgress.js'
import { harmless } from './terminal.js'
import { storeLine, summaryLine, verdictText, type Count } from './verdictText.js'

/** The logs as far as they have been read. */
interface Reading {
  judgement: Judgement
  records: number
  /** How many of the records are none. */
  broken: number
  kmsEvents: number
  /** How many files could not be read, or not to their end. */
  unread: number
  /** The files in folders that have no name of a log. */
  readonly others: Array<string>
  contradictions: number
}

const newReading = (judgement: Judgement): Reading => ({
  judgement,
  records: 0,
  broken: 0,
  kmsEvents: 0,
  unread: 0,
  others: [],
  contradictions: 0
})

/** How what is found is written. */
interface Output {
  readonly console: Console
  readonly json: boolean
  readonly progress: Progress
}

const complain = ({ console, progress }: Output, complaint: string): void => {
  progress.hide()
  console.complain(`${complaint}\n`)
}

const complainOf = (output: Output, place: string, complaint: string): void =>
  complain(output, `${harmless(place)}: ${harmless(complaint)}`)

/** Writes what has been found, so that it need not be held any longer. */
const tell = async (
  verdicts: ReadonlyArray<Verdict>,
  reading: Reading,
  { console, json, progress }: Output
): Promise<void> => {
  progress.hide()
  for (const verdict of verdicts) {
    if (verdict.standing === 'contradiction') reading.contradictions += 1
    await console.print(json ? `${JSON.stringify(verdict)}\n` : verdictText(console.style, verdict))
  }
}

const day = 24 * 3600
const storesAtOnce = 1_000

/** An error of a file, or of what is packed in it; not one of this program. */
const isOfReading = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && !('syscall' in error && error.syscall === 'write')

/** An event that is dated later than tomorrow would make every event after it one that comes too late. */
const notLater =
  (seconds: number) =>
  (event: CloudTrailEvent): E.Either<string, O.Option<CloudTrailEvent>> =>
    event.eventTime > seconds ? E.left('eventTime: lies in the future') : E.right(O.some(event))

const eventIn = ({ value }: LogRecord, latest: number): E.Either<string, O.Option<CloudTrailEvent>> =>
  pipe(
    value,
    E.chain((record) =>
      pipe(
        kmsEvent(record),
        E.mapLeft((violations) => report(violations).join('; '))
      )
    ),
    E.chain(O.match(() => E.right(O.none), notLater(latest)))
  )

const isOfAnotherService = ({ value }: LogRecord): boolean => E.isRight(value) && !isOfKms(value.right)

/** Takes in what concerns AWS KMS among some records, and complains of what is none. */
const readRecords = async (
  name: string,
  records: ReadonlyArray<LogRecord>,
  reading: Reading,
  output: Output
): Promise<void> => {
  const latest = Date.now() / 1000 + day
  reading.records += records.length
  for (const record of records) {
    if (isOfAnotherService(record)) continue
    const event = eventIn(record, latest)
    if (E.isLeft(event)) {
      reading.broken += 1
      complainOf(output, `${name}${placeText(record)}`, `${event.left}; skipped`)
    } else if (O.isSome(event.right)) {
      reading.kmsEvents += 1
      const judgement = observe(event.right.value)(reading.judgement)
      reading.judgement = judgement.verdicts.length === 0 ? judgement : { ...judgement, verdicts: [] }
      if (judgement.verdicts.length > 0) await tell(judgement.verdicts, reading, output)
    }
  }
  await output.console.roomToComplain?.()
  output.progress.show(reading.records)
}

async function* counted(input: AsyncIterable<Buffer>, { bytes }: Progress): AsyncGenerator<Buffer> {
  for await (const piece of input) {
    bytes(piece.length)
    yield piece
  }
}

/** Reads a log as far as it can be read. */
const readLog = async ({ name, open }: Input, reading: Reading, output: Output): Promise<void> => {
  try {
    for await (const records of recordsIn(unpacked(counted(open(), output.progress)))) {
      await readRecords(name, records, reading, output)
    }
  } catch (error) {
    if (!isOfReading(error)) throw error
    reading.unread += 1
    complainOf(output, name, `cannot be read to its end: ${error.message}`)
  }
}

const readInputs = async (files: JudgeOptions['files'], reading: Reading, output: Output): Promise<void> => {
  for await (const entry of inputs(files, output.console.input)) {
    if (E.isRight(entry)) await readLog(entry.right, reading, output)
    else if (entry.left.why === undefined) reading.others.push(entry.left.name)
    else {
      reading.unread += 1
      complainOf(output, entry.left.name, entry.left.why)
    }
  }
}

const mostNamed = 3

/** Complains of what has not been judged as a whole. */
const complainInTheEnd = (
  { others, kmsEvents }: Reading,
  { allowEmpty }: JudgeOptions,
  output: Output
): void => {
  if (others.length > 0) {
    const named = others.slice(0, mostNamed).join(', ')
    const more = others.length > mostNamed ? ', …' : ''
    complainOf(
      output,
      `${amount(others.length, 'file')} without the name of a log, not read; name what is to be read`,
      `${named}${more}`
    )
  }
  if (kmsEvents === 0 && !allowEmpty) {
    complain(
      output,
      'No event of AWS KMS was read, so nothing was judged. If that is well, give --allow-empty.'
    )
  }
}

const exitCode = ({ contradictions, unread, broken, kmsEvents }: Reading, allowEmpty: boolean): ExitCode => {
  if (contradictions > 0) return 1
  return unread > 0 || broken > 0 || (kmsEvents === 0 && !allowEmpty) ? 2 : 0
}

/** Judges what still waits, and writes what is found. */
const conclude = async (reading: Reading, output: Output): Promise<ReadonlyArray<StoreSummary>> => {
  const stores: Array<StoreSummary> = []
  for (const store of storesOf(reading.judgement)) {
    const [verdicts, summary] = concluded(reading.judgement)(store)
    if (verdicts.length > 0) await tell(verdicts, reading, output)
    stores.push(summary)
  }
  return stores
}

/** Writes the totals, and each store; many stores at a time, but not all of them. */
const printSummary = async (
  { records, broken, kmsEvents }: Reading,
  stores: ReadonlyArray<StoreSummary>,
  { console, json }: Output
): Promise<void> => {
  const count: Count = { records, broken, kmsEvents }
  const beginning = JSON.stringify({ ...count, stores: [] }).slice(0, -2)
  await console.print(json ? beginning : summaryLine(count, stores))
  for (let at = 0; at < stores.length; at += storesAtOnce) {
    const some = stores.slice(at, at + storesAtOnce)
    const lines = json
      ? `${at === 0 ? '' : ','}${some.map((store) => JSON.stringify(store)).join(',')}`
      : some.map((store) => storeLine(console.style, store)).join('')
    await console.print(lines)
  }
  if (json) await console.print(']}\n')
}

/** In percent of what is in use, the room that V8 takes for what is not yet collected: a third of what it takes by itself. */
const headroom = 80

const judgeLogs = async (options: JudgeOptions, console: Console): Promise<ExitCode> => {
  const { files, json, settings, allowEmpty } = options
  setFlagsFromString(`--heap-growing-percent=${String(headroom)}`)
  const { stderr } = process
  const progress = progressOn({ isTTY: stderr.isTTY, write: (text) => stderr.write(text) }, Date.now)
  const output = { console, json, progress }
  const reading = newReading(start(settings))
  await readInputs(files, reading, output)
  const stores = await conclude(reading, output)
  progress.hide()
  complainInTheEnd(reading, options, output)
  await printSummary(reading, stores, output)
  return exitCode(reading, allowEmpty)
}

export const judge = command(judgeLine, readJudge, judgeLogs)
