import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import * as t from 'io-ts'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { ErrorAnswer } from '../protocol/ErrorAnswer.js'
import { withoutSecrets } from './secrets.js'

export type Members = Readonly<Record<string, unknown>>

/** An output, an exception, or bytes that no AWS client can read. `silent`: nothing came back. */
export type EndpointReply =
  | { readonly output: Members }
  | { readonly exception: string; readonly message: string }
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

const errorIn = (status: number, error: Members): EndpointReply =>
  pipe(
    ErrorAnswer.decode(error),
    E.match(
      (): EndpointReply => ({ unreadable: `status ${String(status)} without the __type of an exception` }),
      ({ name, message }): EndpointReply => ({ exception: name, message })
    )
  )

/** Reads an answer of AWS JSON 1.1. @see aws-json-1_1 */
export const replyOf = ({
  status,
  body
}: {
  readonly status: number
  readonly body: string
}): EndpointReply =>
  pipe(
    objectIn(body),
    E.match(
      (problem): EndpointReply => ({ unreadable: `status ${String(status)} with ${problem}` }),
      (members) => (status === 200 ? { output: members } : errorIn(status, members))
    )
  )

/** A reply in a few words. */
export const inWords = (reply: EndpointReply): string => {
  if ('exception' in reply) return reply.exception
  return 'unreadable' in reply ? reply.unreadable : 'success'
}

/** The same with the operation, as a reason for giving up. */
export const returned = (operation: OperationName, reply: EndpointReply): string =>
  `${operation} returned ${inWords(reply)}`
