import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { intrinsicValue } from './intrinsics.js'
import { isIntrinsic } from './intrinsicText.js'
import { valueOfPath, type Scope } from './Path.js'
import { isList, isMembers, type Members, type Value } from './Value.js'
import { runtimeError, type WorkflowError } from './WorkflowError.js'

type Result<A> = E.Either<WorkflowError, A>

const dynamic =
  (scope: Scope) =>
  (name: string, value: Value): Result<Value> => {
    if (typeof value !== 'string') return E.left(runtimeError(`${name} must be a path or a function`))
    return isIntrinsic(value) ? intrinsicValue(scope)(value) : valueOfPath(scope)(value)
  }

const named =
  (scope: Scope) =>
  ([name, value]: readonly [string, Value]): Result<readonly [string, Value]> =>
    name.endsWith('.$')
      ? pipe(
          dynamic(scope)(name, value),
          E.map((found) => [name.slice(0, -2), found] as const)
        )
      : pipe(
          payload(scope)(value),
          E.map((made) => [name, made] as const)
        )

const members =
  (scope: Scope) =>
  (template: Members): Result<Members> =>
    pipe(Object.entries(template), E.traverseArray(named(scope)), E.map(Object.fromEntries<Value>))

/** A payload template filled in: members whose names end in `.$` are paths or intrinsic functions. */
export const payload =
  (scope: Scope) =>
  (template: Value): Result<Value> => {
    if (isList(template)) return pipe(template, E.traverseArray(payload(scope)))
    return isMembers(template) ? members(scope)(template) : E.right(template)
  }
