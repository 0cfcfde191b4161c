import { StringDecoder } from 'node:string_decoder'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

const isBlankOrBracket = (byte: number): boolean => ' \t\r\n{["'.includes(String.fromCharCode(byte))

/** How many bytes show the encoding. One zero alone may be damage. */
const telling = 4

/**
 * The encoding of a log, by its first bytes: a byte order mark, or the sign with which JSON begins and another one, each
 * beside a zero.
 */
const encodingOf = ([first = 0x20, second = 0x20, third = 0x20, fourth = 0x20]: Buffer): Encoding => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (isBlankOrBracket(first) && second === 0 && fourth === 0) return 'utf-16le'
  if (isBlankOrBracket(second) && first === 0 && third === 0) return 'utf-16be'
  return 'utf-8'
}

/** The same bytes, of which the first piece has so many at least, unless that is all. */
export async function* withFirst(input: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let first: Buffer | undefined = Buffer.alloc(0)
  for await (const bytes of input) {
    if (first === undefined) yield bytes
    else if (first.length + bytes.length < count) first = Buffer.concat([first, bytes])
    else {
      yield first.length === 0 ? bytes : Buffer.concat([first, bytes])
      first = undefined
    }
  }
  if (first !== undefined && first.length > 0) yield first
}

interface Decoder {
  readonly write: (bytes: Buffer) => string
  readonly end: () => string
}

const decoderOf = (encoding: Encoding): Decoder => {
  if (encoding === 'utf-8') return new StringDecoder('utf8')
  const decoder = new TextDecoder(encoding)
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

/** The text of a log in UTF-8 or UTF-16. */
export async function* decoded(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: Decoder | undefined
  for await (const bytes of withFirst(input, telling)) {
    decoder ??= decoderOf(encodingOf(bytes))
    yield decoder.write(bytes)
  }
  yield decoder?.end() ?? ''
}
