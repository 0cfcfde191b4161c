import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parsedJson } from '../codec/parsedJson.js'

const mebibyte = 1024 * 1024
const longestLine = 16 * mebibyte
const newline = 0x0a

/** A line: its bytes without the end, or what is wrong with it. */
interface Line {
  /** Counts from 1. */
  readonly number: number
  readonly bytes: E.Either<string, Buffer>
}

const tooLong = E.left(`longer than ${String(longestLine / mebibyte)} MiB`)

/** The lines of a stream, of which no more than one is held. None follows a line that is too long. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1
  let pieces: Array<Buffer> = []
  let length = 0
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (length + end - start > longestLine) {
        yield { number, bytes: tooLong }
        return
      }
      yield { number, bytes: E.right(Buffer.concat([...pieces, chunk.subarray(start, end)])) }
      number += 1
      pieces = []
      length = 0
      start = end + 1
    }
    pieces.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > longestLine) {
      yield { number, bytes: tooLong }
      return
    }
  }
  if (length > 0) yield { number, bytes: E.right(Buffer.concat(pieces)) }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const parsed = (line: string): E.Either<string, unknown> =>
  pipe(
    parsedJson(line),
    E.mapLeft((wrong) => `${wrong}; write one JSON object on one line`)
  )

/** A line that is not blank: the value that it holds, or what is wrong with it. */
interface JsonLine {
  readonly number: number
  readonly value: E.Either<string, unknown>
}

/** The values of a stream of JSON Lines in UTF-8. None follows a line of more than 16 MiB. */
export async function* jsonLines(input: AsyncIterable<Buffer>): AsyncGenerator<JsonLine> {
  for await (const { number, bytes } of linesOf(input)) {
    const text = pipe(
      bytes,
      E.chain((line) =>
        E.tryCatch(
          () => utf8.decode(line),
          () => 'not UTF-8; save it in that encoding'
        )
      )
    )
    if (E.isLeft(text) || text.right.trim() !== '') yield { number, value: pipe(text, E.chain(parsed)) }
  }
}
