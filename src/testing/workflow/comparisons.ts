import { anything, isList, isMembers, type Value } from './Value.js'

/** Whether something holds; undefined where it hangs on what is not known. */
export type Truth = boolean | undefined

type Compare = (left: Value, right: Value) => boolean

const isString = (value: Value): value is string => typeof value === 'string'
const isNumber = (value: Value): value is number => typeof value === 'number'

const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

const isTimestamp = (value: Value): value is string => isString(value) && timestamp.test(value)

const ordering =
  <A extends Value>(is: (value: Value) => value is A, holds: (left: A, right: A) => boolean): Compare =>
  (left, right) =>
    is(left) && is(right) && holds(left, right)

const orderings = <A extends string | number>(type: string, is: (value: Value) => value is A) => ({
  [`${type}Equals`]: ordering(is, (a, b) => a === b),
  [`${type}LessThan`]: ordering(is, (a, b) => a < b),
  [`${type}GreaterThan`]: ordering(is, (a, b) => a > b),
  [`${type}LessThanEquals`]: ordering(is, (a, b) => a <= b),
  [`${type}GreaterThanEquals`]: ordering(is, (a, b) => a >= b)
})

/** Every `*` stands for any text; one after a backslash for itself. Looked for piece by piece, in linear time. */
const matchesPattern = (text: string, pattern: string): boolean => {
  const pieces = pattern
    .replace(/\\\*/g, '\u0000')
    .split('*')
    .map((piece) => piece.replaceAll('\u0000', '*').replaceAll('\\\\', '\\'))
  const [first = '', ...others] = pieces
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  let at = first.length
  for (const piece of others) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= text.length - last.length
}

const comparisons: Readonly<Record<string, Compare>> = {
  ...orderings('String', isString),
  ...orderings('Numeric', isNumber),
  ...orderings('Timestamp', isTimestamp),
  BooleanEquals: (a, b) => typeof a === 'boolean' && a === b,
  StringMatches: ordering(isString, matchesPattern)
}

const tests: Readonly<Record<string, (value: Value) => boolean>> = {
  IsNull: (value) => value === null,
  IsNumeric: isNumber,
  IsString: isString,
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: isTimestamp
}

const withoutPath = (operator: string): string => operator.replace(/Path$/, '')

/** Whether the operator compares with what a path finds. */
export const isWithPath = (operator: string): boolean =>
  operator.endsWith('Path') && Object.hasOwn(comparisons, withoutPath(operator))

const isOperator = (operator: string): boolean =>
  operator === 'IsPresent' ||
  Object.hasOwn(tests, operator) ||
  Object.hasOwn(comparisons, withoutPath(operator))

/** Whether a comparison holds of a value that is there. */
export const compared = (operator: string, left: Value, right: Value): Truth => {
  if (left === anything || right === anything) return undefined
  const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined
  if (test !== undefined) return test(left) === (right === true)
  const compare = Object.hasOwn(comparisons, withoutPath(operator))
    ? comparisons[withoutPath(operator)]
    : undefined
  return compare?.(left, right)
}

/** The members of a rule that are no operators. */
const notOperators: ReadonlyArray<string> = ['Variable', 'Next', 'Comment', 'Condition', 'Assign', 'Output']

/** The one operator of a comparison and what stands beside it. */
export const operatorOf = (rule: Value): readonly [string, Value] | undefined =>
  isMembers(rule) ? Object.entries(rule).find(([name]) => !notOperators.includes(name)) : undefined

/** Operators in a rule, however deep, that nobody knows; what they ask may hold or not. */
export const unknownOperators = (rule: Value): ReadonlyArray<string> => {
  const [operator, operand] = operatorOf(rule) ?? ['no operator', null]
  if (operator === 'Not') return unknownOperators(operand)
  if ((operator === 'And' || operator === 'Or') && isList(operand)) return operand.flatMap(unknownOperators)
  return isOperator(operator) ? [] : [operator]
}
