import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { anything, entry, hasAnything, isList, isMembers, member, type Members, type Value } from './Value.js'
import { runtimeError, type WorkflowError } from './WorkflowError.js'

/** Reads JSONPath beyond names and indexes: filters, slices and the like. All that it finds, in a list. */
export type JsonPath = (path: string, data: unknown) => E.Either<string, ReadonlyArray<unknown>>

/** What the paths of a state can be about. */
export interface Scope {
  readonly data: Value
  readonly context: Value
  readonly variables: Members
  readonly jsonPath: JsonPath | undefined
}

/** A member or an entry. */
export type Step = string | number

/** A path as far as it is names and indexes, and what comes after that. */
interface Path {
  /** The data of the state, the Context object, or a variable. */
  readonly of: 'data' | 'context' | { readonly variable: string }
  readonly steps: ReadonlyArray<Step>
  readonly rest: string
}

const root = /^\$(\$|[\p{L}_][\p{L}\p{N}_]*)?/u
const step = /^(?:\.([^\s.[\]()'"*?@,:$]+)|\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d{1,9}))\s*\])/

const stepsIn = (text: string): Pick<Path, 'steps' | 'rest'> => {
  const steps: Array<Step> = []
  let rest = text
  for (let found = step.exec(rest); found !== null; found = step.exec(rest)) {
    const [whole, name, single, double, index] = found
    const quoted = single ?? double
    steps.push(index === undefined ? (name ?? quoted?.replace(/\\(.)/g, '$1') ?? '') : Number(index))
    rest = rest.slice(whole.length)
  }
  return { steps, rest }
}

/** A path of JSONPath as the States Language has it; none where it does not begin with `$`. */
export const pathIn = (text: string): O.Option<Path> => {
  const found = root.exec(text)
  if (found === null) return O.none
  const [whole, name] = found
  const of = name === undefined ? 'data' : name === '$' ? 'context' : { variable: name }
  return O.some({ of, ...stepsIn(text.slice(whole.length)) })
}

/** What is there, step by step. */
export const valueAt = (steps: ReadonlyArray<Step>, value: Value): O.Option<Value> =>
  steps.reduce<O.Option<Value>>(
    (found, one) =>
      pipe(
        found,
        O.chain((inner) => (typeof one === 'number' ? entry(inner, one) : member(inner, one)))
      ),
    O.some(value)
  )

const rootOf = ({ of }: Path, { data, context, variables }: Scope): O.Option<Value> => {
  if (of === 'data') return O.some(data)
  return of === 'context' ? O.some(context) : member(variables, of.variable)
}

const found = (
  path: Path,
  text: string,
  value: Value,
  { jsonPath }: Scope
): E.Either<WorkflowError, Value> => {
  if (path.rest === '') return E.right(value)
  if (jsonPath === undefined || hasAnything(value) || path.rest.includes('$')) return E.right(anything)
  return pipe(
    jsonPath(`$${path.rest}`, value),
    E.bimap(
      (why) => runtimeError(`${text} cannot be read: ${why}`),
      (values) => values as Value
    )
  )
}

/** What a path finds; an error that nothing catches where it finds nothing. */
export const valueOfPath =
  (scope: Scope) =>
  (text: string): E.Either<WorkflowError, Value> =>
    pipe(
      pathIn(text),
      E.fromOption(() => runtimeError(`${text} is no path`)),
      E.chain((path) =>
        pipe(
          rootOf(path, scope),
          O.chain((of) => valueAt(path.steps, of)),
          E.fromOption(() => runtimeError(`${text} finds nothing`)),
          E.chain((value) => found(path, text, value, scope))
        )
      )
    )

/** The data with another value at a place, which is made where it is missing. */
export const withValueAt = (steps: ReadonlyArray<Step>, value: Value, data: Value): Value => {
  const [first, ...others] = steps
  if (first === undefined) return value
  if (typeof first === 'number') {
    if (!isList(data) || first < 0 || first >= data.length) return anything
    return data.map((one, i) => (i === first ? withValueAt(others, value, one) : one))
  }
  const members: Members = isMembers(data) ? data : {}
  const inner = Object.hasOwn(members, first) ? (members[first] as Value) : data === anything ? anything : {}
  return { ...members, [first]: withValueAt(others, value, inner) }
}
