import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { jsonataValue } from './jsonata.js'
import { pathIn, valueOfPath, withValueAt, type Scope } from './Path.js'
import { payload } from './payload.js'
import type { Thread, World } from './Thread.js'
import { anything, isMembers, openMembers, type Members, type Value } from './Value.js'
import { field, type State } from './Workflow.js'
import { runtimeError, type WorkflowError } from './WorkflowError.js'

type Result<A> = E.Either<WorkflowError, A>

/** The Context object, as far as it is known. */
const contextOf = ({ executionInput }: World, { at, item }: Thread): Value =>
  openMembers({
    Execution: openMembers({ Input: executionInput }),
    State: openMembers({ Name: at }),
    ...(item && { Map: { Item: item } })
  })

export const scopeOf = (world: World, thread: Thread, data: Value): Scope => ({
  data,
  context: contextOf(world, thread),
  variables: thread.variables,
  jsonPath: world.evaluators.jsonPath
})

/** A value with expressions of JSONata. `states`: what `$states` has besides the input and the context. */
export const expressed =
  (world: World, thread: Thread, states: Members = {}) =>
  (template: Value): Result<Value> =>
    jsonataValue({
      evaluators: world.evaluators,
      states: { input: thread.input, context: contextOf(world, thread), ...states },
      variables: thread.variables
    })(template)

/** InputPath and OutputPath: null stands for an empty object. */
const byPath = (world: World, thread: Thread, path: Value | undefined, data: Value): Result<Value> => {
  if (path === null) return E.right({})
  return typeof path === 'string' ? valueOfPath(scopeOf(world, thread, data))(path) : E.right(data)
}

const filled = (world: World, thread: Thread, template: Value | undefined, data: Value): Result<Value> =>
  template === undefined ? E.right(data) : payload(scopeOf(world, thread, data))(template)

/** What a state works on: its input behind InputPath. */
export const effectiveInput = (world: World, thread: Thread, state: State): Result<Value> =>
  state.language === 'JSONata'
    ? E.right(thread.input)
    : byPath(world, thread, field(state, 'InputPath'), thread.input)

/** What a Task is given: Parameters, or Arguments. */
export const givenTo = (world: World, thread: Thread, state: State): Result<Value> =>
  state.language === 'JSONata'
    ? expressed(world, thread)(field(state, 'Arguments') ?? {})
    : pipe(
        effectiveInput(world, thread, state),
        E.chain((data) => filled(world, thread, field(state, 'Parameters'), data))
      )

/** The data with a result at its ResultPath; null throws the result away. */
export const placed = (path: Value | undefined, result: Value, data: Value): Result<Value> => {
  if (path === null) return E.right(data)
  if (typeof path !== 'string' || path === '$') return E.right(result)
  return pipe(
    pathIn(path),
    O.filter(({ of, rest }) => of === 'data' && rest === ''),
    E.fromOption(() => runtimeError(`${path} is no place for a result`)),
    E.map(({ steps }) => withValueAt(steps, result, data === anything ? openMembers() : data))
  )
}

/** The variables after Assign. */
export const assigned = (
  world: World,
  thread: Thread,
  template: Value | undefined,
  made: (template: Value) => Result<Value>
): Result<Members> =>
  template === undefined
    ? E.right(thread.variables)
    : pipe(
        made(template),
        E.map((values) => (isMembers(values) ? { ...thread.variables, ...values } : thread.variables))
      )

/** What a state hands on. */
export interface Handed {
  readonly output: Value
  readonly variables: Members
}

const handedByPaths = (world: World, thread: Thread, state: State, result: O.Option<Value>): Result<Handed> =>
  pipe(
    E.Do,
    E.bind('data', () => effectiveInput(world, thread, state)),
    E.bind('selected', ({ data }) =>
      O.isNone(result) ? E.right(data) : filled(world, thread, field(state, 'ResultSelector'), result.value)
    ),
    E.bind('whole', ({ data, selected }) =>
      O.isNone(result) ? E.right(data) : placed(field(state, 'ResultPath'), selected, thread.input)
    ),
    E.bind('output', ({ whole }) => byPath(world, thread, field(state, 'OutputPath'), whole)),
    E.bind('variables', ({ selected }) =>
      assigned(world, thread, field(state, 'Assign'), (template) =>
        payload(scopeOf(world, thread, selected))(template)
      )
    )
  )

const handedByExpressions = (
  world: World,
  thread: Thread,
  state: State,
  result: O.Option<Value>
): Result<Handed> => {
  const made = expressed(world, thread, O.isSome(result) ? { result: result.value } : {})
  const output = field(state, 'Output')
  return pipe(
    E.Do,
    E.apS('output', output === undefined ? E.right(O.getOrElse(() => thread.input)(result)) : made(output)),
    E.apS('variables', assigned(world, thread, field(state, 'Assign'), made))
  )
}

/** What a state hands on when it is done; with a result, or none as of a Wait. */
export const handedOn = (
  world: World,
  thread: Thread,
  state: State,
  result: O.Option<Value>
): Result<Handed> =>
  state.language === 'JSONata'
    ? handedByExpressions(world, thread, state, result)
    : handedByPaths(world, thread, state, result)
