import * as E from 'fp-ts/lib/Either.js'
import { parsedJson } from '../../codec/parsedJson.js'
import { nextBeginning } from './beginnings.js'
import { startPosition, type Position } from './walk.js'

/** A value that a log holds, or what is wrong there. */
export interface Found {
  /** The line on which it begins, or the document in whose list it is. */
  readonly line: number
  /** Its number in a list of records. */
  readonly record?: number
  readonly value: E.Either<string, unknown>
}

/** How far a log has been read. It is changed in place, for the sake of speed. */
export interface Scan {
  readonly position: Position
  reading: 'nothing' | 'value' | 'line' | 'lost'
  /** The piece of the log that is being read. */
  text: string
  /** Where the value that is being read begins in it; and what came before, which begins on a line. */
  start: number
  held: string
  heldLine: number
  /** The depth of the list of records; 0 outside of one. */
  base: number
  /** On which line the document begins, how many records it has had, and whether it has had a list of them. */
  line: number
  count: number
  hadList: boolean
  /** The value is broken; that was told; it is too long, so its beginning is held no more; the log breaks off. */
  isBroken: boolean
  isTold: boolean
  isTooLong: boolean
  isCut: boolean
  /** Where in the text an event begins, after a broken one. */
  limit: number
  /** What was found when an event was last looked for in the text, and from where on that was; -1 if it was not. */
  ahead: number
  aheadOf: number
  readonly found: Array<Found>
}

export const newScan = (): Scan => ({
  position: startPosition(),
  reading: 'nothing',
  text: '',
  start: 0,
  held: '',
  heldLine: 1,
  base: 0,
  line: 1,
  count: 0,
  hadList: false,
  isBroken: false,
  isTold: false,
  isTooLong: false,
  isCut: false,
  limit: Infinity,
  ahead: -1,
  aheadOf: -1,
  found: []
})

/** In characters. CloudTrail writes no event of more than a megabyte. */
export const longestRecord = 2 * 1024 * 1024
export const tooLong = 'longer than any event'

export const linesIn = (text: string): number => text.split('\n').length - 1

export const give = (s: Scan, value: Found['value']): void => {
  if (s.base > 0) s.count += 1
  s.found.push({ line: s.line, ...(s.base > 0 && { record: s.count }), value })
}

export const tell = (s: Scan, wrong: string): void => {
  if (!s.isTold) give(s, E.left(wrong))
  s.isTold = true
}

export const begin = (s: Scan, at: number): void => {
  ;[s.held, s.start, s.heldLine] = ['', at, s.position.line]
  ;[s.isBroken, s.isTooLong, s.limit] = [false, false, Infinity]
  s.position.mayOpen = true
}

export const valueUpTo = (s: Scan, end: number): string => s.held + s.text.slice(s.start, end)

export const setText = (s: Scan, text: string, at: number): void => {
  s.text = text
  s.position.at = at
  s.aheadOf = -1
}

/** Goes on within a value, or after it, as if a record began there. `end`: where in `text` the value ends. */
export const restart = (s: Scan, value: string, at: number, end: number): void => {
  const lines = linesIn(value.slice(0, at))
  s.position.line = s.heldLine + lines
  if (s.base === 0 && lines > 0) s.isTold = false
  if (s.held === '') s.position.at = s.start + at
  else setText(s, value.slice(at) + s.text.slice(end), 0)
  s.position.depth = s.base
  s.position.isInString = false
  s.reading = s.base === 0 ? 'nothing' : 'value'
  begin(s, s.position.at)
}

export const skipTo = (s: Scan, at: number): void => {
  const value = valueUpTo(s, at)
  restart(s, value, value.length, at)
}

/** Goes on at the next event in a broken value, if there is one. */
export const isFoundAgain = (s: Scan, value: string, end: number): boolean => {
  const next = nextBeginning(value, 1, s.base > 0)
  if (next >= 0) restart(s, value, next, end)
  return next >= 0
}

/** Whether what is read is longer than any event; `text`: what is held of it. */
export const isLonger = ({ isTooLong }: Scan, text: string): boolean =>
  isTooLong || text.length > longestRecord

/** Gives a text that has ended as a value, or tells what is wrong with it; whether it could be read. */
export const isGiven = (s: Scan, text: string): boolean => {
  const read = isLonger(s, text) ? E.left(tooLong) : parsedJson(text)
  if (E.isRight(read)) give(s, read)
  else tell(s, read.left)
  return E.isRight(read)
}

/** The value has ended; false if it was broken and another one is found within it. */
export const finish = (s: Scan, end: number): boolean => {
  const value = valueUpTo(s, end)
  const isRecord = value.trim() !== '' && (s.base > 0 || !s.hadList)
  if (!isRecord) return true
  if (!isGiven(s, value) && !s.isBroken && isFoundAgain(s, value, end)) return false
  s.isTold = false
  return true
}
