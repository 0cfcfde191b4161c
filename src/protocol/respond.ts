import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import { header, isAwsJson, operationIn } from './awsJson.js'
import type { Given } from './Given.js'
import {
  failure,
  longestBody,
  notAnObject,
  success,
  tooLong,
  unknownOperation,
  type Answer,
  type ProtocolError,
  type Request
} from './http.js'
import { operations } from './operations.js'

/** The answer to a request, and the account after it: the very same one unless the status is 200. */
export interface Response {
  readonly answer: Answer
  readonly account: Account
}

const isOperation = (name: string): name is keyof typeof operations => Object.hasOwn(operations, name)

/** @assumes A51 */
const operationOf = ({ method, path, headers }: Request) => {
  const name = operationIn(headers[header.target])
  return method === 'POST' &&
    path === '/' &&
    isAwsJson(headers[header.contentType]) &&
    name !== undefined &&
    isOperation(name)
    ? E.right(operations[name])
    : E.left(unknownOperation)
}

/** @assumes A50, A59 */
const inputOf = ({ body }: Request): E.Either<ProtocolError, unknown> => {
  if (body.length > longestBody) return E.left(tooLong)
  return pipe(
    J.parse(body === '' ? '{}' : body),
    E.filterOrElseW(t.UnknownRecord.is, () => notAnObject),
    E.mapLeft(() => notAnObject)
  )
}

/**
 * Answers a request of AWS JSON 1.1 on an account. Nothing that a request can hold makes it throw. Signatures and
 * permissions are not looked at.
 *
 * @see aws-json-1_1
 */
export const respond =
  (given: Given) =>
  (request: Request) =>
  (account: Account): Response =>
    pipe(
      E.Do,
      E.bind('operation', () => operationOf(request)),
      E.bind('input', () => inputOf(request)),
      E.chainW(({ operation, input }) => operation(given)(input)(account)),
      E.match(
        (refusal) => ({ answer: failure(refusal)(given.requestId), account }),
        ([output, after]) => ({ answer: success(output)(given.requestId), account: after })
      )
    )
