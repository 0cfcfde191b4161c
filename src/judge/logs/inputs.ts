import { createReadStream, type Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { withFirst } from './encodings.js'
import { gunzipped, isGzip } from './gunzip.js'

/** A log to be read. */
export interface Input {
  readonly name: string
  readonly open: () => AsyncIterable<Buffer>
}

/** Something that is not read, and why; without a reason, it lies in a folder and has no name of a log. */
export interface NotRead {
  readonly name: string
  readonly why?: string
}

type Entry = E.Either<NotRead, Input>

/** In bytes. */
const pieceLength = 256 * 1024

const fileAt = (path: string): Entry =>
  E.right({ name: path, open: () => createReadStream(path, { highWaterMark: pieceLength }) })

const cannotBeRead = (name: string, error: unknown): Entry =>
  E.left({ name, why: `cannot be read: ${E.toError(error).message}` })

/** Firehose gives its files no ending. */
const isLog = (name: string): boolean => /(?:\.(?:json|jsonl|ndjson|log|gz)|^[^.]+)$/i.test(name)

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

/** Tells of an error in place of throwing it. */
async function* told(path: string, entries: AsyncGenerator<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries
  } catch (error) {
    yield cannotBeRead(path, error)
  }
}

/** The logs in a folder and in those within it, each folder once, whatever links lead to it. `seen`: by its true path. */
async function* inFolder(path: string, seen: Set<string>): AsyncGenerator<Entry> {
  const folder = await realpath(path)
  if (seen.has(folder)) return
  seen.add(folder)
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.sort(byName)) {
    const inside = join(path, entry.name)
    yield* told(inside, inEntry(inside, entry, seen))
  }
}

async function* inEntry(path: string, entry: Dirent, seen: Set<string>): AsyncGenerator<Entry> {
  const found = entry.isSymbolicLink() ? await stat(path) : entry
  if (found.isDirectory()) yield* inFolder(path, seen)
  else if (!isLog(entry.name)) yield E.left({ name: path })
  else if (found.isFile()) yield fileAt(path)
  else yield E.left({ name: path, why: 'is no file; name it, and it is read' })
}

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
): AsyncGenerator<Entry> {
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === '-') yield E.right({ name: 'standard input', open: () => standardInput })
    else if (await isFolder(path)) yield* told(path, inFolder(path, seen))
    else yield fileAt(path)
  }
}

/** The bytes of a log, unpacked if they are gzip, whatever its name. */
export async function* unpacked(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = withFirst(input, 2)
  const first = await bytes.next()
  if (first.done === true) return
  const all = (async function* () {
    yield first.value
    yield* bytes
  })()
  yield* isGzip(first.value) ? gunzipped(all) : all
}
