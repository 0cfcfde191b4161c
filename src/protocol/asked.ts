import * as E from 'fp-ts/lib/Either.js'
import * as J from 'fp-ts/lib/Json.js'
import * as t from 'io-ts'
import { documentedExceptions, type OperationName } from '../exceptions/documentedExceptions.js'
import { header, isAwsJson, operationIn } from './awsJson.js'
import { longestBody, notAnObject, tooLong, type ProtocolError, type Request } from './http.js'
import { notAnswered } from './notAnswered.js'

const known: ReadonlySet<string> = new Set(Object.keys(documentedExceptions))

const isOperation = (name: string): name is OperationName => known.has(name)

/** The operation that a request names. */
export const operationOf = (request: Request): E.Either<ProtocolError, OperationName> => {
  const { method, path, headers } = request
  const name = operationIn(headers[header.target])
  return method === 'POST' &&
    path === '/' &&
    isAwsJson(headers[header.contentType]) &&
    name !== undefined &&
    isOperation(name)
    ? E.right(name)
    : E.left(notAnswered(request))
}

/** The input of a request; that of an empty body is an empty object. */
export const inputOf = ({ body }: Request): E.Either<ProtocolError, Readonly<Record<string, unknown>>> => {
  if (body.length > longestBody) return E.left(tooLong)
  const parsed = J.parse(body === '' ? '{}' : body)
  if (E.isLeft(parsed)) return E.left(notAnObject)
  const input: unknown = parsed.right
  return t.UnknownRecord.is(input) ? E.right(input) : E.left(notAnObject)
}
