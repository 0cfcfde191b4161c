import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedInteger } from '../codec/boundedInteger.js'
import { closedStruct } from '../codec/closedStruct.js'
import { decode, violationAt, type Violation } from '../codec/decode.js'
import { commonErrors, isCommonError } from '../exceptions/commonErrors.js'
import { documentedExceptions, type OperationName } from '../exceptions/documentedExceptions.js'
import { ErrorName } from '../protocol/imposed.js'

/** Which requests AWS KMS refuses, with which error, and how many of them. */
export interface Failing {
  /** Default: every operation that can answer with the error. */
  readonly operation?: OperationName
  /** An exception that the page of the operation lists, or an error that any operation can answer with. */
  readonly error: ErrorName
  /** Default: all, until something else is told. None ends it. */
  readonly times?: number
}

const Operation: t.Type<OperationName, unknown> = t.keyof(documentedExceptions, 'OperationName')

const members = { operation: Operation, times: boundedInteger('times', 0, 1_000_000) }

/** In the form of {@link Failing}, whether or not the operation can answer with the error. */
export const Failing: t.Type<Failing, unknown> = closedStruct('Failing', { error: ErrorName }, members)

/** Of which failures nothing more is wanted. */
export const Recovery = closedStruct('Recovery', {}, { operation: Operation })

const listed = (operation: OperationName): ReadonlyArray<string> => documentedExceptions[operation]

const canAnswer = (operation: OperationName, error: ErrorName): boolean =>
  isCommonError(error) || listed(operation).includes(error)

const common = Object.keys(commonErrors).join(', ')

const cannotAnswer = (operation: OperationName, error: ErrorName): Violation =>
  violationAt(
    'error',
    error,
    'together',
    `Member must be an error that ${operation} can answer with: ${listed(operation).join(', ')}; or one of every operation: ${common}`
  )

/** Reads what is to fail; or tells what is wrong with it. */
export const readFailing = (u: unknown): E.Either<ReadonlyArray<Violation>, Failing> =>
  pipe(
    decode(Failing)(u),
    E.chain((failing) => {
      const { operation, error } = failing
      return operation === undefined || canAnswer(operation, error)
        ? E.right(failing)
        : E.left([cannotAnswer(operation, error)])
    })
  )

/** With one more failure. The last that was told of an operation counts, and so does the last told of all of them. */
export const withFailing =
  (failing: Failing) =>
  (failures: ReadonlyArray<Failing>): ReadonlyArray<Failing> => {
    const others = withoutFailing(failing.operation)(failures)
    return failing.times === 0 ? others : [...others, failing]
  }

/** Without what was told of an operation, or of all of them. */
export const withoutFailing =
  (operation: OperationName | undefined) =>
  (failures: ReadonlyArray<Failing>): ReadonlyArray<Failing> =>
    failures.filter((failing) => failing.operation !== operation)

/** The error with which the next request for an operation is refused, and what is to fail after it. */
export const nextError = (
  failures: ReadonlyArray<Failing>,
  operation: OperationName
): readonly [error: ErrorName | undefined, after: ReadonlyArray<Failing>] => {
  const failing =
    failures.find((each) => each.operation === operation) ??
    failures.find((each) => each.operation === undefined && canAnswer(operation, each.error))
  if (failing === undefined) return [undefined, failures]
  const { error, times } = failing
  return [error, times === undefined ? failures : withFailing({ ...failing, times: times - 1 })(failures)]
}
