import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import * as E from 'fp-ts/lib/Either.js'
import { requestHeaders } from '../../protocol/awsJson.js'
import type { Client } from './Send.js'
import { replyOf, type EndpointReply } from '../Exchange.js'

type Headers = Readonly<Record<string, string>>

/** A request over HTTP before it is signed; `url` is absolute, names of headers are in lower case. */
export interface Unsigned {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

/**
 * All the headers to send a request with, `host` among them, signed with an access key or, without one, with the
 * signer's own. An endpoint that verifies no signature may still read the access key and the Region from it.
 */
export type Sign = (request: Unsigned, accessKeyId?: string) => Headers | Promise<Headers>

const longestAnswer = 4 * 1_048_576

const bodyOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longestAnswer) throw new Error(`more than ${String(longestAnswer)} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const errorTypeOf = ({ headers }: IncomingMessage): string | undefined => {
  const value = headers['x-amzn-errortype']
  return Array.isArray(value) ? value[0] : value
}

/** Whether the endpoint had closed the connection before the request arrived, so that it has not seen the request. */
const wasClosedBefore = (asked: ClientRequest, error: NodeJS.ErrnoException): boolean =>
  asked.reusedSocket && error.code === 'ECONNRESET'

const isTooLate = ({ name }: Error): boolean => name === 'TimeoutError' || name === 'AbortError'

const inWords = (error: Error, timeout: number): string =>
  isTooLate(error) ? `no answer within ${String(timeout)} ms` : `no answer: ${error.message || error.name}`

/** An answer that takes too long is none. */
const brokenOff = (error: Error, timeout: number): EndpointReply =>
  isTooLate(error)
    ? { unreadable: inWords(error, timeout), silent: true }
    : { unreadable: `an answer that breaks off: ${String(error)}` }

/**
 * Posts to the endpoint at an absolute URL of http or https; throws a TypeError for any other URL. Rejects as `sign`
 * does. `timeout`: in milliseconds, how long an answer may take.
 *
 * @example
 * const unsigned: conforming.Sign = ({ headers, url }) => ({ ...headers, host: new URL(url).host })
 * const ask = conforming.client('http://127.0.0.1:8080', unsigned, 1000)
 * Object.keys(ask) //=> ['as', 'close']
 */
export const client = (url: string, sign: Sign, timeout: number): Client => {
  const isHttps = new URL(url).protocol === 'https:'
  const agent = isHttps ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })

  const post = (headers: Headers, body: string): Promise<EndpointReply> =>
    new Promise((resolve) => {
      const asked = (isHttps ? httpsRequest : httpRequest)(
        url,
        { method: 'POST', agent, headers, signal: AbortSignal.timeout(timeout) },
        (response) => {
          bodyOf(response).then(
            (text) =>
              resolve(
                replyOf({ status: response.statusCode ?? 0, body: text, errorType: errorTypeOf(response) })
              ),
            (error: unknown) => resolve(brokenOff(E.toError(error), timeout))
          )
        }
      )
      asked.on('error', (error) =>
        resolve(
          wasClosedBefore(asked, error)
            ? post(headers, body)
            : { unreadable: inWords(error, timeout), silent: true }
        )
      )
      asked.end(body)
    })

  return {
    as: (accessKeyId) => async (operation, request) => {
      const body = JSON.stringify(request)
      const headers = {
        ...requestHeaders(operation),
        'content-length': String(Buffer.byteLength(body))
      }
      return post(await sign({ method: 'POST', url, headers, body }, accessKeyId), body)
    },
    close: () => agent.destroy()
  }
}
