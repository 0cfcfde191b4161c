import type * as E from 'fp-ts/lib/Either.js'
import type { JsonPath } from './Path.js'

/** An expression of JSONata, read: its value for values of variables by their names, without `$`. */
export type Expression = (variables: Readonly<Record<string, unknown>>) => E.Either<string, unknown>

/** What reads query languages. Where one is missing, what it would find may be anything. */
export interface Evaluators {
  readonly jsonPath?: JsonPath
  /** Reads an expression; it must be evaluated at once, as version 1 of the package jsonata does. */
  readonly jsonata?: (expression: string) => E.Either<string, Expression>
}
