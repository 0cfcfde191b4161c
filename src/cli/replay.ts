import { createReadStream } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { amount } from '../codec/amount.js'
import { report, type Violation } from '../codec/decode.js'
import type { StepOutcome } from '../replay/StepOutcome.js'
import { begin, readLine, type Replay } from '../replay/replay.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { jsonLines } from './jsonLines.js'
import { outcomeText } from './outcomeText.js'
import { readReplay, replayLine, type ReplayOptions } from './replayOptions.js'
import { harmless } from './terminal.js'

const mostShown = 10
const longestShown = 300

const complaints = (violations: ReadonlyArray<Violation>): ReadonlyArray<string> => {
  const all = report(violations).map((line) => harmless(line, longestShown))
  return all.length > mostShown
    ? [...all.slice(0, mostShown), `and ${String(all.length - mostShown)} more`]
    : all
}

const malformed = (console: Console, place: string, complaints: ReadonlyArray<string>): 1 => {
  console.complain(complaints.map((complaint) => `${place}: ${complaint}\n`).join(''))
  console.complain(
    "Correct the history; 'kms-custom-key-store replay --help' shows the forms of its steps.\n"
  )
  return 1
}

const follow = async (
  input: AsyncIterable<Buffer>,
  { file, json, edition }: ReplayOptions,
  console: Console
): Promise<ExitCode> => {
  const written = (outcome: StepOutcome) =>
    json ? `${JSON.stringify(outcome)}\n` : outcomeText(console.style, outcome)
  let history: Replay = begin(edition)
  let accepted = 0
  let refused = 0

  for await (const { number, value } of jsonLines(input)) {
    const place = `${harmless(file)}:${String(number)}`
    if (E.isLeft(value)) return malformed(console, place, [value.left])
    const read = readLine(value.right)(history)
    if (E.isLeft(read)) return malformed(console, place, complaints(read.left))
    const { replay, outcome } = read.right
    history = replay
    if (outcome === undefined) continue
    if ('answer' in outcome) accepted += 1
    if ('exception' in outcome) refused += 1
    await console.print(written(outcome))
  }

  if (history.steps === 0) return malformed(console, harmless(file), ['no step in it'])
  if (json) return 0
  const sum = `${amount(history.steps, 'step')}: ${amount(accepted, 'request')} accepted, ${String(refused)} refused.\n`
  await console.print(sum)
  return 0
}

const run = async (options: ReplayOptions, console: Console): Promise<ExitCode> => {
  const { file } = options
  try {
    return await follow(file === '-' ? console.input : createReadStream(file), options, console)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    console.complain(
      `kms-custom-key-store replay: cannot read ${harmless(file)}: ${harmless(error.message)}\n`
    )
    return 1
  }
}

export const replay = command(replayLine, readReplay, run)
