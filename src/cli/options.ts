import { Argument, CommanderError, Option } from '@commander-js/extra-typings'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { editionNames } from '../editions/editions.js'
import { connectionStates } from '../model/ConnectionState.js'
import { shortened } from './terminal.js'
import { wrongValue } from './wrongCommandLine.js'

/** A kind of value, and how it is read from text. */
export interface OptionValue<A> {
  /** Goes on after 'must be'. */
  readonly is: string
  readonly read: (text: string) => O.Option<A>
  /** All of them, where they are few. */
  readonly choices?: ReadonlyArray<string>
  /** Whether a complaint must not repeat it. */
  readonly isSecret?: boolean
}

export const oneOf = <const A extends string>(choices: ReadonlyArray<A>): OptionValue<A> => ({
  is: `one of ${choices.join(', ')}`,
  read: (text) => O.fromNullable(choices.find((choice) => choice === text)),
  choices
})

export const wholeNumber = (most = 999_999_999): OptionValue<number> => ({
  is: `a whole number from 0 to ${String(most)}`,
  read: (text) => (/^\d{1,10}$/.test(text) && Number(text) <= most ? O.some(Number(text)) : O.none)
})

/** Any text; but what looks like an option shows that the value was forgotten. */
export const anyText: OptionValue<string> = {
  is: 'text that does not begin with --',
  read: (text) => (text.startsWith('--') ? O.none : O.some(text))
}

export const fileName: OptionValue<string> = {
  is: 'the name of a file',
  read: (text) => (text === '' ? O.none : anyText.read(text))
}

const longestShortText = 100

/** A name or a version. */
export const shortText: OptionValue<string> = {
  is: `text of 1 to ${String(longestShortText)} characters`,
  read: (text) => (text === '' || text.length > longestShortText ? O.none : anyText.read(text))
}
/** An address without the user and password in it, however wrong it is. */
const withoutCredentials = (text: string): string => text.replace(/\/\/.*@/s, '//<secret>@')

const reader =
  <A>(name: string, { is, read, isSecret = false }: OptionValue<A>) =>
  (text: string): A =>
    pipe(
      read(text),
      O.getOrElse<A>(() => {
        const not = isSecret ? '' : `, not '${shortened(withoutCredentials(text))}'`
        throw new CommanderError(2, wrongValue, `${name} must be ${is}${not}`)
      })
    )

/** An option with a value. `flags`: `--port <N>`. */
export const option = <const Flags extends string, A>(
  flags: Flags,
  description: string,
  kind: OptionValue<A>
) => {
  const made = new Option(flags, description)
  if (kind.choices !== undefined) made.choices(kind.choices)
  return made.argParser(reader(made.long ?? flags, kind))
}

/** An argument with a value. `usage`: `<GOAL>`. */
export const argument = <const Usage extends string, A>(
  usage: Usage,
  description: string,
  kind: OptionValue<A>
) => {
  const made = new Argument(usage, description)
  if (kind.choices !== undefined) made.choices(kind.choices)
  return made.argParser(reader(made.name(), kind))
}

/** An option without a value. */
export const flag = <const Flags extends string>(flags: Flags, description: string) =>
  new Option(flags, description)

/** The state of the store that a command is about. */
export const stateOption = () =>
  option('--state <STATE>', 'the ConnectionState of the store', oneOf(connectionStates)).makeOptionMandatory()

/** Which of AWS's texts to follow; the same for all commands. */
export const editionOption = () =>
  option('--edition <NAME>', "the edition of AWS's text to follow", oneOf(editionNames))
