import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { assigned, expressed, placed, scopeOf } from './io.js'
import { payload } from './payload.js'
import { goneTo, type Result, type Thread, type World } from './Thread.js'
import { anything, type Value } from './Value.js'
import type { Catcher, State } from './Workflow.js'
import { takes, type WorkflowError } from './WorkflowError.js'

/** As many retries are counted one by one; where there are more, it may go on or give up at any time after the first. */
const mostCounted = 12

const errorOutput = ({ names }: WorkflowError): Value => ({ Error: names[0] ?? anything, Cause: anything })

/** Where a Catch leads. */
export const caughtBy = (
  world: World,
  thread: Thread,
  state: State,
  catcher: Catcher,
  error: WorkflowError
): Result => {
  const { fields, next } = catcher
  const output = errorOutput(error)
  const isJsonata = state.language === 'JSONata'
  const made = isJsonata
    ? expressed(world, thread, { errorOutput: output })
    : payload(scopeOf(world, thread, output))
  return pipe(
    E.Do,
    E.apS(
      'input',
      isJsonata ? made(fields['Output'] ?? output) : placed(fields['ResultPath'], output, thread.input)
    ),
    E.apS('variables', assigned(world, thread, fields['Assign'], made)),
    E.match(
      (wrong): Result => ({ is: 'fails', error: wrong }),
      ({ input, variables }) => ({ is: 'goes', to: goneTo(thread, next, input, variables) })
    )
  )
}

export const isRetried = ({ retry }: State, error: WorkflowError): boolean =>
  retry.some(({ errorEquals, maxAttempts }) => maxAttempts > 0 && takes(error)(errorEquals))

/** What a retrier makes of an error: the state once more, the end of its patience, or either. */
const retries = (
  thread: Thread,
  { retry }: State,
  index: number
): { readonly again?: Thread; readonly givesUp: boolean } => {
  const { maxAttempts = 0 } = retry[index] ?? {}
  const used = thread.retried[index] ?? 0
  const { inside: _, ...before } = thread
  const again = (count: number): Thread => ({
    ...before,
    retried: retry.map((_, i) => (i === index ? count : (thread.retried[i] ?? 0)))
  })
  if (maxAttempts > mostCounted) return { again: again(1), givesUp: used > 0 }
  return used < maxAttempts ? { again: again(used + 1), givesUp: false } : { givesUp: true }
}

/** What becomes of an error of a state: it is tried again, a Catch takes it, or the execution fails. */
export const errorTaken = (
  world: World,
  thread: Thread,
  state: State,
  error: WorkflowError
): ReadonlyArray<Result> => {
  const index = state.retry.findIndex(({ errorEquals }) => takes(error)(errorEquals))
  const { again, givesUp } = index < 0 ? { again: undefined, givesUp: true } : retries(thread, state, index)
  const catcher = state.catch.find(({ errorEquals }) => takes(error)(errorEquals))
  return [
    ...(again === undefined ? [] : [{ is: 'goes', to: again } as const]),
    ...(givesUp
      ? [
          catcher === undefined
            ? ({ is: 'fails', error } as const)
            : caughtBy(world, thread, state, catcher, error)
        ]
      : [])
  ]
}
