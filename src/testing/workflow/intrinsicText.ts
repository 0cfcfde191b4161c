import * as E from 'fp-ts/lib/Either.js'
import type { Value } from './Value.js'

/** An argument of an intrinsic function: a value, a path, or another function of arguments. */
export type Argument =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'path'; readonly path: string }
  | { readonly is: 'call'; readonly name: string; readonly args: ReadonlyArray<Argument> }

type Parsed<A> = E.Either<string, readonly [A, string]>

const deepest = 10

const literals: Readonly<Record<string, Value>> = { true: true, false: false, null: null }

/** A path goes on until a comma or a bracket that it did not open. */
const endOfPath = (text: string): number => {
  let open = 0
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i)
    if (character === '[' || character === '(') open += 1
    if (open === 0 && (character === ',' || character === ')')) return i
    if (character === ']' || character === ')') open -= 1
  }
  return text.length
}

const argument = (text: string, depth: number): Parsed<Argument> => {
  const quoted = /^'((?:[^'\\]|\\.)*)'/s.exec(text)
  if (quoted !== null) {
    const value = (quoted[1] ?? '').replace(/\\(['\\{}])/g, (escape, one: string) =>
      one === "'" || one === '\\' ? one : escape
    )
    return E.right([{ is: 'value', value }, text.slice(quoted[0].length)])
  }
  const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text)
  if (number !== null)
    return E.right([{ is: 'value', value: Number(number[0]) }, text.slice(number[0].length)])
  const word = /^(true|false|null)\b/.exec(text)
  if (word !== null) {
    return E.right([{ is: 'value', value: literals[word[0]] as Value }, text.slice(word[0].length)])
  }
  if (!text.startsWith('$')) return call(text, depth)
  const end = endOfPath(text)
  return E.right([{ is: 'path', path: text.slice(0, end).trimEnd() }, text.slice(end)])
}

const argumentsIn = (text: string, depth: number): Parsed<ReadonlyArray<Argument>> => {
  const args: Array<Argument> = []
  let rest = text.trimStart()
  while (!rest.startsWith(')')) {
    const one = argument(rest, depth)
    if (E.isLeft(one)) return one
    args.push(one.right[0])
    rest = one.right[1].trimStart()
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart()
    else if (!rest.startsWith(')')) return E.left(`')' is missing at '${rest.slice(0, 20)}'`)
  }
  return E.right([args, rest.slice(1)])
}

const call = (text: string, depth: number): Parsed<Argument> => {
  const name = /^(States\.\w+)\s*\(/.exec(text)
  if (name === null) return E.left(`'${text.slice(0, 20)}' is no intrinsic function`)
  if (depth === deepest) return E.left('it is nested too deep')
  const args = argumentsIn(text.slice(name[0].length), depth + 1)
  return E.isLeft(args)
    ? args
    : E.right([{ is: 'call', name: name[1] ?? '', args: args.right[0] }, args.right[1]])
}

export const isIntrinsic = (text: string): boolean => text.startsWith('States.')

/** Reads the call of an intrinsic function. */
export const intrinsicIn = (text: string): E.Either<string, Argument> => {
  const parsed = call(text.trim(), 0)
  if (E.isLeft(parsed)) return parsed
  const [read, rest] = parsed.right
  return rest.trim() === '' ? E.right(read) : E.left(`'${rest.slice(0, 20)}' comes after it`)
}
