import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Situation } from '../Situation.js'
import { choiceMoves } from './choiceMoves.js'
import { errorTaken } from './errorsTaken.js'
import { givenTo, handedOn } from './io.js'
import { innerBegun } from './innerThreads.js'
import { leaving, quiet } from './leaving.js'
import { taskMoves } from './taskMoves.js'
import { isEnded, stateOf, type Deed, type Move, type Result, type Thread, type World } from './Thread.js'
import { anything } from './Value.js'
import { field, type State } from './Workflow.js'
import { runtimeError, workflowError } from './WorkflowError.js'
import { waitMoves } from './waitMoves.js'

const passed = (world: World, thread: Thread, state: State): ReadonlyArray<Result> => {
  const result = field(state, 'Result')
  const given =
    state.language === 'JSONata'
      ? O.none
      : O.some(result === undefined ? givenTo(world, thread, state) : E.right(result))
  if (O.isNone(given)) return leaving(world, thread, state, O.none)
  return E.isLeft(given.value)
    ? [{ is: 'fails', error: given.value.left }]
    : leaving(world, thread, state, O.some(given.value.right))
}

/** A Succeed hands on what it is given, and a Fail is an end that was meant to be one. */
const failed = (state: State): Result => {
  const name = field(state, 'Error')
  return {
    is: 'fails',
    error:
      typeof name === 'string'
        ? workflowError(name, 'the state is a Fail')
        : { names: [], cause: 'the state is a Fail' }
  }
}

/** What could not be read may go anywhere. */
const unreadMoves = (world: World, thread: Thread, situation: Situation): ReadonlyArray<Move> => {
  const machine = world.workflow.machines.get(thread.machine)
  const deed: Deed = {
    state: thread.at,
    choices: [],
    isDisturbed: false,
    says: 'it could not be read, so it may do anything'
  }
  const ends: Result = { is: 'ends', output: anything }
  const others = [...(machine?.states.keys() ?? [])].map((to): Result => ({
    is: 'goes',
    to: { ...thread, at: to, input: anything, retried: [] }
  }))
  return [ends, ...others].map((result) => ({ result, situation, deed }))
}

const stateMoves = (
  world: World,
  thread: Thread,
  state: State,
  situation: Situation
): ReadonlyArray<Move> => {
  const deed = quiet(state)
  const plainly = (results: ReadonlyArray<Result>): ReadonlyArray<Move> =>
    results.map((result) => ({
      result,
      situation,
      deed: result.is === 'fails' ? { ...deed, error: result.error } : deed
    }))
  switch (state.type) {
    case 'Task':
      return taskMoves(world, thread, state, situation)
    case 'Choice':
      return choiceMoves(world, thread, state, situation)
    case 'Wait':
      return waitMoves(world, thread, state, situation)
    case 'Pass':
      return plainly(passed(world, thread, state))
    case 'Succeed': {
      const handed = handedOn(world, thread, state, O.none)
      return plainly([
        E.isLeft(handed) ? { is: 'fails', error: handed.left } : { is: 'ends', output: handed.right.output }
      ])
    }
    case 'Fail':
      return [{ result: failed(state), situation, deed }]
    case 'Parallel':
    case 'Map':
      return plainly(innerBegun(world, thread, state))
    case 'unread':
      return unreadMoves(world, thread, situation)
  }
}

/** What becomes of a Parallel or Map when something becomes of one of the threads inside of it. */
const outer = (
  world: World,
  thread: Thread,
  state: State,
  index: number,
  inner: Move
): ReadonlyArray<Move> => {
  const { inside = [] } = thread
  const { result } = inner
  const after = (results: ReadonlyArray<Result>): ReadonlyArray<Move> =>
    results.map((one) => ({ ...inner, result: one }))
  if (result.is === 'fails') return after(errorTaken(world, thread, state, result.error))
  const now = inside.map((one, i) =>
    i !== index ? one : result.is === 'goes' ? result.to : { output: result.output }
  )
  if (!now.every(isEnded)) return after([{ is: 'goes', to: { ...thread, inside: now } }])
  return after(leaving(world, thread, state, O.some(now.map(({ output }) => output))))
}

/** Whether the next step of a thread may ask KMS for something. */
const asks = (world: World, thread: Thread): boolean => {
  const { inside } = thread
  if (inside === undefined) return stateOf(world, thread)?.type === 'Task'
  return inside.some((one) => !isEnded(one) && asks(world, one))
}

/** How many of the threads inside may be under way at once. */
const atOnce = ({ type, fields }: State): number => {
  const most = fields['MaxConcurrency']
  return type === 'Map' && typeof most === 'number' && most > 0 ? most : Infinity
}

/**
 * The threads inside that may take the next step. One that asks KMS for nothing makes no difference to the others, so it
 * goes first, and only the order of requests is tried.
 */
const stepping = (world: World, thread: Thread, state: State): ReadonlyArray<number> => {
  const running = (thread.inside ?? []).flatMap((one, i) => (isEnded(one) ? [] : [i])).slice(0, atOnce(state))
  const isFree = (index: number): boolean => {
    const one = thread.inside?.[index]
    return one !== undefined && !isEnded(one) && !asks(world, one)
  }
  const free = running.find(isFree)
  return free === undefined ? running : [free]
}

/** Every step that an execution may take. None: it has come to an end. */
export const moves =
  (world: World) =>
  (thread: Thread, situation: Situation): ReadonlyArray<Move> => {
    const state = stateOf(world, thread)
    if (state === undefined) {
      const error = runtimeError(`there is no state ${thread.at}`)
      return [
        {
          result: { is: 'fails', error },
          situation,
          deed: { state: thread.at, choices: [], isDisturbed: false, error }
        }
      ]
    }
    const { inside } = thread
    if (inside === undefined) return stateMoves(world, thread, state, situation)
    return stepping(world, thread, state).flatMap((index) =>
      moves(world)(inside[index] as Thread, situation).flatMap((move) =>
        outer(world, thread, state, index, move)
      )
    )
  }
