import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Evaluators } from './evaluators.js'
import { standIns } from './standIns.js'
import { anything, hasAnything, isList, isMembers, type Members, type Value } from './Value.js'
import { workflowError, type WorkflowError } from './WorkflowError.js'

/** What `$states` has, and the variables of the workflow. */
export interface JsonataScope {
  readonly evaluators: Evaluators
  readonly states: Members
  readonly variables: Members
}

type Result<A> = E.Either<WorkflowError, A>

const expressionIn = (text: string): string | undefined => /^\{%(.*)%\}$/s.exec(text)?.[1]

const queryError = (text: string) => (why: string) =>
  workflowError('States.QueryEvaluationError', `${text}: ${why}`)

/** What nobody can foresee, or is not worked out here. */
const chance = /\$(now|millis|random|shuffle|uuid|hash)\b/

const evaluated = (
  { evaluators, states, variables }: JsonataScope,
  text: string,
  expression: string
): Result<Value> => {
  if (evaluators.jsonata === undefined || chance.test(expression)) return E.right(anything)
  const used = Object.entries<Value>({ ...variables, states }).filter(([name]) =>
    expression.includes(`$${name}`)
  )
  const unknown = used.some(([, value]) => hasAnything(value)) ? standIns() : undefined
  const given = used.map(([name, value]) => [name, unknown === undefined ? value : unknown.of(value)])
  return pipe(
    evaluators.jsonata(expression),
    E.chain((evaluate) => evaluate(Object.fromEntries(given) as Readonly<Record<string, unknown>>)),
    E.fold(
      (why) => (unknown === undefined ? E.left(queryError(text)(why)) : E.right(anything)),
      (value) => {
        if (unknown !== undefined) return E.right(unknown.back(value))
        return value === undefined ? E.left(queryError(text)('it gives nothing')) : E.right(value as Value)
      }
    )
  )
}

/** A value in which every string `{% … %}` is an expression. */
export const jsonataValue =
  (scope: JsonataScope) =>
  (template: Value): Result<Value> => {
    if (typeof template === 'string') {
      const expression = expressionIn(template)
      return expression === undefined ? E.right(template) : evaluated(scope, template, expression)
    }
    if (isList(template)) return pipe(template, E.traverseArray(jsonataValue(scope)))
    if (!isMembers(template)) return E.right(template)
    return pipe(
      Object.entries(template),
      E.traverseArray(([name, value]) =>
        pipe(
          jsonataValue(scope)(value),
          E.map((made) => [name, made] as const)
        )
      ),
      E.map(Object.fromEntries<Value>)
    )
  }
