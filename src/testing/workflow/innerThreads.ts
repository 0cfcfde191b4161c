import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { errorTaken } from './errorsTaken.js'
import { effectiveInput, expressed, givenTo, scopeOf } from './io.js'
import { leaving } from './leaving.js'
import { valueOfPath } from './Path.js'
import { payload } from './payload.js'
import { begun, type Result, type Thread, type World } from './Thread.js'
import { anything, isList, type Members, type Value } from './Value.js'
import { field, type State } from './Workflow.js'
import { runtimeError, type WorkflowError } from './WorkflowError.js'

/** How many items of a Map are gone through; what comes of more is the same. */
const mostItems = 5

/** The items of a Map; where they are not known, none or one of which nothing is known. */
const itemsOf = (world: World, thread: Thread, state: State): E.Either<WorkflowError, Value> => {
  if (field(state, 'ItemReader') !== undefined) return E.right(anything)
  if (state.language === 'JSONata') {
    const items = field(state, 'Items')
    return items === undefined ? E.right(thread.input) : expressed(world, thread)(items)
  }
  const path = field(state, 'ItemsPath')
  return pipe(
    effectiveInput(world, thread, state),
    E.chain((data) =>
      typeof path === 'string' ? valueOfPath(scopeOf(world, thread, data))(path) : E.right(data)
    )
  )
}

const itemInput = (
  world: World,
  thread: Thread,
  state: State,
  item: Members
): E.Either<WorkflowError, Value> => {
  const selector = field(state, 'ItemSelector') ?? field(state, 'Parameters')
  const within = { ...thread, item }
  if (selector === undefined) return E.right(item['Value'] as Value)
  if (state.language === 'JSONata') return expressed(world, within)(selector)
  return pipe(
    effectiveInput(world, thread, state),
    E.chain((data) => payload(scopeOf(world, within, data))(selector))
  )
}

const iterations = (
  world: World,
  thread: Thread,
  state: State,
  items: ReadonlyArray<Value>
): ReadonlyArray<Result> => {
  const [machine = ''] = state.inner
  if (items.length === 0) return leaving(world, thread, state, O.some([]))
  return pipe(
    items.slice(0, mostItems),
    E.traverseArray((value) => {
      const item: Members = { Index: items.indexOf(value), Value: value }
      return pipe(
        itemInput(world, thread, state, item),
        E.map((input) => begun(world, machine, input, thread.variables, item))
      )
    }),
    E.match(
      (error) => errorTaken(world, thread, state, error),
      (inside): ReadonlyArray<Result> => [{ is: 'goes', to: { ...thread, inside } }]
    )
  )
}

const mapBegun = (world: World, thread: Thread, state: State): ReadonlyArray<Result> => {
  const items = itemsOf(world, thread, state)
  if (E.isLeft(items)) return errorTaken(world, thread, state, items.left)
  if (isList(items.right)) return iterations(world, thread, state, items.right)
  if (items.right !== anything)
    return errorTaken(world, thread, state, runtimeError('the items of a Map must be a list'))
  return [...iterations(world, thread, state, [anything]), ...iterations(world, thread, state, [])]
}

/** What comes of a Parallel or Map that begins: threads inside of it, one for each branch or item. */
export const innerBegun = (world: World, thread: Thread, state: State): ReadonlyArray<Result> => {
  if (state.type === 'Map') return mapBegun(world, thread, state)
  const given =
    state.language === 'JSONata' && field(state, 'Arguments') === undefined
      ? E.right(thread.input)
      : givenTo(world, thread, state)
  if (E.isLeft(given)) return errorTaken(world, thread, state, given.left)
  if (state.inner.length === 0) return leaving(world, thread, state, O.some([]))
  const inside = state.inner.map((machine) =>
    begun(world, machine, given.right, thread.variables, thread.item)
  )
  return [{ is: 'goes', to: { ...thread, inside } }]
}
