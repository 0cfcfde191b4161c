import * as E from 'fp-ts/lib/Either.js'
import { decoded } from './encodings.js'
import { logScanner } from './logScanner.js'
import type { Found } from './Scan.js'
import { isDirect, unwrapped } from './wrappers.js'

/** A record of a log, or what is wrong with it. */
export interface LogRecord extends Found {
  /** Its number among the records of one envelope, where that holds several. */
  readonly inner?: number
}

const inEnvelope = (found: Found): ReadonlyArray<LogRecord> => {
  if (E.isLeft(found.value) || isDirect(found.value.right)) return [found]
  const records = unwrapped(found.value.right)
  return records.map((value, i) => ({ ...found, ...(records.length > 1 && { inner: i + 1 }), value }))
}

/** `:12` for a line, `, record 12` for one of a list; only then is the line left out if it is the first. */
export const placeText = ({ line, record, inner }: LogRecord): string =>
  [
    ...(record === undefined || line > 1 ? [`:${String(line)}`] : []),
    ...(record === undefined ? [] : [`, record ${String(record)}`]),
    ...(inner === undefined ? [] : [`, event ${String(inner)}`])
  ].join('')

/**
 * The records of a log, as many at a time as a piece of it holds, whatever its form: see docs/judge.md. An error of the
 * input is thrown when all that came before it has been given.
 */
export async function* recordsIn(input: AsyncIterable<Buffer>): AsyncGenerator<ReadonlyArray<LogRecord>> {
  const { feed, end } = logScanner()
  let fault: unknown
  try {
    for await (const text of decoded(input)) yield feed(text).flatMap(inEnvelope)
  } catch (error) {
    fault = error
  }
  yield end().flatMap(inEnvelope)
  if (fault !== undefined) throw fault as Error
}
