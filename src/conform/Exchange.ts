import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import * as t from 'io-ts'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { withoutSecrets } from './secrets.js'

export type Members = Readonly<Record<string, unknown>>

/**
 * An output, an exception, that the operation is not implemented, or bytes that no AWS client can read. `status`: of HTTP,
 * if it is known. `silent`: nothing came back.
 */
export type EndpointReply =
  | { readonly output: Members; readonly status?: number }
  | { readonly exception: string; readonly message: string; readonly status?: number }
  | { readonly notImplemented: string }
  | { readonly unreadable: string; readonly silent?: true }

/** A request to an endpoint, and the reply. */
export interface Exchange {
  readonly operation: OperationName
  readonly request: Members
  readonly reply: EndpointReply
}

const longestShown = 120

/** The beginning of a value as JSON, without secrets. */
export const beginningOf = (value: unknown): string =>
  JSON.stringify(withoutSecrets(value)).slice(0, longestShown)

/** An unreadable body may hold anything, so only its length is told. */
const sizeOf = (body: string): string => `a body of ${String(body.length)} characters`

const objectIn = (body: string): E.Either<string, Members> =>
  body === ''
    ? E.right({})
    : pipe(
        J.parse(body),
        E.mapLeft(() => `${sizeOf(body)} that is not JSON`),
        E.filterOrElse(t.UnknownRecord.is, () => `${sizeOf(body)} that is not a JSON object`)
      )

/** The name of an error without the namespace before it and the address behind it, as AWS's clients read it. */
const bareName = (type: string): string => {
  const name = type.split(':')[0] ?? ''
  return name.slice(name.lastIndexOf('#') + 1)
}

/** The error of an answer: its name is in a header or in the body, under one of three names. @see aws-json-1_1 */
const errorIn = (
  error: Members,
  header: string | undefined
): { readonly name: string; readonly message: string } | undefined => {
  const text = (...names: ReadonlyArray<unknown>): string | undefined =>
    names.find((value): value is string => typeof value === 'string' && value !== '')
  const type = text(header, error['__type'], error['code'], error['Code'])
  return type === undefined
    ? undefined
    : { name: bareName(type), message: text(error['message'], error['Message']) ?? '' }
}

/** Names that endpoints give the error for an operation that they do not have. AWS KMS has the first of them. */
const namesOfNoOperation: ReadonlyArray<string> = [
  'UnknownOperationException',
  'UnknownOperation',
  'UnsupportedOperation',
  'InvalidAction',
  'NotImplemented',
  'NotImplementedException'
]

const notImplementedStatus = 501
/** Of a path or method that does not exist, where no error is named. */
const statusesOfNothing: ReadonlyArray<number> = [404, 405, notImplementedStatus]

/** Pages for people are what a web server answers where nothing is. */
const isPage = (body: string): boolean => /^\s*</.test(body)

interface Received {
  readonly status: number
  readonly body: string
  /** Of the header x-amzn-errortype. */
  readonly errorType?: string | undefined
}

const refusalIn = ({ status, errorType }: Received, members: Members): EndpointReply => {
  const error = errorIn(members, errorType)
  if (status === notImplementedStatus || (error && namesOfNoOperation.includes(error.name))) {
    return { notImplemented: `status ${String(status)}${error === undefined ? '' : `, ${error.name}`}` }
  }
  if (error === undefined && statusesOfNothing.includes(status)) {
    return { notImplemented: `status ${String(status)}` }
  }
  return error === undefined
    ? { unreadable: `status ${String(status)} without the __type of an exception` }
    : { exception: error.name, message: error.message, status }
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** Reads an answer of AWS JSON 1.1. @see aws-json-1_1 */
export const replyOf = (received: Received): EndpointReply => {
  const { status, body } = received
  if (!isSuccess(status) && isPage(body))
    return { notImplemented: `status ${String(status)}, a page of HTML` }
  return pipe(
    objectIn(body),
    E.match(
      (problem): EndpointReply =>
        statusesOfNothing.includes(status)
          ? { notImplemented: `status ${String(status)}` }
          : { unreadable: `status ${String(status)} with ${problem}` },
      (members) => (isSuccess(status) ? { output: members, status } : refusalIn(received, members))
    )
  )
}

/** A reply in a few words. */
export const inWords = (reply: EndpointReply): string => {
  if ('exception' in reply) return reply.exception
  if ('notImplemented' in reply) return `not implemented: ${reply.notImplemented}`
  return 'unreadable' in reply ? reply.unreadable : 'success'
}

/** The same with the operation, as a reason for giving up. */
export const returned = (operation: OperationName, reply: EndpointReply): string =>
  `${operation} returned ${inWords(reply)}`
