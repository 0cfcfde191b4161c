import * as E from 'fp-ts/lib/Either.js'
import { constUndefined } from 'fp-ts/lib/function.js'
import type { Run } from '../Run.js'
import type { Fault, Finding } from './Fault.js'

const mistakes = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError']

interface Thrown {
  readonly name?: unknown
  readonly code?: unknown
  readonly message?: unknown
  readonly matcherResult?: unknown
}

/** The text of whatever was thrown, which may be anything. */
const textOf = (u: unknown): string =>
  E.getOrElse(() => 'something that has no text')(E.tryCatch(() => String(u), constUndefined))

/** Whether an error is no way of a program to say that it could not do what it is for. */
const isMistake = ({ name, code, matcherResult }: Thrown): boolean =>
  mistakes.includes(textOf(name)) || code === 'ERR_ASSERTION' || matcherResult !== undefined

const members = ['name', 'code', 'message', 'matcherResult'] as const

/** What can be read of an error, which may be anything; a member that throws when it is read counts as none. */
const asThrown = (error: unknown): Thrown =>
  typeof error !== 'object' || error === null
    ? {}
    : Object.fromEntries(
        members.map((name) => [
          name,
          E.toUnion(E.tryCatch((): unknown => Reflect.get(error, name), constUndefined))
        ])
      )

/** The name of an error and the first line of its message. */
export const firstLine = (error: unknown): string => {
  const { name = 'Error', message = error } = asThrown(error)
  const [line = ''] = textOf(message).split('\n', 1)
  return `${textOf(name)}: ${line}`
}

/** The fault of an error that somebody threw at the end of a run. */
export const thrownIn = ({ exchanges }: Run, error: unknown): Fault => ({
  at: exchanges.length - 1,
  about: firstLine(error),
  says: firstLine(error),
  evidence: { source: 'CommonErrors', implied: true }
})

/** An assertion of the program that does not hold, or a mistake in it. */
export const threw: Finding = {
  name: 'threw',
  says: 'An assertion of the program does not hold, or it has made a mistake that JavaScript noticed.',
  source: 'CommonErrors',
  implied: true,
  in: (run) =>
    run.ending.how === 'rejected' && isMistake(asThrown(run.ending.error))
      ? [thrownIn(run, run.ending.error)]
      : []
}
