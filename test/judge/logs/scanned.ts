/** What is found in a log, in short. */
import * as E from 'fp-ts/lib/Either.js'
import { logScanner } from '../../../src/judge/logs/logScanner.js'
import type { Found } from '../../../src/judge/logs/Scan.js'

/** An event as CloudTrail begins it. */
export const event = (version: number): string => `{"eventVersion":${String(version)}}`

const inShort = ({ line, record, value }: Found): string => {
  const place = record === undefined ? String(line) : `${String(line)}.${String(record)}`
  return `${place} ${E.isRight(value) ? JSON.stringify(value.right) : `✗ ${value.left}`}`
}

/** The line, the record where there is a list of them, and the value or what is wrong, of a log that comes in pieces. */
export const foundIn = (pieces: Iterable<string>): ReadonlyArray<string> => {
  const { feed, end } = logScanner()
  const found = [...pieces].flatMap(feed)
  return [...found, ...end()].map(inShort)
}
