import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { requestHeaders } from '../../protocol/awsJson.js'
import type { Client } from './Send.js'
import { replyOf, type Reply } from '../Exchange.js'
import { signed, type Signer } from './signature.js'

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

/** Whether the endpoint had closed the connection before the request came: it has not seen the request then. */
const wasClosedBefore = (asked: ClientRequest, error: NodeJS.ErrnoException): boolean =>
  asked.reusedSocket && error.code === 'ECONNRESET'

const inWords = (error: Error, timeout: number): string =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? `no answer within ${String(timeout)} ms`
    : `no answer: ${error.message || error.name}`

/** `timeout`: in milliseconds, how long an answer may take. */
export const client = (url: URL, signer: Signer, timeout: number): Client => {
  const isHttps = url.protocol === 'https:'
  const agent = isHttps ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })

  const post = (headers: Readonly<Record<string, string>>, body: string): Promise<Reply> =>
    new Promise((resolve) => {
      const asked = (isHttps ? httpsRequest : httpRequest)(
        url,
        { method: 'POST', agent, headers, signal: AbortSignal.timeout(timeout) },
        (response) => {
          bodyOf(response).then(
            (text) => resolve(replyOf({ status: response.statusCode ?? 0, body: text })),
            (error: unknown) => resolve({ unreadable: `an answer that breaks off: ${String(error)}` })
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
    as:
      (accessKeyId = signer.accessKeyId) =>
      (operation, request) => {
        const body = JSON.stringify(request)
        const headers = {
          ...requestHeaders(operation),
          'content-length': String(Buffer.byteLength(body))
        }
        return post(signed({ ...signer, accessKeyId }, new Date(), url, headers, body), body)
      },
    close: () => agent.destroy()
  }
}
