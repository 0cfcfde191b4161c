import { callerOf } from './callerOf.js'
import type { Endpoint } from './Endpoint.js'

/** A request as the AWS SDK for JavaScript hands it to a request handler. */
export interface SdkRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
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

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const utf8 = new TextDecoder()

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? utf8.decode(body) : ''

/** Lets an endpoint of this process answer the requests of an SDK client, without a server or a port. */
export const requestHandler = (endpoint: Endpoint): SdkRequestHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: ({ method, path, headers, body }) => {
    const lower = lowerCase(headers)
    const request = { method, path, headers: lower, body: textOf(body) }
    const answer = endpoint.answer(callerOf(lower), request)
    const response = {
      statusCode: answer.status,
      headers: { ...answer.headers },
      body: new Uint8Array(Buffer.from(answer.body))
    }
    return Promise.resolve({ response })
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined
})
