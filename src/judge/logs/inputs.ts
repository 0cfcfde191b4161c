import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** A log to be read. */
export interface Input {
  readonly name: string
  readonly open: () => AsyncIterable<Buffer>
}

const isLog = (name: string): boolean => /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(name)

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (isLog(entry.name)) yield path
  }
}

const fileAt = (path: string): Input => ({ name: path, open: () => createReadStream(path) })

/** False for a path that cannot be inspected; opening it reports the error. */
const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )

/** The logs that arguments stand for: files, `-` for standard input, and folders with all the logs in them, by name. */
export async function* inputs(
  paths: ReadonlyArray<string>,
  standardInput: AsyncIterable<Buffer>
): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield { name: 'standard input', open: () => standardInput }
    else if (await isFolder(path)) for await (const file of filesIn(path)) yield fileAt(file)
    else yield fileAt(path)
  }
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

async function* withFirst(first: Buffer, others: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* { [Symbol.asyncIterator]: () => others }
}

/** The bytes of a log, unpacked if they are gzip, whatever its name. */
export async function* unpacked(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const others = input[Symbol.asyncIterator]()
  const first = await others.next()
  if (first.done === true) return
  const bytes = withFirst(first.value, others)
  if (!isGzip(first.value)) {
    yield* bytes
    return
  }
  const gunzip = createGunzip()
  // Errors are thrown where the result is read.
  pipeline(bytes, gunzip, () => undefined)
  yield* gunzip as AsyncIterable<Buffer>
}
