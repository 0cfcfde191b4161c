import { CommanderError, type Argument, type Command, type OptionValues } from '@commander-js/extra-typings'

/** A command line, where the types of its arguments and options do not matter. */
export type AnyLine = Command<Array<unknown>, OptionValues>

/** The code of an error whose message is a whole sentence: a value that an option cannot have. */
export const wrongValue = 'wrongValue'

/** `--port <N>` as help and complaints show it: `--port N`. */
export const withoutBrackets = (text: string): string => text.replace(/[<>]/g, '')

const isMissing = ({ args }: AnyLine, argument: Argument, i: number): boolean =>
  argument.required && args[i] === undefined

const missing = (name: string, { description, argChoices }: Pick<Argument, 'description' | 'argChoices'>) =>
  `${name} is missing: ${description}${argChoices === undefined ? '' : `; one of ${argChoices.join(', ')}`}`

const missingArgument = (line: AnyLine): string => {
  const argument = line.registeredArguments.find((one, i) => isMissing(line, one, i))
  return argument === undefined ? 'an argument is missing' : missing(argument.name(), argument)
}

/** An option that is needed and missing; but first what else is wrong, since that may be why it is missing. */
const missingOption = (line: AnyLine, args: ReadonlyArray<string>): string => {
  const needed = line.options.filter(({ mandatory }) => mandatory)
  for (const option of needed) option.mandatory = false
  try {
    line.parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return problemOf(line, args, error)
    throw error
  }
  const option = needed.find((one) => line.opts()[one.attributeName()] === undefined)
  return option === undefined ? 'an option is missing' : missing(option.long ?? option.flags, option)
}

const excess = ({ registeredArguments, args }: AnyLine): string => {
  const rest = args.slice(registeredArguments.length).join(' ')
  const [argument] = registeredArguments
  return argument === undefined
    ? `unexpected argument '${rest}'`
    : `one ${argument.name()} at a time; not '${rest}' as well`
}

/** The error of commander about a command line, as one sentence. */
export const problemOf = (
  line: AnyLine,
  args: ReadonlyArray<string>,
  { code, message }: CommanderError
): string => {
  switch (code) {
    case 'commander.help':
      return 'a command is missing'
    case 'commander.unknownCommand':
      return `no command '${args[0] ?? ''}'; the commands are: ${line.commands.map((one) => one.name()).join(', ')}`
    case 'commander.missingArgument':
      return missingArgument(line)
    case 'commander.missingMandatoryOptionValue':
      return missingOption(line, args)
    case 'commander.excessArguments':
      return excess(line)
    case 'commander.unknownOption':
      return message.replace('error: unknown', 'Unknown').replace('\n', ' ')
    case wrongValue:
      return message
    default:
      return withoutBrackets(message.replace('error: ', ''))
  }
}
