import * as E from 'fp-ts/lib/Either.js'
import { command, commandLine, type Command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'

/** The version of the package; the build writes it here. */
declare const VERSION: string

/** A command, of which nothing is loaded until it is asked for. */
interface Entry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

const entries: ReadonlyArray<Entry> = [
  {
    name: 'replay',
    summary: 'replay a history and show what each step leads to, and why',
    load: async () => (await import('./replay.js')).replay
  },
  {
    name: 'explain',
    summary: 'show what an operation does in a state, and why',
    load: async () => (await import('./explain.js')).explain
  },
  {
    name: 'plan',
    summary: 'show the steps that lead from a store to a goal, and why',
    load: async () => (await import('./plan.js')).plan
  },
  {
    name: 'judge',
    summary: 'find answers that AWS KMS cannot have given, in logs of AWS CloudTrail',
    load: async () => (await import('./judge.js')).judge
  },
  {
    name: 'conform',
    summary: 'check a KMS endpoint against the rules',
    load: async () => (await import('./conform.js')).conform
  },
  {
    name: 'matrix',
    summary: 'make one page of many reports of conform',
    load: async () => (await import('./matrix.js')).matrix
  },
  {
    name: 'serve',
    summary: 'answer as AWS KMS does, for any AWS client',
    load: async () => (await import('./serve.js')).serve
  }
]

const overviewLine = () => {
  const line = commandLine('', {
    intro: 'The rules of AWS KMS custom key stores, as commands.',
    notes: 'Each command has --help too.\n',
    examples: ['$ replay node_modules/kms-custom-key-store/docs/stories/cloudhsm.jsonl']
  }).version(VERSION, '-v, --version', 'show the version')
  entries.forEach(({ name, summary }) => line.command(name).description(summary))
  return line
}

/** The program without a command: prints help or the version, or complains. */
const overview = command(
  overviewLine,
  () => E.left('a command is missing'),
  () => Promise.resolve(2)
)

/** Runs the command that the first argument names. */
export const program = async (args: ReadonlyArray<string>, console: Console): Promise<ExitCode> => {
  const [first, ...rest] = args
  const entry = entries.find(({ name }) => name === first)
  return entry === undefined ? overview.run(args, console) : (await entry.load()).run(rest, console)
}
