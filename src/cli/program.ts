import * as E from 'fp-ts/lib/Either.js'
import { command, commandLine } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'

/** The version of the package; the build writes it here. */
declare const VERSION: string

/** Every command, in the order of the help. */
const summaries = {
  replay: 'replay a history and show what each step leads to, and why',
  explain: 'show what an operation does in a state, and why',
  explore: 'open a page to try the rules on',
  plan: 'show the steps that lead from a store to a goal, and why',
  judge: 'find answers that AWS KMS cannot have given, in logs of AWS CloudTrail',
  conform: 'check a KMS endpoint against the rules',
  matrix: 'make one page of many reports of conform',
  check: 'check a workflow of AWS Step Functions against everything that KMS may answer',
  serve: 'answer as AWS KMS does, for any AWS client'
}

const overviewLine = () => {
  const line = commandLine('', {
    intro: 'The rules of AWS KMS custom key stores, as commands.',
    notes: 'Each command has --help too.\n',
    examples: ['$ replay node_modules/kms-custom-key-store/docs/stories/cloudhsm.jsonl']
  }).version(VERSION, '-v, --version', 'show the version')
  Object.entries(summaries).forEach(([name, summary]) => line.command(name).description(summary))
  return line
}

/** The program without a command: prints help or the version, or complains. */
const overview = command(
  overviewLine,
  () => E.left('a command is missing'),
  () => Promise.resolve(2)
)

/** Runs the command that the first argument names. Help and version come without the file of the commands. */
export const program = async (args: ReadonlyArray<string>, console: Console): Promise<ExitCode> => {
  const [name = '', ...rest] = args
  if (!Object.hasOwn(summaries, name)) return overview.run(args, console)
  const { commands } = await import('./commands.js')
  const load = commands[name as keyof typeof summaries]
  return (await load()).run(rest, console)
}
