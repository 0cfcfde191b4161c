import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { report } from '../codec/decode.js'
import { kmsEvent, type CloudTrailEvent } from '../judge/CloudTrailEvent.js'
import { ended, observe, start, summaries, type Judgement } from '../judge/judge.js'
import { inputs, unpacked, type Input } from '../judge/logs/inputs.js'
import { recordsIn } from '../judge/logs/records.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { judgeLine, readJudge, type JudgeOptions } from './judgeOptions.js'
import { progressOn, type Progress } from './judgeProgress.js'
import { harmless } from './terminal.js'
import { summaryText, verdictText, type Count } from './verdictText.js'

/** A log as far as it has been read. */
interface Reading {
  judgement: Judgement
  records: number
  broken: number
}

/** How what is found is written. */
interface Output {
  readonly console: Console
  readonly json: boolean
  readonly progress: Progress
}

const complainOf = ({ console, progress }: Output, place: string, complaint: string): void => {
  progress.hide()
  console.complain(`${harmless(place)}: ${harmless(complaint)}\n`)
}

/** Writes what has been found, so that it need not be held any longer. */
const tell = async (reading: Reading, { console, json, progress }: Output): Promise<void> => {
  const { verdicts } = reading.judgement
  if (verdicts.length === 0) return
  progress.hide()
  for (const verdict of verdicts) {
    await console.print(json ? `${JSON.stringify(verdict)}\n` : verdictText(console.style, verdict))
  }
  reading.judgement = { ...reading.judgement, verdicts: [] }
}

const eventIn = (value: E.Either<string, unknown>): E.Either<string, O.Option<CloudTrailEvent>> =>
  pipe(
    value,
    E.chain((record) =>
      pipe(
        kmsEvent(record),
        E.mapLeft((violations) => report(violations).join('; '))
      )
    )
  )

async function* counted(input: AsyncIterable<Buffer>, { bytes }: Progress): AsyncGenerator<Buffer> {
  for await (const piece of input) {
    bytes(piece.length)
    yield piece
  }
}

const readLog = async ({ name, open }: Input, reading: Reading, output: Output): Promise<void> => {
  for await (const { place, value } of recordsIn(unpacked(counted(open(), output.progress)))) {
    const event = eventIn(value)
    reading.records += 1
    if (E.isLeft(event)) {
      reading.broken += 1
      complainOf(output, `${name}${place}`, `${event.left}; skipped`)
    } else if (O.isSome(event.right)) {
      reading.judgement = observe(event.right.value)(reading.judgement)
      await tell(reading, output)
    }
    output.progress.show(reading.records)
  }
}

/** Does the work, or complains of why it cannot be done, and answers whether it was done. */
const isDone = async (work: Promise<void>, name: string, output: Output): Promise<boolean> => {
  try {
    await work
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    complainOf(output, name, `cannot be read to its end: ${error.message}`)
    return false
  }
}

const judgeLogs = async ({ files, json, settings }: JudgeOptions, console: Console): Promise<ExitCode> => {
  const { stderr } = process
  const progress = progressOn({ isTTY: stderr.isTTY, write: (text) => stderr.write(text) }, Date.now)
  const output = { console, json, progress }
  const reading: Reading = { judgement: start(settings), records: 0, broken: 0 }
  let isComplete = true
  for await (const input of inputs(files, console.input)) {
    isComplete = (await isDone(readLog(input, reading, output), input.name, output)) && isComplete
  }
  reading.judgement = ended(reading.judgement)
  await tell(reading, output)
  progress.hide()
  const stores = summaries(reading.judgement)
  const count: Count = { records: reading.records, broken: reading.broken }
  await console.print(
    json ? `${JSON.stringify({ ...count, stores })}\n` : summaryText(console.style, count, stores)
  )
  if (!isComplete) return 2
  return stores.some(({ contradictions }) => contradictions > 0) ? 1 : 0
}

export const judge = command(judgeLine, readJudge, judgeLogs)
