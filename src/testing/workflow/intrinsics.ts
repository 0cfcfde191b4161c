import * as E from 'fp-ts/lib/Either.js'
import * as J from 'fp-ts/lib/Json.js'
import { pipe } from 'fp-ts/lib/function.js'
import { intrinsicIn, type Argument } from './intrinsicText.js'
import { valueOfPath, type Scope } from './Path.js'
import { anything, hasAnything, isList, isMembers, textOf, type Value } from './Value.js'
import { workflowError, type WorkflowError } from './WorkflowError.js'

type Result = E.Either<string, Value>

const whole = (value: Value | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : undefined

const shown = (value: Value): string => (typeof value === 'string' ? value : textOf(value))

const format = ([template, ...values]: ReadonlyArray<Value>): Result => {
  if (typeof template !== 'string') return E.left('the first argument must be a string')
  let used = 0
  const text = template.replace(/\\([{}\\])|\{\}/g, (_, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped
    used += 1
    return shown(values[used - 1] ?? null)
  })
  return used === values.length
    ? E.right(text)
    : E.left(`${String(values.length)} values for ${String(used)} places`)
}

const mostEntries = 1_000

const range = ([first, last, by]: ReadonlyArray<Value>): Result => {
  const [from, to, step] = [whole(first), whole(last), whole(by)]
  if (from === undefined || to === undefined || step === undefined || step === 0)
    return E.left('three whole numbers are needed')
  const length = Math.max(0, Math.floor((to - from) / step) + 1)
  return length > mostEntries
    ? E.left('there are too many entries')
    : E.right(Array.from({ length }, (_, i) => from + i * step))
}

const partition = ([list, size]: ReadonlyArray<Value>): Result => {
  const each = whole(size)
  if (list === undefined || !isList(list) || each === undefined || each < 1)
    return E.left('a list and a size are needed')
  return E.right(
    Array.from({ length: Math.ceil(list.length / each) }, (_, i) => list.slice(i * each, (i + 1) * each))
  )
}

const ofList =
  (result: (list: ReadonlyArray<Value>, other: Value) => Value | undefined) =>
  ([list, other = null]: ReadonlyArray<Value>): Result =>
    list !== undefined && isList(list)
      ? pipe(result(list, other), E.fromNullable('there is no such entry'))
      : E.left('the first argument must be a list')

const isIn = (list: ReadonlyArray<Value>, value: Value): boolean =>
  list.some((one) => textOf(one) === textOf(value))

const unknown = (): Result => E.right(anything)

const functions: Readonly<Record<string, (args: ReadonlyArray<Value>) => Result>> = {
  'States.Format': format,
  'States.StringToJson': ([text]) =>
    typeof text === 'string'
      ? pipe(
          J.parse(text),
          E.bimap(
            () => 'it is no JSON',
            (value) => value as Value
          )
        )
      : E.left('a string is needed'),
  'States.JsonToString': ([value = null]) => E.right(textOf(value)),
  'States.Array': (args) => E.right(args),
  'States.ArrayPartition': partition,
  'States.ArrayContains': ofList(isIn),
  'States.ArrayRange': range,
  'States.ArrayGetItem': ofList((list, index) => list[whole(index) ?? -1]),
  'States.ArrayLength': ofList((list) => list.length),
  'States.ArrayUnique': ofList((list) => list.filter((one, i) => !isIn(list.slice(0, i), one))),
  'States.JsonMerge': ([a, b]) =>
    a !== undefined && b !== undefined && isMembers(a) && isMembers(b)
      ? E.right({ ...a, ...b })
      : E.left('two objects are needed'),
  'States.MathAdd': ([a, b]) => {
    const [one, other] = [whole(a), whole(b)]
    return one === undefined || other === undefined ? E.left('two numbers are needed') : E.right(one + other)
  },
  'States.StringSplit': ([text, separators]) =>
    typeof text === 'string' && typeof separators === 'string'
      ? E.right(
          Array.from(separators)
            .reduce((parts, one) => parts.flatMap((part) => part.split(one)), [text])
            .filter((part) => part !== '')
        )
      : E.left('two strings are needed'),
  'States.Base64Encode': unknown,
  'States.Base64Decode': unknown,
  'States.Hash': unknown,
  'States.MathRandom': unknown,
  'States.UUID': unknown
}

/** What holds of any arguments, known or not. */
const partlyKnown: ReadonlyArray<string> = [
  'States.Array',
  'States.ArrayGetItem',
  'States.ArrayLength',
  'States.JsonMerge'
]

const applied = (name: string, args: ReadonlyArray<Value>): Result => {
  const made = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (made === undefined) return E.left('there is no such function')
  const isUnknown = partlyKnown.includes(name)
    ? args.includes(anything) && name !== 'States.Array'
    : args.some(hasAnything)
  return isUnknown ? E.right(anything) : made(args)
}

const valueOf =
  (scope: Scope) =>
  (argument: Argument): E.Either<WorkflowError, Value> => {
    if (argument.is === 'value') return E.right(argument.value)
    if (argument.is === 'path') return valueOfPath(scope)(argument.path)
    const args: Array<Value> = []
    for (const one of argument.args) {
      const value = valueOf(scope)(one)
      if (E.isLeft(value)) return value
      args.push(value.right)
    }
    return pipe(
      applied(argument.name, args),
      E.mapLeft((why) => workflowError('States.IntrinsicFailure', `${argument.name}: ${why}`))
    )
  }

/** What the call of an intrinsic function gives. */
export const intrinsicValue =
  (scope: Scope) =>
  (text: string): E.Either<WorkflowError, Value> =>
    pipe(
      intrinsicIn(text),
      E.mapLeft((why) => workflowError('States.IntrinsicFailure', `${text}: ${why}`)),
      E.chain(valueOf(scope))
    )
