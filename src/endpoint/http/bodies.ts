import type { IncomingMessage } from 'node:http'
import { longestBody } from '../../protocol/http.js'

/** In bytes of UTF-8, of which a character, as JavaScript counts them, has at most three. */
export const mostBytes = 3 * longestBody

/** The same for the control interface: it takes less, and what it reads costs more. */
export const mostBytesOfControl = 262_144

/** Far more than any request has within its limits. JSON of nothing but brackets takes a hundred times as long to read. */
const mostValues = 10_000

const code = { quote: 0x22, comma: 0x2c, bracket: 0x5b, backslash: 0x5c, brace: 0x7b } as const

/** Whether a text of JSON holds more values than any request: each but the first follows a comma, a bracket or a brace. */
export const hasTooManyValues = (text: string): boolean => {
  let values = 1
  let isInString = false
  for (let i = 0; i < text.length; i += 1) {
    const at = text.charCodeAt(i)
    if (at === code.quote) isInString = !isInString
    else if (isInString) i += at === code.backslash ? 1 : 0
    else if (at === code.comma || at === code.bracket || at === code.brace) values += 1
    if (values > mostValues) return true
  }
  return false
}

/** Whether the client says itself that its body is longer than so many bytes. */
export const saysItIsTooLong = ({ headers }: IncomingMessage, most: number): boolean =>
  Number(headers['content-length'] ?? 0) > most

/**
 * The body of a request; undefined as soon as it has more than so many bytes. Rejected where the client leaves. What comes
 * after that is read and forgotten: a connection that is closed while a client still sends takes the answer with it.
 */
export const bodyOf = (request: IncomingMessage, most: number): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    let chunks: Array<Buffer> = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= most) {
        chunks.push(chunk)
        return
      }
      chunks = []
      resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new Error('The client has left.'))
    })
  })
