import { createReadStream } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { report, type Violation } from '../codec/decode.js'
import { defaultEdition, type EditionName, editionNames } from '../editions/editions.js'
import type { Outcome } from '../replay/Outcome.js'
import { begin, readLine, type Replay } from '../replay/replay.js'
import type { Command, Console, ExitCode } from './Command.js'
import { edition, parsed, wrongCommandLine, type Read } from './commandLine.js'
import { amount, visible } from './layout.js'
import { jsonLines } from './jsonLines.js'
import { outcomeText } from './outcomeText.js'

const help = `Replays a history of custom key stores: what stands behind them, requests, and what AWS KMS does by itself.

Usage: kms-custom-key-store replay [OPTIONS] FILE

FILE holds one step on each line, as JSON; - stands for standard input. The steps:

  {"facts": {"clusters": [{"clusterId": "cluster-abcdefghijk", "kmsuser": {"passwordMatches": false}}]}}
  {"operation": "ConnectCustomKeyStore", "request": {"CustomKeyStoreId": "cks-00000000000000001"}}
  {"settle": "cks-00000000000000001"}
  {"report": {"CustomKeyStoreId": "cks-00000000000000001", "attempt": 1, "outcome": "connectionSucceeded"}}
  {"advance": {"days": 7}}

docs/stories/README.md of this package tells all that they can hold.

Options:
  --json           One JSON object for each step, instead of text
  --edition NAME   The edition of AWS's text to follow; ${defaultEdition} unless the history says otherwise.
                   One of ${editionNames.join(', ')}
  -h, --help       Show this text

Exit code: 0 when every line was a step, whatever was answered; 1 when one was not; 2 for a wrong command line.

Example:
  kms-custom-key-store replay docs/stories/cloudhsm.jsonl
`

interface Options {
  readonly file: string
  readonly json: boolean
  readonly edition: EditionName | undefined
}

const options = { json: { type: 'boolean', default: false }, edition: { type: 'string' } } as const

const readArguments = (args: ReadonlyArray<string>): Read<Options> =>
  pipe(
    parsed(args, { options, allowPositionals: true }),
    E.chain(({ values: { json, edition: name }, positionals: [file, ...others] }) => {
      if (file === undefined) return E.left('a FILE is missing, or - for standard input')
      if (others.length > 0) return E.left(`one FILE at a time; not '${others.join(' ')}' as well`)
      if (name === undefined) return E.right({ file, json, edition: undefined })
      return pipe(
        edition(name),
        E.map((edition) => ({ file, json, edition }))
      )
    })
  )

const mostShown = 10
const longestShown = 300

const complaints = (violations: ReadonlyArray<Violation>): ReadonlyArray<string> => {
  const all = report(violations).map((line) =>
    visible(line.length > longestShown ? `${line.slice(0, longestShown)}…` : line)
  )
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
  { file, json, edition }: Options,
  console: Console
): Promise<ExitCode> => {
  const written = (outcome: Outcome) =>
    json ? `${JSON.stringify(outcome)}\n` : outcomeText(console.style, outcome)
  let history: Replay = begin(edition)
  let accepted = 0
  let refused = 0

  for await (const { number, value } of jsonLines(input)) {
    const place = `${file}:${String(number)}`
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

  if (history.steps === 0) return malformed(console, file, ['no step in it'])
  if (json) return 0
  const sum = `${amount(history.steps, 'step')}: ${amount(accepted, 'request')} accepted, ${String(refused)} refused.\n`
  await console.print(sum)
  return 0
}

const run: Command['run'] = async (args, console) => {
  const options = readArguments(args)
  if (E.isLeft(options)) return wrongCommandLine(console, 'replay', options.left)
  const { file } = options.right
  try {
    return await follow(file === '-' ? console.input : createReadStream(file), options.right, console)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    console.complain(`kms-custom-key-store replay: cannot read ${file}: ${error.message}\n`)
    return 1
  }
}

export const replay: Command = {
  summary: 'Replay a history and show what each step leads to, and why',
  help,
  run
}
