import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Call } from '../carryOut.js'
import type { ChoiceKind } from '../Choice.js'
import type { PossibleAnswer } from '../disturbances.js'
import type { Situation } from '../Situation.js'
import { concreteInput } from './concreteInput.js'
import { caughtBy, errorTaken, isRetried } from './errorsTaken.js'
import { givenTo } from './io.js'
import { errorOf, resultOf } from './kmsAnswer.js'
import { askedBy, type Asked } from './kmsTask.js'
import { leaving, quiet } from './leaving.js'
import { payload } from './payload.js'
import type { Deed, Move, Result, Thread, World } from './Thread.js'
import { anything, type Value } from './Value.js'
import { resourceOf, type State } from './Workflow.js'
import { anyError, takes, type WorkflowError } from './WorkflowError.js'

/** What goes on by itself, and need not happen; no loop may count on anything else to be left. */
const ofItself: ReadonlyArray<ChoiceKind> = ['takesLonger', 'connectionFails']

const isDisturbed = ({ choices }: PossibleAnswer): boolean =>
  choices.some(({ kind }) => !ofItself.includes(kind))

const answeredMoves = (
  { world, thread, state, manner }: { world: World; thread: Thread; state: State; manner: Asked['manner'] },
  call: Call,
  answer: PossibleAnswer
): ReadonlyArray<Move> => {
  const { earlier: _, failing: __, ...situation } = answer.after
  const disturbed = isDisturbed(answer)
  const deed: Deed = {
    ...quiet(state),
    call,
    reply: answer.reply,
    choices: answer.choices,
    isDisturbed: disturbed
  }
  const moves = (results: ReadonlyArray<Result>): ReadonlyArray<Move> =>
    results.map((result) => ({ result, situation, deed }))
  if (E.isRight(answer.reply)) {
    const results = leaving(world, thread, state, O.some(resultOf(answer.reply.right, manner)))
    return results.map((result) => ({
      result,
      situation,
      deed: result.is === 'fails' ? { ...deed, error: result.error } : deed
    }))
  }
  const error = errorOf(answer.reply.left, manner)
  if (!disturbed) return moves(errorTaken(world, thread, state, error))
  const catcher = state.catch.find(({ errorEquals }) => takes(error)(errorEquals))
  if (catcher !== undefined) return moves([caughtBy(world, thread, state, catcher, error)])
  return isRetried(state, error) ? [] : moves([{ is: 'fails', error }])
}

/** The input of the call: for a function, what the user says that it makes of its own. */
const callInput = (world: World, { input, template }: Asked): E.Either<WorkflowError, Value> => {
  if (template === undefined) return E.right(input)
  const { jsonPath } = world.evaluators
  return payload({ data: input, context: anything, variables: {}, jsonPath })(template)
}

const kmsMoves = (
  world: World,
  thread: Thread,
  state: State,
  asked: Asked,
  situation: Situation
): ReadonlyArray<Move> =>
  pipe(
    callInput(world, asked),
    E.match(
      (error) =>
        errorTaken(world, thread, state, error).map((result): Move => ({
          result,
          situation,
          deed: { ...quiet(state), error }
        })),
      (input) => {
        const call: Call = {
          operation: asked.operation,
          input: concreteInput(asked.operation, input, situation)
        }
        const within = { world, thread, state, manner: asked.manner }
        return world
          .answers(call)(situation)
          .flatMap((answer) => answeredMoves(within, call, answer))
      }
    )
  )

/** What asks KMS for nothing that is known here may give anything, and may fail in any way. */
const otherMoves = (
  world: World,
  thread: Thread,
  state: State,
  situation: Situation
): ReadonlyArray<Move> => {
  const error = anyError('it may fail in a way of its own')
  const failing: Deed = { ...quiet(state), says: 'it fails', isDisturbed: true }
  const isTakenAlways = state.catch.some(({ errorEquals }) => takes(error)(errorEquals))
  const caught = state.catch.map((catcher) => {
    const name = catcher.errorEquals.find((one) => one !== 'States.ALL' && one !== 'States.TaskFailed')
    return caughtBy(world, thread, state, catcher, name === undefined ? error : { names: [name], cause: '' })
  })
  return [
    ...leaving(world, thread, state, O.some(anything)).map((result) => ({
      result,
      situation,
      deed: quiet(state)
    })),
    ...caught.map((result) => ({ result, situation, deed: failing })),
    ...(isTakenAlways ? [] : [{ result: { is: 'fails', error } as const, situation, deed: failing }])
  ]
}

/** Everything that may come of a Task. */
export const taskMoves = (
  world: World,
  thread: Thread,
  state: State,
  situation: Situation
): ReadonlyArray<Move> => {
  const given = givenTo(world, thread, state)
  if (E.isLeft(given)) {
    const error = given.left
    return errorTaken(world, thread, state, error).map((result) => ({
      result,
      situation,
      deed: { ...quiet(state), error }
    }))
  }
  const asked = askedBy(world.functions, resourceOf(state), given.right)
  return O.isSome(asked)
    ? kmsMoves(world, thread, state, asked.value, situation)
    : otherMoves(world, thread, state, situation)
}
