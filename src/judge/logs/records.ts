import * as E from 'fp-ts/lib/Either.js'
import { parsedJson } from '../../codec/parsedJson.js'
import { documentScanner, nextEvent, type DocumentScanner } from './documentScanner.js'

/** A record of a log, or what is wrong with it. */
interface Found {
  /** `:12` for a line, `, record 12` for one of a list. */
  readonly place: string
  readonly value: E.Either<string, unknown>
}

/** In characters. CloudTrail writes no event of more than a megabyte. */
const longestRecord = 2 * 1024 * 1024
const tooLong = E.left('longer than any event')

/** The events that have become part of a record which is not JSON. */
const rescued = (text: string): ReadonlyArray<unknown> => {
  const events: Array<unknown> = []
  for (let from = nextEvent(text, 1); from >= 0; from = nextEvent(text, from)) {
    const [record = ''] = documentScanner(Infinity).feed(text.slice(from)).records
    const event = parsedJson(record)
    if (E.isRight(event)) events.push(event.right)
    from += E.isRight(event) ? record.length : 1
  }
  return events
}

/** The value of a text, or what is wrong with it and what can be rescued. */
const read = (text: string): ReadonlyArray<E.Either<string, unknown>> => {
  const value = text.length > longestRecord ? tooLong : parsedJson(text)
  return E.isRight(value) ? [value] : [value, ...rescued(text).map(E.right)]
}

/** A document of one line may be a list of records in itself. */
const records = (value: unknown): ReadonlyArray<unknown> =>
  typeof value === 'object' && value !== null && 'Records' in value && Array.isArray(value.Records)
    ? value.Records
    : [value]

const longestUndecided = 64

/** Whether a document begins here, with a list of records or over several lines; undefined where it is too early to say. */
const beginsDocument = (line: string, isWhole: boolean): boolean | undefined => {
  if (/^(?:\[|\{\s*"Records"\s*:)/.test(line)) return true
  if (isWhole) return /^\{\s*$/.test(line)
  return line.length > longestUndecided ? false : undefined
}

const linesIn = (text: string): number => text.split('\n').length - 1

interface Splitter {
  readonly feed: (piece: string) => ReadonlyArray<Found>
  readonly end: () => ReadonlyArray<Found>
}

/** Takes a log apart that comes in pieces: lines of one event each, documents, or one after the other. */
const splitter = (): Splitter => {
  let waiting = ''
  let line = 1
  let count = 0
  let scanner: DocumentScanner | undefined
  let isSkipping = false

  const inList = (text: string): ReadonlyArray<Found> => {
    if (text.trim() === '') return []
    count += 1
    const place = `, record ${String(count)}`
    return read(text).map((value) => ({ place, value }))
  }

  const onLine = (text: string): ReadonlyArray<Found> =>
    read(text).flatMap((value) =>
      E.isLeft(value)
        ? [{ place: `:${String(line)}`, value }]
        : records(value.right).map((record) => ({ place: `:${String(line)}`, value: E.right(record) }))
    )

  const dropLines = (end: number): void => {
    line += linesIn(waiting.slice(0, end))
    waiting = waiting.slice(end)
  }

  /** The records of a document, and whether something follows it. */
  const scan = (running: DocumentScanner): ReadonlyArray<Found> => {
    const { records, over, rest } = running.feed(waiting)
    dropLines(waiting.length - rest.length)
    waiting = rest
    if (over) scanner = undefined
    return records.flatMap(inList)
  }

  /** The next line, if it is there; or the beginning of a document. */
  const nextLine = (): ReadonlyArray<Found> | undefined => {
    if (!isSkipping) dropLines(waiting.length - waiting.trimStart().length)
    const end = waiting.indexOf('\n')
    const text = end < 0 ? waiting : waiting.slice(0, end)
    if (!isSkipping && beginsDocument(text, end >= 0) === true) {
      scanner = documentScanner(longestRecord)
      return []
    }
    if (end < 0 && text.length <= longestRecord) return undefined
    const found = isSkipping ? [] : onLine(text)
    isSkipping = end < 0
    dropLines(text.length)
    return found
  }

  const feed = (piece: string): ReadonlyArray<Found> => {
    const all: Array<Found> = []
    waiting += piece
    while (waiting !== '') {
      const found = scanner === undefined ? nextLine() : scan(scanner)
      if (found === undefined) break
      all.push(...found)
    }
    return all
  }

  const end = (): ReadonlyArray<Found> => {
    if (scanner === undefined) return isSkipping || waiting.trim() === '' ? [] : onLine(waiting)
    const text = scanner.unfinished()
    if (text === undefined) return []
    const cutShort = { place: `, record ${String(count + 1)}`, value: E.left('cut short') }
    return [cutShort, ...rescued(text).map((event) => ({ ...cutShort, value: E.right(event) }))]
  }

  return { feed, end }
}

/** The records of a log in UTF-8, one at a time, whatever its form: see the help of the command. */
export async function* recordsIn(input: AsyncIterable<Buffer>): AsyncGenerator<Found> {
  const decoder = new TextDecoder()
  const { feed, end } = splitter()
  for await (const bytes of input) yield* feed(decoder.decode(bytes, { stream: true }))
  yield* feed(decoder.decode())
  yield* end()
}
