import type { Run } from '../Run.js'
import type { Fault, Finding } from './Fault.js'

const mistakes = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError']

interface Thrown {
  readonly name?: unknown
  readonly code?: unknown
  readonly message?: unknown
  readonly matcherResult?: unknown
}

/** Whether an error is no way of a program to say that it could not do what it is for. */
const isMistake = ({ name, code, matcherResult }: Thrown): boolean =>
  mistakes.includes(String(name)) || code === 'ERR_ASSERTION' || matcherResult !== undefined

const asThrown = (error: unknown): Thrown => (typeof error === 'object' && error !== null ? error : {})

/** The fault of an error that somebody threw at the end of a run, with the first line of its message. */
export const thrownIn = ({ exchanges }: Run, error: unknown): Fault => {
  const { name = 'Error', message = String(error) } = asThrown(error)
  const [line = ''] = String(message).split('\n', 1)
  return {
    at: exchanges.length - 1,
    about: `${String(name)} ${line}`,
    says: `${String(name)}: ${line}`,
    evidence: { source: 'CommonErrors', implied: true }
  }
}

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
