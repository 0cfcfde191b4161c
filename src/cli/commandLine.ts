import { readFileSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { type EditionName, editionNames, editions } from '../editions/editions.js'
import type { Console } from './Command.js'
import { visible } from './layout.js'

/** What is read from a command line; or what is wrong with it, in one sentence. */
export type Read<A> = E.Either<string, A>

/** The options and positionals of a command line. */
export const parsed = <const T extends ParseArgsConfig>(
  args: ReadonlyArray<string>,
  config: T
): Read<ReturnType<typeof parseArgs<T & { readonly args: Array<string> }>>> =>
  E.tryCatch(
    () => parseArgs({ ...config, args: [...args] }),
    (error) => E.toError(error).message.replace(/\. .*/s, '')
  )

const isEdition = (name: string): name is EditionName => Object.hasOwn(editions, name)

/** The value of `--edition`. */
export const edition = (name: string): Read<EditionName> =>
  isEdition(name)
    ? E.right(name)
    : E.left(`no edition '${name}'; the editions are: ${editionNames.join(', ')}`)

/** The value of an option that is a number. */
export const wholeNumber = (name: string, text: string, most = 999_999_999): Read<number> =>
  /^\d{1,10}$/.test(text) && Number(text) <= most
    ? E.right(Number(text))
    : E.left(`${name} must be a whole number from 0 to ${String(most)}, not '${text}'`)

/** What a file holds that an option names. */
export const jsonFile = (file: string): Read<unknown> =>
  E.tryCatch(
    () => JSON.parse(readFileSync(file, 'utf8')) as unknown,
    (error) =>
      error instanceof SyntaxError
        ? `${file} is not JSON`
        : `cannot read ${file}: ${E.toError(error).message}`
  )

/** Complains of a command line; the exit code for it. */
export const wrongCommandLine = (console: Console, command: string, problem: string): 2 => {
  const name = `kms-custom-key-store ${command}`
  console.complain(`${name}: ${visible(problem)}\nRun '${name} --help' to see how.\n`)
  return 2
}
