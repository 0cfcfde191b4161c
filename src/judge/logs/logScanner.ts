import * as E from 'fp-ts/lib/Either.js'
import { parsedJson } from '../../codec/parsedJson.js'
import { longestBeginning, namesRecords, stampLength } from './beginnings.js'
import { keep, lookFrom, onFault, seek } from './faults.js'
import {
  begin,
  finish,
  give,
  isFoundAgain,
  isGiven,
  linesIn,
  longestRecord,
  newScan,
  restart,
  setText,
  skipTo,
  tell,
  tooLong,
  valueUpTo,
  type Found,
  type Scan
} from './Scan.js'
import { walk } from './walk.js'

const eventBegins = '{"eventVersion"'
const nextEventBegins = `,${eventBegins}`
const severalLines = E.left('several lines')
const between = /[^\s,\u001e]/g

const openList = (s: Scan): void => {
  const before =
    s.held.slice(-longestBeginning) +
    s.text.slice(Math.max(s.start, s.position.at - longestBeginning), s.position.at - 1)
  if (s.position.depth > 1 && !namesRecords(before)) return
  ;[s.base, s.hadList] = [s.position.depth, true]
  begin(s, s.position.at)
}

/** A bracket has closed the list of records, or the document. */
const endList = (s: Scan): void => {
  if (!finish(s, s.position.at - Number(s.base > 0))) return
  s.base = 0
  if (s.position.depth === 0) s.reading = 'nothing'
  begin(s, s.position.at)
  // Within a document a member, and no value, comes next.
  s.position.mayOpen = false
}

/**
 * Reads an event in one go if it seems to end before the next line or event. Where the text up to there is one JSON
 * object, that is where it ends, since no object is the beginning of another one.
 */
const isReadAtOnce = (s: Scan): boolean => {
  if (s.held !== '' || s.position.at !== s.start || !s.text.startsWith(eventBegins, s.start)) return false
  const end = s.text.indexOf(s.base > 0 ? nextEventBegins : '\n', s.start)
  if (end < 0 || end - s.start > longestRecord) return false
  const event = s.text.slice(s.start, end)
  const read = event.includes('\n') ? severalLines : parsedJson(event)
  if (E.isLeft(read)) return false
  give(s, read)
  s.isTold = false
  s.position.at = s.base > 0 ? end + 1 : end
  if (s.base === 0) s.reading = 'nothing'
  begin(s, s.position.at)
  return true
}

const readValue = (s: Scan): void => {
  if (isReadAtOnce(s)) return
  const stop = walk(s.text, s.position, Math.min(s.text.length, s.limit), s.base, s.isBroken)
  if (stop === 'end') {
    if (s.position.at >= s.limit) skipTo(s, s.limit)
  } else if (stop === 'list') openList(s)
  else if (stop === 'closed') endList(s)
  else if (stop !== 'comma') onFault(s, stop)
  else if (finish(s, s.position.at)) begin(s, (s.position.at += 1))
}

const readNothing = (s: Scan): void => {
  between.lastIndex = s.position.at
  const next = between.exec(s.text)?.index ?? s.text.length
  const blank = s.text.slice(s.position.at, next)
  if (blank !== '' && blank.includes('\n')) {
    s.position.line += linesIn(blank)
    s.isTold = false
  }
  s.position.at = next
  if (next === s.text.length) return
  s.reading = s.text[next] === '{' || s.text[next] === '[' ? 'value' : 'line'
  ;[s.line, s.count, s.hadList] = [s.position.line, 0, false]
  begin(s, next)
}

/** A line that begins neither a list nor an object. */
const onLine = (s: Scan, end: number): void => {
  const value = valueUpTo(s, end)
  const stamp = stampLength(value)
  if (stamp > 0) {
    restart(s, value, stamp, end)
    return
  }
  if (isGiven(s, value) || !isFoundAgain(s, value, end)) skipTo(s, end)
}

const readLine = (s: Scan): void => {
  const end = s.text.indexOf('\n', s.position.at)
  s.position.at = end < 0 ? s.text.length : end
  if (end >= 0) onLine(s, end)
}

const run = (s: Scan): void => {
  while (s.position.at < s.text.length) {
    if (s.reading === 'value') readValue(s)
    else if (s.reading === 'nothing') readNothing(s)
    else if (s.reading === 'line') readLine(s)
    else seek(s)
  }
}

const readOn = (s: Scan): void => {
  do run(s)
  while (!keep(s))
}

const feed = (s: Scan, piece: string): ReadonlyArray<Found> => {
  setText(s, piece, s.position.at)
  if (s.isBroken || s.reading === 'lost') {
    // What has been held may end with the first part of a beginning.
    const tail = s.held.slice(-longestBeginning)
    s.held = s.held.slice(0, s.held.length - tail.length)
    setText(s, tail + piece, s.position.at + tail.length)
    lookFrom(s, s.held === '' && !s.isTooLong ? 1 : 0)
  }
  readOn(s)
  return s.found.splice(0)
}

const atTheEnd = (s: Scan): void => {
  const isWhole = s.base > 0 && s.position.depth === s.base && !s.position.isInString
  if (isWhole && !finish(s, 0)) return
  if (isWhole) begin(s, 0)
  if (!s.isCut) tell(s, s.isTooLong ? tooLong : 'cut short')
  s.isCut = true
  if (!isFoundAgain(s, s.held, 0)) s.reading = 'nothing'
}

const end = (s: Scan): ReadonlyArray<Found> => {
  while (s.reading !== 'nothing') {
    if (s.reading === 'line') onLine(s, 0)
    else if (s.reading === 'lost' || (s.base === 0 && s.hadList)) s.reading = 'nothing'
    else atTheEnd(s)
    readOn(s)
  }
  return s.found.splice(0)
}

export interface LogScanner {
  readonly feed: (piece: string) => ReadonlyArray<Found>
  /** What is left when no more comes. */
  readonly end: () => ReadonlyArray<Found>
}

/**
 * Takes the values out of a log that comes in pieces: JSON values one after the other, and of a list of records each
 * element by itself. Every sign is looked at once, and no more is held than one record. Where something is broken, it goes
 * on at the next place at which an event begins; a stretch that is broken is told once.
 */
export const logScanner = (): LogScanner => {
  const s = newScan()
  return { feed: (piece) => feed(s, piece), end: () => end(s) }
}
