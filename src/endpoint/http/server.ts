import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import type { AccountId } from '../../model/identifiers.js'
import { ErrorAnswer } from '../../protocol/ErrorAnswer.js'
import { contentType, header, operationIn } from '../../protocol/awsJson.js'
import { longestBody, tooLong, type Answer, type Headers } from '../../protocol/http.js'
import { callerOf } from '../callerOf.js'
import type { Endpoint } from '../Endpoint.js'
import { control, controlPath } from './control.js'
import type { Served } from './Served.js'

/** In milliseconds: how long a client may take to send its headers, and its whole request. */
const headersTimeout = 10_000
const requestTimeout = 30_000

/** No request within its limits has more bytes: a character has at most four in UTF-8, and six when JSON escapes it. */
const mostBytes = 6 * longestBody

const json = (status: number, body: object): Answer => ({
  status,
  headers: { [header.contentType]: 'application/json' },
  body: JSON.stringify(body)
})

const tooLarge: Answer = {
  ...json(tooLong.httpStatus, { __type: tooLong.name, message: 'The body is too large.' }),
  headers: { [header.contentType]: contentType, connection: 'close' }
}

/** The body of a request, or undefined as soon as it is longer than any body may be. */
const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return undefined
  const chunks: Array<Buffer> = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const single = (headers: IncomingMessage['headers']): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
  )

const write = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

interface ServerOptions {
  readonly endpoint: Endpoint
  /** Whose requests they all are; without it the access key of each request tells. */
  readonly account: AccountId | undefined
  readonly log: (served: Served) => void
}

const reply = ({ endpoint, account }: ServerOptions, request: IncomingMessage, body: string): Answer => {
  const { method = 'GET', url = '/' } = request
  if (url.startsWith(controlPath)) {
    const answer = control(endpoint, method, url.slice(controlPath.length), body)
    return json(answer.status, answer.body)
  }
  const headers = single(request.headers)
  return endpoint.answer(callerOf(headers, account), { method, path: url, headers, body })
}

/** The name of the error that an answer tells, if it is one of AWS JSON. */
const errorIn = ({ status, body }: Answer): string | undefined =>
  status === 200
    ? undefined
    : pipe(
        J.parse(body),
        E.flatMap((error) => ErrorAnswer.decode(error)),
        E.match(
          () => undefined,
          ({ name }) => name
        )
      )

/** The longest name of an operation or path in a line of the log. */
const longestLogged = 200

const served = (request: IncomingMessage, answer: Answer, milliseconds: number): Served => {
  const { method = 'GET', url = '/', headers } = request
  const target = headers[header.target]
  const error = errorIn(answer)
  return {
    at: new Date().toISOString(),
    what: (typeof target === 'string' && url === '/'
      ? (operationIn(target) ?? target)
      : `${method} ${url.replace(/\?.*/s, '')}`
    ).slice(0, longestLogged),
    status: answer.status,
    ...(error === undefined ? {} : { error }),
    milliseconds
  }
}

/** An HTTP server of KMS's protocol and, under {@link controlPath}, of the control interface. */
export const kmsServer = (options: ServerOptions): Server => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now()
    const body = await bodyOf(request)
    const answer = body === undefined ? tooLarge : reply(options, request, body)
    write(response, answer)
    options.log(served(request, answer, Math.round(performance.now() - started)))
    if (body === undefined) request.destroy()
  }
  const server = createServer(
    { headersTimeout, requestTimeout, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      serve(request, response).catch(() => response.destroy())
    }
  )
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
  return server
}
