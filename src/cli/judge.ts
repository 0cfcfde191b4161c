import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { report } from '../codec/decode.js'
import { defaultEdition, editionNames } from '../editions/editions.js'
import { kmsEvent, type CloudTrailEvent } from '../judge/CloudTrailEvent.js'
import { ended, observe, start, summaries, type Judgement } from '../judge/judge.js'
import type { Command, Console } from './Command.js'
import { wrongCommandLine } from './commandLine.js'
import { inputs, unpacked, type Input } from '../judge/logs/inputs.js'
import { readOptions, type JudgeOptions } from './judgeOptions.js'
import { progressOn, type Progress } from './judgeProgress.js'
import { recordsIn } from '../judge/logs/records.js'
import { summaryText, verdictText, type Count } from './verdictText.js'
import { visible } from './layout.js'

const help = `Holds logs of AWS CloudTrail against the rules: which answers can AWS KMS not have given?

Usage: kms-custom-key-store judge [OPTIONS] FILE...

FILE is a log, a folder with logs in it (*.json, *.jsonl, *.ndjson, each also as *.gz), or - for standard input. A log
is {"Records": [...]} as CloudTrail writes it, or one event on each line; packed with gzip or not. Give them in the
order of time; within one, events may be out of order and be there more than once. Events of other services do no harm.

A log does not show when KMS has connected a store. So for each store all the states are kept that explain what was
seen, from the first event on: a log may begin anywhere. Where AWS leaves open what happens, anything may. When no
state is left, the event is shown with those that it contradicts, and the rule.

Options:
  --json                        One JSON object for each contradiction, then one for the log
  --edition NAME                The edition of AWS's text to follow (${defaultEdition}).
                                One of ${editionNames.join(', ')}
  --window SECONDS              By how much events may be late or out of order (900)
  --consistent-within SECONDS   How long after a change answers may be out of date, which AWS documents; what that
                                may explain is shown as such and is no contradiction (60). 0 where answers never are
  -h, --help                    Show this text

A record that cannot be read is reported with its place and skipped.

Exit code: 0 when no contradiction was found, 1 when one was, 2 for a wrong command line or a FILE that cannot be read.

Example:
  kms-custom-key-store judge AWSLogs/
  aws s3 cp s3://my-trail/log.json.gz - | kms-custom-key-store judge -
`

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
  console.complain(`${visible(place)}: ${visible(complaint)}\n`)
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

const judgeLogs = async ({ files, json, settings }: JudgeOptions, console: Console): Promise<0 | 1 | 2> => {
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

const run: Command['run'] = async (args, console) => {
  const options = readOptions(args)
  return E.isRight(options)
    ? judgeLogs(options.right, console)
    : wrongCommandLine(console, 'judge', options.left)
}

export const judge: Command = {
  summary: 'Find what AWS KMS cannot have answered, in logs of AWS CloudTrail',
  help,
  run
}
