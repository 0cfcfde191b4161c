import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AccountId } from '../../model/identifiers.js'
import { longestBody, type Headers } from '../../protocol/http.js'
import { callerOf } from '../callerOf.js'
import type { Endpoint } from '../Endpoint.js'
import { control, controlPath } from './control.js'
import type { Served } from './Served.js'

/** In milliseconds: how long a client may take to send its headers, and its whole request. */
const headersTimeout = 10_000
const requestTimeout = 30_000

/** No request within its limits has more bytes: a character has at most four in UTF-8, and six when JSON escapes it. */
const mostBytes = 6 * longestBody

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const json = (status: number, body: object): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body)
})

const tooLarge: Reply = {
  ...json(413, { __type: 'RequestEntityTooLargeException', message: 'The body is too large.' }),
  headers: { 'content-type': 'application/x-amz-json-1.1', connection: 'close' }
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

const write = (response: ServerResponse, { status, headers, body }: Reply): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

export interface ServerOptions {
  readonly endpoint: Endpoint
  /** Whose requests they all are; without it the access key of each request tells. */
  readonly account: AccountId | undefined
  readonly log: (served: Served) => void
}

const reply = ({ endpoint, account }: ServerOptions, request: IncomingMessage, body: string): Reply => {
  const { method = 'GET', url = '/' } = request
  if (url.startsWith(controlPath)) {
    const answer = control(endpoint, method, url.slice(controlPath.length), body)
    return json(answer.status, answer.body)
  }
  const headers = single(request.headers)
  return endpoint.answer(callerOf(headers, account), { method, path: url, headers, body })
}

const served = (request: IncomingMessage, { status, body }: Reply, milliseconds: number): Served => {
  const { method = 'GET', url = '/', headers } = request
  const target = headers['x-amz-target']
  const error = status === 200 ? undefined : /"__type":"(\w+)"/.exec(body)?.[1]
  return {
    at: new Date().toISOString(),
    what:
      typeof target === 'string' && url === '/' ? target.replace(/^TrentService\./, '') : `${method} ${url}`,
    status,
    ...(error === undefined ? {} : { error }),
    milliseconds
  }
}

/** A server of KMS's protocol, with the control interface beside it. */
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
