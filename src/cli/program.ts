import type { Command, Console, ExitCode } from './Command.js'
import { conform } from './conform.js'
import { explain } from './explain.js'
import { judge } from './judge.js'
import { plan } from './plan.js'
import { replay } from './replay.js'
import { serve } from './serve.js'

const name = 'kms-custom-key-store'

const commands: ReadonlyMap<string, Command> = new Map([
  ['replay', replay],
  ['explain', explain],
  ['plan', plan],
  ['judge', judge],
  ['conform', conform],
  ['serve', serve]
])

const summaries = [...commands]
  .map(([command, { summary }]) => `  ${command.padEnd(10)}${summary}\n`)
  .join('')

const help = `The rules of AWS KMS custom key stores, as commands.

Usage: ${name} COMMAND [OPTIONS]

Commands:
${summaries}
Options:
  -h, --help      Show this text, or that of a command: ${name} replay --help
  -v, --version   Show the version

Example:
  ${name} replay docs/stories/cloudhsm.jsonl
`

/** The version of the package; the build writes it here. */
declare const VERSION: string

const isHelp = (argument: string): boolean => argument === '--help' || argument === '-h'
const isVersion = (argument: string): boolean => argument === '--version' || argument === '-v'

const complaint = (first: string | undefined): string => {
  if (first === undefined) return 'a command is missing'
  if (first.startsWith('-')) return `no option '${first}'; the options are: --help, --version`
  return `no command '${first}'; the commands are: ${[...commands.keys()].join(', ')}`
}

/** What is printed without running a command, if the arguments ask for that. */
const information = ([first = '', ...rest]: ReadonlyArray<string>): string | undefined => {
  if (isHelp(first)) return help
  if (isVersion(first)) return `${VERSION}\n`
  return rest.some(isHelp) ? commands.get(first)?.help : undefined
}

/** Runs the command that the first argument names. */
export const program = async (args: ReadonlyArray<string>, console: Console): Promise<ExitCode> => {
  const [first, ...rest] = args
  const text = information(args)
  if (text !== undefined) {
    await console.print(text)
    return 0
  }
  const command = first === undefined ? undefined : commands.get(first)
  if (command !== undefined) return command.run(rest, console)
  console.complain(`${name}: ${complaint(first)}\nRun '${name} --help' to see what there is.\n`)
  return 2
}
