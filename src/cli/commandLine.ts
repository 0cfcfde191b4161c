import {
  Command as Commander,
  CommanderError,
  type Argument,
  type OptionValues
} from '@commander-js/extra-typings'
import * as E from 'fp-ts/lib/Either.js'
import type { Console, ExitCode } from './Console.js'
import { harmless, width } from './terminal.js'
import { problemOf, withoutBrackets, type AnyLine } from './wrongCommandLine.js'

/** The options read from a command line, or one sentence that says which of them is wrong. */
export type Read<A> = E.Either<string, A>

/** The arguments and options of a command, from which its help is made. */
type CommandLine<Args extends Array<unknown>, Options extends OptionValues> = Commander<Args, Options>

const programName = 'kms-custom-key-store'

const argumentUsage = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? name : `[${name}]`
}

const usage = (name: string, { commands, options, registeredArguments }: AnyLine): string =>
  [
    name,
    ...(commands.length > 0 ? ['COMMAND'] : []),
    ...options.filter(({ mandatory }) => mandatory).map(({ flags }) => withoutBrackets(flags)),
    '[OPTIONS]',
    ...registeredArguments.map(argumentUsage)
  ].join(' ')

/** Text of `--help` besides arguments and options. */
interface Words {
  /** The purpose of the command; paragraphs are wrapped. */
  readonly intro: string
  /** The text after the options, printed line by line as it is. */
  readonly notes?: string
  /** Command lines, without the name of the program. */
  readonly examples: ReadonlyArray<string>
}

/** A command line without arguments and options; `name`: of the command, empty for the program itself. */
export const commandLine = (name: string, { intro, notes = '', examples }: Words): Commander => {
  const fullName = `${programName} ${name}`.trimEnd()
  const shown = examples.map((example) => `  ${example.replace('$', programName)}\n`).join('')
  const line = new Commander(fullName)
  return line
    .description(intro)
    .helpOption('-h, --help', 'show this text')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      helpWidth: width,
      commandUsage: () => usage(fullName, line),
      optionTerm: ({ flags }) => withoutBrackets(flags)
    })
    .addHelpText('after', `${notes === '' ? '' : `\n${notes}`}\nExample:\n${shown.trimEnd()}`)
}

/** The text that is printed in place of running the command: help, version or a complaint. Absent if the command runs. */
const parsed = (
  line: AnyLine,
  args: ReadonlyArray<string>
): { readonly help: string } | { readonly problem: string } | undefined => {
  let help = ''
  line.configureOutput({ writeOut: (text) => void (help += text) })
  try {
    line.parse(args, { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? { help } : { problem: problemOf(line, args, error) }
  }
}

/** A command of the program. */
export interface Command {
  /** Runs with the arguments after its name. */
  readonly run: (args: ReadonlyArray<string>, console: Console) => Promise<ExitCode>
}

const longestProblem = 2_000

const refuse = (console: Console, line: AnyLine, problem: string): ExitCode => {
  const name = line.name()
  const shown = harmless(problem, longestProblem)
  console.complain(`${name}: ${shown}\nRun '${name} --help' to see how.\n`)
  return 2
}

/** A command by its command line, what is read from that, and what is then done. */
export const command = <Args extends Array<unknown>, Options extends OptionValues, A>(
  lineOf: () => CommandLine<Args, Options>,
  read: (options: Options, args: Args) => Read<A>,
  run: (asked: A, console: Console) => Promise<ExitCode>
): Command => ({
  run: async (args, console) => {
    const line = lineOf()
    const anyLine = line as unknown as AnyLine
    const ended = parsed(anyLine, args)
    if (ended !== undefined && 'help' in ended) {
      await console.print(ended.help)
      return 0
    }
    if (ended !== undefined) return refuse(console, anyLine, ended.problem)
    const asked = read(line.opts(), line.processedArgs)
    return E.isRight(asked) ? run(asked.right, console) : refuse(console, anyLine, asked.left)
  }
})
