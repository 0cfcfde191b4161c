import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import { errorTaken } from './errorsTaken.js'
import { handedOn } from './io.js'
import { goneTo, type Deed, type Result, type Thread, type World } from './Thread.js'
import type { Value } from './Value.js'
import type { State } from './Workflow.js'

/** What a state does of which nothing need be said. */
export const quiet = ({ name }: State): Deed => ({ state: name, choices: [], isDisturbed: false })

/** Where a state that is done leads; its own result, if it has one. */
export const leaving = (
  world: World,
  thread: Thread,
  state: State,
  result: O.Option<Value>
): ReadonlyArray<Result> => {
  const handed = handedOn(world, thread, state, result)
  if (E.isLeft(handed)) return errorTaken(world, thread, state, handed.left)
  const { output, variables } = handed.right
  return [
    state.next === undefined
      ? { is: 'ends', output }
      : { is: 'goes', to: goneTo(thread, state.next, output, variables) }
  ]
}
