import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Situation } from '../Situation.js'
import { holds, isUnknownAt, learnt } from './choiceRule.js'
import type { Truth } from './comparisons.js'
import { assigned, effectiveInput, expressed, handedOn, scopeOf } from './io.js'
import { quiet } from './leaving.js'
import { payload } from './payload.js'
import { withValueAt } from './Path.js'
import { goneTo, type Move, type Result, type Thread, type World } from './Thread.js'
import { anything, type Value } from './Value.js'
import { type Branch, type State } from './Workflow.js'
import { workflowError, type WorkflowError } from './WorkflowError.js'

const truthOf = (
  world: World,
  thread: Thread,
  state: State,
  rule: Branch['rule']
): E.Either<WorkflowError, Truth> => {
  if (state.language === 'JSONPath') {
    return pipe(
      effectiveInput(world, thread, state),
      E.chain((data) => holds(scopeOf(world, thread, data))(rule))
    )
  }
  return pipe(
    expressed(world, thread)(rule['Condition'] ?? null),
    E.chain((value: Value) => {
      if (value === anything) return E.right(undefined)
      return typeof value === 'boolean'
        ? E.right(value)
        : E.left(workflowError('States.QueryEvaluationError', 'a Condition must be true or false'))
    })
  )
}

/** The thread once a rule is taken to hold that hangs on what is not known: a plain comparison tells what it is. */
const knowing = (thread: Thread, { rule }: Branch): Thread =>
  pipe(
    learnt(rule),
    O.filter(({ steps }) => isUnknownAt(steps, thread.input)),
    O.match(
      () => thread,
      ({ steps, value }) => ({
        ...thread,
        input: thread.input === anything ? thread.input : withValueAt(steps, value, thread.input)
      })
    )
  )

const taken = (world: World, thread: Thread, state: State, to: string, rule?: Branch['rule']): Result => {
  const isJsonata = state.language === 'JSONata'
  const own = {
    ...state,
    fields: {
      ...state.fields,
      ...(isJsonata && rule?.['Output'] !== undefined && { Output: rule['Output'] })
    }
  }
  return pipe(
    E.Do,
    E.apS('handed', handedOn(world, thread, own, O.none)),
    E.bind('variables', ({ handed }) =>
      rule === undefined
        ? E.right(handed.variables)
        : assigned(
            world,
            thread,
            rule['Assign'],
            isJsonata ? expressed(world, thread) : payload(scopeOf(world, thread, thread.input))
          )
    ),
    E.match(
      (error): Result => ({ is: 'fails', error }),
      ({ handed, variables }) => ({ is: 'goes', to: goneTo(thread, to, handed.output, variables) })
    )
  )
}

const noMatch = (state: State): WorkflowError =>
  workflowError('States.NoChoiceMatched', `no rule of ${state.name} holds, and it has no Default`)

/** Every way that a Choice may go, in the order of its rules; a rule that hangs on what is not known may hold or not. */
export const choiceMoves = (
  world: World,
  thread: Thread,
  state: State,
  situation: Situation
): ReadonlyArray<Move> => {
  const deed = quiet(state)
  const found: Array<Move> = []
  const add = (result: Result, says?: string): void =>
    void found.push({
      result,
      situation,
      deed: {
        ...deed,
        ...(says !== undefined && { says }),
        ...(result.is === 'fails' && { error: result.error })
      }
    })
  for (const branch of state.choices) {
    const truth = truthOf(world, thread, state, branch.rule)
    if (E.isLeft(truth)) {
      add({ is: 'fails', error: truth.left })
      return found
    }
    if (truth.right === false) continue
    const isSure = truth.right === true
    const at = isSure ? thread : knowing(thread, branch)
    add(taken(world, at, state, branch.next, branch.rule), isSure ? undefined : 'what it asks is not known')
    if (isSure) return found
  }
  const { otherwise } = state
  add(
    otherwise !== undefined ? taken(world, thread, state, otherwise) : { is: 'fails', error: noMatch(state) }
  )
  return found
}
