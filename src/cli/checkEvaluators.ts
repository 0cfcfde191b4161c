import * as E from 'fp-ts/lib/Either.js'
import jsonata from 'jsonata'
import { JSONPath } from 'jsonpath-plus'
import type { Evaluators, Expression } from '../testing/workflow/index.js'

/** Steps of one expression; an expression may be a program that has no end. */
const mostSteps = 100_000

/** jsonata complains with objects that are no Error. */
const reasonOf = (error: unknown): string => {
  const { message } = error as { readonly message?: unknown }
  return typeof message === 'string' ? message : String(error)
}

/** Looked up at each step of an evaluation, and called there. */
const stepHook = '__evaluate_entry'

const countingSteps = (): (() => void) => {
  let steps = 0
  return () => {
    steps += 1
    if (steps > mostSteps) throw new Error('it takes too many steps')
  }
}

const mostEntries = 1_000

const isList = (u: unknown): u is ReadonlyArray<unknown> => Array.isArray(u)

/** The functions that Step Functions adds to JSONata, but for those of chance. */
const ofStepFunctions = {
  parse: (text: string): unknown => JSON.parse(text) as unknown,
  partition: (list: unknown, size: number): unknown => {
    if (!isList(list) || !(size >= 1)) throw new Error('$partition needs a list and a size')
    const each = Math.trunc(size)
    return Array.from({ length: Math.ceil(list.length / each) }, (_, i) =>
      list.slice(i * each, (i + 1) * each)
    )
  },
  range: (first: number, last: number, step: number): unknown => {
    const length = Math.max(0, Math.floor((last - first) / step) + 1)
    if (!(length <= mostEntries)) throw new Error('$range has too many entries')
    return Array.from({ length }, (_, i) => first + i * step)
  }
}

/** Version 1 of the package evaluates at once, where version 2 makes promises, of which a pure exploration can make nothing. */
const expressionOf = (text: string): E.Either<string, Expression> =>
  E.tryCatch(() => {
    const expression = jsonata(text)
    for (const [name, implementation] of Object.entries(ofStepFunctions)) {
      expression.registerFunction(name, implementation)
    }
    return (variables) =>
      E.tryCatch(() => {
        expression.assign(stepHook, countingSteps())
        return expression.evaluate(undefined, { ...variables }) as unknown
      }, reasonOf)
  }, reasonOf)

const remembered = <A>(made: (text: string) => A): ((text: string) => A) => {
  const known = new Map<string, A>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = made(text)
    known.set(text, value)
    return value
  }
}

/** What reads the query languages of workflows. Filters of JSONPath are interpreted, and never run as code. */
export const evaluators: Evaluators = {
  jsonata: remembered(expressionOf),
  jsonPath: (path, json) =>
    E.tryCatch(
      () => JSONPath<ReadonlyArray<unknown>>({ path, json: json as object, wrap: true, eval: 'safe' }),
      reasonOf
    )
}
