import type { Answer } from '../protocol/http.js'
import type { Caller } from './Caller.js'
import { callerOf } from './callerOf.js'
import type { Endpoint } from './Endpoint.js'

/** A request as the AWS SDK for JavaScript hands it to a request handler. */
export interface SdkRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text, bytes, a Blob, or a stream. */
  readonly body?: unknown
}

/** A response as the AWS SDK for JavaScript takes it from a request handler. */
export interface SdkResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** A request handler for the AWS SDK for JavaScript, version 3: `new KMSClient({ requestHandler })`. */
export interface SdkRequestHandler {
  readonly metadata: { readonly handlerProtocol: string }
  readonly handle: (request: SdkRequest) => Promise<{ readonly response: SdkResponse }>
  readonly updateHttpClientConfig: () => void
  readonly httpHandlerConfigs: () => Record<string, never>
  readonly destroy: () => void
}

const lowerCase = (headers: SdkRequest['headers'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

type Body = ConstructorParameters<typeof Response>[0]

/** The text of a body in any form that `fetch` takes too: text, bytes, a Blob, or a stream of either. */
const textOf = async (body: unknown): Promise<string> =>
  typeof body === 'string' ? body : new Response((body ?? '') as Body).text()

/** Whoever answers requests, at once or later. */
export interface Answering {
  readonly answer: (caller: Caller, request: Parameters<Endpoint['answer']>[1]) => Answer | Promise<Answer>
}

/**
 * Lets an endpoint of this process answer the requests of an SDK client, without a server or a port.
 *
 * @example
 * const handler = pipe(inProcess.endpoint(), E.map(inProcess.requestHandler))
 * // new KMSClient({ requestHandler: handler.right, region: 'us-east-1' })
 * pipe(handler, E.map(({ handle }) => typeof handle)) //=> E.right('function')
 */
export const requestHandler = (endpoint: Answering): SdkRequestHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async ({ method, path, headers, body }) => {
    const lower = lowerCase(headers)
    const request = { method, path, headers: lower, body: await textOf(body) }
    const answer = await endpoint.answer(callerOf(lower), request)
    return {
      response: {
        statusCode: answer.status,
        headers: { ...answer.headers },
        body: new Uint8Array(Buffer.from(answer.body))
      }
    }
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined
})
