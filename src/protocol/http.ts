import type { Violation } from '../codec/decode.js'
import { contentType, header } from './awsJson.js'
import { introducing } from './introducing.js'
import { commonErrors, sentence } from '../exceptions/commonErrors.js'
import type { Evidence, Statement } from '../Evidence.js'
import type { ExceptionTraits } from '../exceptions/Exception.js'
import type { Resource } from '../Resource.js'

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>

/** A request as it arrives, decoded from UTF-8. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: string
}

/** The answer as it leaves. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An error of a request that no operation has read yet. */
export interface ProtocolError extends ExceptionTraits, Evidence {
  readonly name: 'RequestEntityTooLargeException' | 'SerializationException' | 'UnknownOperationException'
  readonly message: string
}

const evidence = {
  RequestEntityTooLargeException: { source: 'aws-json-1_1', assumes: ['A59'] },
  SerializationException: { source: 'aws-json-1_1', assumes: ['A50'] },
  UnknownOperationException: { source: 'aws-json-1_1', assumes: ['A51'] }
} as const satisfies Record<ProtocolError['name'], Evidence>

export const protocolError = (name: ProtocolError['name'], message: string): ProtocolError => ({
  name,
  message,
  ...commonErrors[name],
  ...evidence[name]
})

/** AWS documents both an empty object and an empty body for an operation without output. */
export const emptyAnswerIsAnObject: Statement = {
  name: 'emptyAnswerIsAnObject',
  says: 'An operation without output returns an empty JSON object.',
  source: 'API_ConnectCustomKeyStore',
  assumes: ['A37']
}

/**
 * In characters; a longer body is not parsed. Every request within its limits is shorter.
 *
 * @example
 * protocol.longestBody //=> 1048576
 */
export const longestBody = 1_048_576

export const tooLong = protocolError(
  'RequestEntityTooLargeException',
  `The body must have at most ${String(longestBody)} characters.`
)

export const notAnObject = protocolError('SerializationException', 'The body must be a JSON object.')

/** Names each member of another JSON type than its own. */
export const ofWrongType = (violations: ReadonlyArray<Violation>): ProtocolError =>
  protocolError('SerializationException', violations.map(sentence).join('; '))

const answer =
  (status: number, body: object) =>
  (requestId: string): Answer => ({
    status,
    headers: { [header.contentType]: contentType, [header.requestId]: requestId },
    body: JSON.stringify(body)
  })

export const successAnswer = (output: object) => answer(200, output)

/** An error to be answered. `resource`: where it is about one. */
interface Failure extends Pick<ExceptionTraits, 'httpStatus'> {
  readonly name: string
  readonly message: string
  readonly resource?: Resource
}

/** The message of an error as it is answered: with the resource first. */
export const messageOf = ({ message, resource }: Pick<Failure, 'message' | 'resource'>): string =>
  resource ? `${introducing(resource)} ${message}` : message

export const failureAnswer = (failure: Failure) =>
  answer(failure.httpStatus, { __type: failure.name, message: messageOf(failure) })
