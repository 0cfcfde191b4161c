import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { compared, isWithPath, operatorOf, type Truth } from './comparisons.js'
import { pathIn, valueAt, valueOfPath, type Scope } from './Path.js'
import { anything, isList, isMembers, type Members, type Value } from './Value.js'
import { runtimeError, type WorkflowError } from './WorkflowError.js'

type Result = E.Either<WorkflowError, Truth>

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)

/** All of some rules, looked at in their order until one is false. */
const every = (scope: Scope, rules: ReadonlyArray<Value>): Result => {
  let all: Truth = true
  for (const rule of rules) {
    const truth = holds(scope)(rule)
    if (E.isLeft(truth) || truth.right === false) return truth
    if (truth.right === undefined) all = undefined
  }
  return E.right(all)
}

const some = (scope: Scope, rules: ReadonlyArray<Value>): Result => {
  let any: Truth = false
  for (const rule of rules) {
    const truth = holds(scope)(rule)
    if (E.isLeft(truth) || truth.right === true) return truth
    if (truth.right === undefined) any = undefined
  }
  return E.right(any)
}

/** A path that is only read may be missing; whether it is there is known unless something around it is not. */
const isPresent = (scope: Scope, path: string): Truth => {
  const found = valueOfPath(scope)(path)
  if (E.isLeft(found)) return false
  return found.right === anything ? undefined : true
}

const comparison = (scope: Scope, rule: Members, operator: string, operand: Value): Result => {
  const variable = rule['Variable']
  if (typeof variable !== 'string') return E.left(runtimeError('a comparison must have a Variable'))
  if (operator === 'IsPresent') {
    const truth = isPresent(scope, variable)
    return E.right(operand === true ? truth : not(truth))
  }
  return pipe(
    E.Do,
    E.apS('left', valueOfPath(scope)(variable)),
    E.apS(
      'right',
      isWithPath(operator) && typeof operand === 'string' ? valueOfPath(scope)(operand) : E.right(operand)
    ),
    E.map(({ left, right }) => compared(operator, left, right))
  )
}

/** Whether a rule of a Choice holds; an error where a path finds nothing. */
export const holds =
  (scope: Scope) =>
  (rule: Value): Result => {
    if (!isMembers(rule)) return E.left(runtimeError('a rule must be an object'))
    const found = operatorOf(rule)
    if (found === undefined) return E.right(undefined)
    const [operator, operand] = found
    if (operator === 'And' && isList(operand)) return every(scope, operand)
    if (operator === 'Or' && isList(operand)) return some(scope, operand)
    if (operator === 'Not') return pipe(holds(scope)(operand), E.map(not))
    return comparison(scope, rule, operator, operand)
  }

const equals: ReadonlyArray<string> = ['StringEquals', 'NumericEquals', 'BooleanEquals']

/** What is known of the data once a rule is taken to hold: the place and its value. */
export const learnt = (
  rule: Members
): O.Option<{ readonly steps: ReadonlyArray<string | number>; readonly value: Value }> => {
  const [operator, value] = operatorOf(rule) ?? ['', null]
  const variable = rule['Variable']
  if (!equals.includes(operator) || typeof variable !== 'string') return O.none
  return pipe(
    pathIn(variable),
    O.filter(
      ({ of, rest, steps }) => of === 'data' && rest === '' && steps.every((step) => typeof step === 'string')
    ),
    O.map(({ steps }) => ({ steps, value }))
  )
}

/** Whether a place in the data is not known. */
export const isUnknownAt = (steps: ReadonlyArray<string | number>, data: Value): boolean =>
  pipe(
    valueAt(steps, data),
    O.exists((value) => value === anything)
  )
