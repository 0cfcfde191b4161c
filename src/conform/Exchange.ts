import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import * as t from 'io-ts'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { errorIn, errorInSuccess } from './errorIn.js'
import { isNameOfError, refusedWith } from './errorNames.js'
import { isNotImplemented, isPageOfMissing } from './notImplemented.js'
import { puttingOff } from './throttled.js'
import { withoutEcho, withoutEchoInText, withoutSecrets } from './secrets.js'

export type Members = Readonly<Record<string, unknown>>

/**
 * An output; an exception; bytes that no AWS client can read; or an answer that says, in `notImplemented`, that the
 * endpoint does not have the operation. `status`: of HTTP, where it is known. `writtenAs`: how the endpoint writes the name
 * of the exception, where not as AWS does. `silent`: nothing came back.
 */
export type EndpointReply =
  | { readonly output: Members; readonly status?: number }
  | {
      readonly exception: string
      readonly message: string
      readonly status?: number
      readonly writtenAs?: string
    }
  | { readonly notImplemented: string; readonly status: number }
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
  JSON.stringify(withoutSecrets({ value })).slice('{"value":'.length, -1).slice(0, longestShown)

/** An unreadable body may hold anything, so only its length is told. */
const sizeOf = (body: string): string => `a body of ${String(body.length)} characters`

/** Deeper than any answer of AWS KMS, and not so deep that it cannot be walked. */
const deepest = 100

/** Whether brackets outside of texts are nested too deeply. */
const isTooDeep = (body: string): boolean => {
  let depth = 0
  for (const [token] of body.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > deepest) return true
  }
  return false
}

const objectIn = (body: string): E.Either<string, Members> =>
  body === ''
    ? E.right({})
    : pipe(
        isTooDeep(body) ? E.left(`${sizeOf(body)} that is nested too deeply`) : E.right(body),
        E.flatMap((text) =>
          pipe(
            J.parse(text),
            E.mapLeft(() => `${sizeOf(body)} that is not JSON`)
          )
        ),
        E.filterOrElse(t.UnknownRecord.is, () => `${sizeOf(body)} that is not a JSON object`)
      )

/** An answer over HTTP. `errorType`: the header x-amzn-errortype. */
export interface Answered {
  readonly status: number
  readonly body: string
  readonly errorType?: string | undefined
}

/** Of an operation, a path or a method that does not exist, where no error of AWS KMS is named. */
const statusesOfNothing: ReadonlyArray<number> = [404, 405, 501]

const refusal = (
  status: number,
  { name, message }: { readonly name: string; readonly message: string }
): EndpointReply => {
  const refused = refusedWith(name)
  return isNotImplemented(status, name) ||
    isNotImplemented(status, refused.exception) ||
    (statusesOfNothing.includes(status) && !isNameOfError(name))
    ? { notImplemented: `status ${String(status)}, ${name}`, status }
    : { ...refused, message, status }
}

/**
 * Reads an answer of AWS JSON 1.1. A redirect is an answer that cannot be read, and is not followed; status 429 or 503
 * without a name is the error of AWS KMS that says the same.
 *
 * @example
 * conforming.replyOf({ status: 400, body: '{"__type":"NotFoundException","message":"No."}' })
 * //=> { exception: 'NotFoundException', message: 'No.', status: 400 }
 * @see aws-json-1_1
 */
export const replyOf: (answer: Answered) => EndpointReply = ({ status, body, errorType }) => {
  const told = `status ${String(status)}`
  if (status >= 300 && status < 400) return { unreadable: `${told}, a redirect, which is not followed` }
  if (isPageOfMissing(status, body)) return { notImplemented: `${told} with a page`, status }
  const read = objectIn(body)
  if (status >= 200 && status < 300) {
    const named = E.isRight(read) ? errorInSuccess(read.right) : undefined
    if (named !== undefined) return refusal(status, named)
    return E.isRight(read) ? { output: read.right, status } : { unreadable: `${told} with ${read.left}` }
  }
  const error = errorIn(E.isRight(read) ? read.right : {}, errorType)
  const later = puttingOff(status, error?.name)
  if (later !== undefined) return { exception: later, message: error?.message ?? '', status }
  if (error !== undefined) return refusal(status, error)
  if (statusesOfNothing.includes(status)) return { notImplemented: told, status }
  return {
    unreadable: E.isRight(read) ? `${told} without the __type of an exception` : `${told} with ${read.left}`
  }
}

/** A reply in which no text holds one of the echoes of a secret. */
export const replyWithoutEcho =
  (echoes: ReadonlySet<string>) =>
  (reply: EndpointReply): EndpointReply => {
    const text = withoutEchoInText(echoes)
    if ('output' in reply) return { ...reply, output: withoutEcho(echoes)(reply.output) }
    if ('exception' in reply) {
      return { ...reply, exception: text(reply.exception), message: text(reply.message) }
    }
    return 'notImplemented' in reply
      ? { ...reply, notImplemented: text(reply.notImplemented) }
      : { ...reply, unreadable: text(reply.unreadable) }
  }

/** A reply in a few words. */
export const inWords = (reply: EndpointReply): string => {
  if ('exception' in reply) return reply.writtenAs ?? reply.exception
  if ('notImplemented' in reply) return `not implemented: ${reply.notImplemented}`
  return 'unreadable' in reply ? reply.unreadable : 'success'
}

/** The same with the operation, as a reason for giving up. */
export const returned = (operation: OperationName, reply: EndpointReply): string =>
  `${operation} returned ${inWords(reply)}`
