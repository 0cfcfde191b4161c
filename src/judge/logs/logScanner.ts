import * as E from 'fp-ts/lib/Either.js'
import { parsedJson } from '../../codec/parsedJson.js'
import { lastBeginning, longestBeginning, namesRecords, nextBeginning, stampLength } from './beginnings.js'
import { startPosition, walk, type Stop } from './walk.js'

/** A value that a log holds, or what is wrong there. */
export interface Found {
  /** The line on which it begins, or the document in whose list it is. */
  readonly line: number
  /** Its number in a list of records. */
  readonly record?: number
  readonly value: E.Either<string, unknown>
}

export interface LogScanner {
  readonly feed: (piece: string) => ReadonlyArray<Found>
  /** What is left when no more comes. */
  readonly end: () => ReadonlyArray<Found>
}

/** In characters. CloudTrail writes no event of more than a megabyte. */
const longestRecord = 2 * 1024 * 1024
const tooLong = 'longer than any event'

const linesIn = (text: string): number => text.split('\n').length - 1
const between = /[^\s,\u001e]/g

/**
 * Takes the values out of a log that comes in pieces: JSON values one after the other, and of a list of records each
 * element by itself. Every sign is looked at once, and no more is held than one record. Where something is broken, it goes
 * on at the next place at which an event begins; a stretch that is broken is told once.
 */
export const logScanner = (): LogScanner => {
  const position = startPosition()
  let reading: 'nothing' | 'value' | 'line' | 'lost' = 'nothing'
  /** What came before `text` of the value that is being read, which begins on a line; in `text` it begins at `start`. */
  let [held, heldLine, text, start] = ['', 1, '', 0]
  /** The depth of the list of records; 0 outside of one. The document began on a line, with so many records so far. */
  let [base, line, count, hadList] = [0, 1, 0, false]
  /** The value is broken; that was told; it is too long, so its beginning is held no more; the log breaks off. */
  let [isBroken, isTold, isTooLong, isCut] = [false, false, false, false]
  /** Where in `text` an event begins, after a broken one. */
  let limit = Infinity
  let found: Array<Found> = []

  const give = (value: Found['value']): void => {
    if (base > 0) count += 1
    found.push({ line, ...(base > 0 && { record: count }), value })
  }

  const tell = (wrong: string): void => {
    if (!isTold) give(E.left(wrong))
    isTold = true
  }

  const begin = (at: number): void => {
    ;[held, start, heldLine] = ['', at, position.line]
    ;[isBroken, isTooLong, limit] = [false, false, Infinity]
    position.mayOpen = true
  }

  const valueUpTo = (end: number): string => held + text.slice(start, end)

  /** Goes on within a value, or after it, as if a record began there. `end`: where in `text` the value ends. */
  const restart = (value: string, at: number, end: number): void => {
    position.line = heldLine + linesIn(value.slice(0, at))
    if (held === '') position.at = start + at
    else [text, position.at] = [value.slice(at) + text.slice(end), 0]
    position.depth = base
    position.isInString = false
    reading = base === 0 ? 'nothing' : 'value'
    begin(position.at)
  }

  const skipTo = (at: number): void => {
    const value = valueUpTo(at)
    restart(value, value.length, at)
  }

  /** Goes on at the next event in a broken value, if there is one. */
  const isFoundAgain = (value: string, end: number): boolean => {
    const next = nextBeginning(value, 1, base > 0)
    if (next >= 0) restart(value, next, end)
    return next >= 0
  }

  /** The value has ended; false if it was broken and another one is found within it. */
  const finish = (end: number): boolean => {
    const value = valueUpTo(end)
    const isRecord = value.trim() !== '' && (base > 0 || !hadList)
    if (!isRecord) return true
    const parsed = isTooLong || value.length > longestRecord ? E.left(tooLong) : parsedJson(value)
    if (E.isRight(parsed)) give(parsed)
    else tell(parsed.left)
    if (E.isLeft(parsed) && !isBroken && isFoundAgain(value, end)) return false
    isTold = false
    return true
  }

  const endDocument = (): void => {
    if (!finish(position.at)) return
    ;[base, reading] = [0, 'nothing']
    begin(position.at)
  }

  const closeList = (): void => {
    if (!finish(position.at - 1)) return
    base = 0
    if (position.depth === 0) reading = 'nothing'
    begin(position.at)
  }

  const openList = (): void => {
    const before =
      held.slice(-longestBeginning) +
      text.slice(Math.max(start, position.at - longestBeginning), position.at - 1)
    if (position.depth > 1 && !namesRecords(before)) return
    ;[base, hadList] = [position.depth, true]
    begin(position.at)
  }

  const lookFrom = (at: number): void => {
    const next = nextBeginning(text, at, base > 0)
    limit = next >= 0 ? next : Infinity
  }

  /** Goes on over what is broken, up to where an event begins or the value ends. */
  const mend = (): void => {
    if (isBroken) return
    isBroken = true
    lookFrom(Math.max(start + 1, position.at - longestBeginning))
  }

  const lose = (): void => {
    reading = 'lost'
    mend()
  }

  const onMismatch = (): void => {
    if (base === 0) return lose()
    mend()
    if (text[position.at] === ']') position.depth = base
    else while (position.depth > base && position.lists[position.depth] === 1) position.depth -= 1
    if (position.depth === base && text[position.at] === '}') position.at += 1
  }

  const onFault = (stop: Stop): void => {
    const { at } = position
    const value = valueUpTo(at)
    tell(
      stop === 'too deep'
        ? 'nested deeper than any event'
        : `not JSON, at character ${String(value.length + 1)}`
    )
    if (stop === 'too deep') {
      const last = lastBeginning(value, base > 0)
      return last >= 0 ? restart(value, last, at) : lose()
    }
    if (!isBroken && isFoundAgain(value, at)) return
    if (stop === 'misplaced' || (stop === 'line in string' && base === 0)) return skipTo(at)
    if (stop === 'mismatched') return onMismatch()
    mend()
    if (stop === 'line in string') position.isInString = false
  }

  const readValue = (): void => {
    const stop = walk(text, position, Math.min(text.length, limit), base, isBroken)
    if (stop === 'end') {
      if (position.at >= limit) skipTo(limit)
    } else if (stop === 'list') openList()
    else if (stop === 'closed') return base > 0 ? closeList() : endDocument()
    else if (stop !== 'comma') onFault(stop)
    else if (finish(position.at)) begin((position.at += 1))
  }

  const readNothing = (): void => {
    between.lastIndex = position.at
    const next = between.exec(text)?.index ?? text.length
    const blank = text.slice(position.at, next)
    if (blank !== '' && blank.includes('\n')) {
      position.line += linesIn(blank)
      isTold = false
    }
    position.at = next
    if (next === text.length) return
    reading = text[next] === '{' || text[next] === '[' ? 'value' : 'line'
    ;[line, count, hadList] = [position.line, 0, false]
    begin(next)
  }

  /** A line that begins neither a list nor an object. */
  const onLine = (end: number): void => {
    const value = valueUpTo(end)
    const stamp = stampLength(value)
    if (stamp > 0) return restart(value, stamp, end)
    const parsed = parsedJson(value)
    if (E.isRight(parsed)) give(parsed)
    else tell(parsed.left)
    if (E.isRight(parsed) || !isFoundAgain(value, end)) skipTo(end)
  }

  const readLine = (): void => {
    const end = text.indexOf('\n', position.at)
    position.at = end < 0 ? text.length : end
    if (end >= 0) onLine(end)
  }

  const seek = (): void => {
    const newline = base === 0 ? text.indexOf('\n', position.at) : -1
    const next = Math.min(limit, newline < 0 ? Infinity : newline)
    if (next < text.length) skipTo(next)
    else position.at = text.length
  }

  const run = (): void => {
    while (position.at < text.length) {
      if (reading === 'value') readValue()
      else if (reading === 'nothing') readNothing()
      else if (reading === 'line') readLine()
      else seek()
    }
  }

  /** Holds no more than the end of a value that is too long or lost. */
  const drop = (): void => {
    const dropped = held.slice(0, -longestBeginning)
    heldLine += linesIn(dropped)
    held = held.slice(dropped.length)
  }

  /** The piece has been read; false if another event is found in a value that is too long. */
  const keep = (): boolean => {
    held = reading === 'nothing' ? '' : valueUpTo(text.length)
    ;[text, start, position.at] = ['', 0, position.at - text.length]
    if (held.length <= longestRecord && reading !== 'lost' && !isTooLong) return true
    if (!isTooLong && reading !== 'lost' && !(base === 0 && hadList)) {
      const next = nextBeginning(held, 1, base > 0)
      if (base > 0 || reading === 'line' || next >= 0) tell(tooLong)
      if (isFoundAgain(held, 0)) return false
      isBroken = isBroken || base > 0
      if (reading === 'line') reading = 'lost'
    }
    isTooLong = true
    drop()
    return true
  }

  const taken = (): ReadonlyArray<Found> => {
    const all = found
    found = []
    return all
  }

  const readOn = (): void => {
    do run()
    while (!keep())
  }

  const feed = (piece: string): ReadonlyArray<Found> => {
    text = piece
    if (isBroken || reading === 'lost') {
      // What has been held may end with the first part of a beginning.
      const tail = held.slice(-longestBeginning)
      held = held.slice(0, held.length - tail.length)
      text = tail + piece
      position.at += tail.length
      lookFrom(held === '' && !isTooLong ? 1 : 0)
    }
    readOn()
    return taken()
  }

  const atTheEnd = (): void => {
    const isWhole = base > 0 && position.depth === base && !position.isInString
    if (isWhole && !finish(0)) return
    if (isWhole) begin(0)
    if (!isCut) tell(isTooLong ? tooLong : 'cut short')
    isCut = true
    if (!isFoundAgain(held, 0)) reading = 'nothing'
  }

  const end = (): ReadonlyArray<Found> => {
    while (reading !== 'nothing') {
      if (reading === 'line') onLine(0)
      else if (reading === 'lost' || (base === 0 && hadList)) reading = 'nothing'
      else atTheEnd()
      readOn()
    }
    return taken()
  }

  return { feed, end }
}
