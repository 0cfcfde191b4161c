import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { header } from '../../protocol/awsJson.js'
import type { Answer } from '../../protocol/http.js'

/** Lists inside of lists, down to the grants of the keys of an account. Whatever is deeper is made in one go. */
const deepest = 6

/** The JSON of plain data, piece by piece. */
export function* jsonPieces(value: unknown, depth = deepest): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value)
    return
  }
  const isList = Array.isArray(value)
  let before = isList ? '[' : '{'
  for (const [name, member] of Object.entries(value) as ReadonlyArray<[string, unknown]>) {
    if (member === undefined) continue
    yield isList ? before : `${before}${JSON.stringify(name)}:`
    yield* jsonPieces(member, depth - 1)
    before = ','
  }
  if (before !== ',') yield before
  yield isList ? ']' : '}'
}

/** In characters: how much is made before others get their turn. */
const atATime = 65_536

/** The pieces put together, with a pause after each part but the last. */
async function* parts(value: object): AsyncGenerator<string> {
  let part = ''
  for (const piece of jsonPieces(value)) {
    part += piece
    if (part.length < atATime) continue
    yield part
    part = ''
    await setImmediate()
  }
  yield part
}

/** Writes an answer of JSON of any size, without holding up others. */
export const writeJson = async (response: ServerResponse, status: number, body: object): Promise<void> => {
  response.writeHead(status, { [header.contentType]: 'application/json' })
  await pipeline(Readable.from(parts(body)), response)
}

/** Writes an answer that is made already. */
export const write = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** In milliseconds: how long a client may go on sending once it has its answer. */
const patience = 2_000

/**
 * Answers a client that may still be sending, and ends the connection once it has stopped. If the connection ended at once,
 * the answer would be lost to many a client.
 */
export const writeEarly = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  const { status, headers, body } = answer
  response.writeHead(status, { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) })
  response.write(body)
  const end = (): void => {
    clearTimeout(deadline)
    response.end()
  }
  const deadline = setTimeout(end, patience)
  if (request.complete) end()
  else request.on('end', end).on('close', end).resume()
}
