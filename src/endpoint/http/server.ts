import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { AccountId } from '../../model/identifiers.js'
import { contentType, header } from '../../protocol/awsJson.js'
import { tooLong, type Answer, type Headers } from '../../protocol/http.js'
import { callerOf } from '../callerOf.js'
import type { Endpoint } from '../Endpoint.js'
import { whyTurnedAway, type Admission, type TurnedAway } from './admission.js'
import { write, writeEarly, writeJson } from './answering.js'
import { bodyOf, hasTooManyValues, mostBytes, mostBytesOfControl, saysItIsTooLong } from './bodies.js'
import { control, controlPath } from './control.js'
import { served, type Served } from './Served.js'

/**
 * In milliseconds: how long a client may take to send its headers, and its whole request; how long it may neither send nor
 * read; how long a connection is kept for the next request; and how often that is looked at.
 */
const times = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  timeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000
} as const

interface ServerOptions extends Partial<Admission> {
  readonly endpoint: Endpoint
  /** Whose requests they all are; without it the access key of each request tells. */
  readonly account: AccountId | undefined
  readonly log: (served: Served) => void
  /** Waits until everything that was answered so far is kept, where it is kept; rejects where that cannot be. */
  readonly committed?: () => Promise<void>
  /** In place of {@link times}. */
  readonly times?: Partial<Record<keyof typeof times, number>>
}

const refusal = (status: number, name: string, message: string): Answer => ({
  status,
  headers: { [header.contentType]: contentType },
  body: JSON.stringify({ __type: name, message })
})

const tooLarge = refusal(tooLong.httpStatus, tooLong.name, 'The body is too large.')

const refused = ({ status, message }: TurnedAway): Answer => {
  const { headers, ...answer } = refusal(status, 'AccessDeniedException', message)
  return { ...answer, headers: { ...headers, ...(status === 401 && { 'www-authenticate': 'Bearer' }) } }
}

const single = (headers: IncomingMessage['headers']): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
  )

const isOfControl = ({ url = '/' }: IncomingMessage): boolean => url.startsWith(controlPath)

const controls = (request: IncomingMessage): Parameters<typeof whyTurnedAway>[2] => {
  if (!isOfControl(request)) return 'nothing'
  return request.method === 'GET' ? 'reads' : 'changes'
}

/** What is answered to the headers of a request alone. */
const early = (
  { hosts = [], token }: ServerOptions,
  request: IncomingMessage,
  most: number
): Answer | undefined => {
  const why = whyTurnedAway({ hosts, token }, request.headers, controls(request))
  if (why !== undefined) return refused(why)
  return saysItIsTooLong(request, most) ? tooLarge : undefined
}

/** The server cannot read on: the client is told why, and is gone whether it has heard that or not. */
const cutOff = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = {
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large'
  }[error.code ?? '']
  socket.end(`HTTP/1.1 ${status ?? '400 Bad Request'}\r\nconnection: close\r\n\r\n`, () => socket.destroy())
}

/** An HTTP server of KMS's protocol and, under {@link controlPath}, of the control interface. */
export const kmsServer = (options: ServerOptions): Server => {
  const { endpoint, account, log, committed = () => Promise.resolve() } = options

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    body: string
  ): Promise<Answer> => {
    const { method = 'GET', url = '/' } = request
    if (!isOfControl(request)) {
      const headers = single(request.headers)
      const answered = endpoint.answer(callerOf(headers, account), { method, path: url, headers, body })
      await committed()
      write(response, answered)
      return answered
    }
    const { status, body: object } = control(endpoint, method, url.slice(controlPath.length), body)
    await committed()
    await writeJson(response, status, object)
    return { status, headers: {}, body: '' }
  }

  const answerEarly = (request: IncomingMessage, response: ServerResponse, early: Answer): Answer => {
    writeEarly(request, response, early)
    return early
  }

  const serve = async (request: IncomingMessage, response: ServerResponse, waits: boolean): Promise<void> => {
    const started = performance.now()
    const most = isOfControl(request) ? mostBytesOfControl : mostBytes
    const tell = (answered: Answer): void =>
      log(served(request, answered, new Date(), Math.round(performance.now() - started)))

    const refusal = early(options, request, most)
    if (refusal !== undefined) {
      tell(answerEarly(request, response, refusal))
      return
    }
    if (waits) response.writeContinue()
    const body = await bodyOf(request, most)
    tell(
      body === undefined || hasTooManyValues(body)
        ? answerEarly(request, response, tooLarge)
        : await answer(request, response, body)
    )
  }

  const serving =
    (waits: boolean) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      serve(request, response, waits).catch(() => response.destroy())
    }
  const server = createServer({ ...times, ...options.times }, serving(false))
  server.timeout = options.times?.timeout ?? times.timeout
  server.on('checkContinue', serving(true))
  server.on('clientError', cutOff)
  return server
}
