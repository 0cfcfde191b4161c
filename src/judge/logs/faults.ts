import * as E from 'fp-ts/lib/Either.js'
import { parsedJson } from '../../codec/parsedJson.js'
import { lastBeginning, longestBeginning, nextBeginning } from './beginnings.js'
import {
  begin,
  give,
  finish,
  setText,
  isFoundAgain,
  isLonger,
  linesIn,
  longestRecord,
  restart,
  skipTo,
  tell,
  tooLong,
  valueUpTo,
  type Scan
} from './Scan.js'
import type { Stop } from './walk.js'

/** What is done where a log is broken. */

/** Looks for the next event, unless it is known from before. */
export const lookFrom = (s: Scan, at: number): void => {
  if (s.aheadOf < 0 || at < s.aheadOf || at > s.ahead) {
    const next = nextBeginning(s.text, at, s.base > 0)
    s.ahead = next >= 0 ? next : Infinity
    s.aheadOf = at
  }
  s.limit = s.ahead
}

/** Goes on over what is broken, up to where an event begins or the value ends. */
const mend = (s: Scan): void => {
  if (s.isBroken) return
  s.isBroken = true
  lookFrom(s, Math.max(s.start + 1, s.position.at - longestBeginning))
}

const lose = (s: Scan): void => {
  s.reading = 'lost'
  mend(s)
}

/** A record within a broken one may end before the bracket that ends the broken one. */
const isWholeBefore = (s: Scan, at: number): boolean => {
  if (s.isBroken || s.position.depth !== s.base) return false
  const parsed = parsedJson(valueUpTo(s, at))
  if (E.isRight(parsed)) give(s, parsed)
  return E.isRight(parsed)
}

const onMismatch = (s: Scan): void => {
  const { position, base } = s
  if (base === 0) {
    lose(s)
    return
  }
  const closesList = s.text[position.at] === ']'
  if (!closesList && isWholeBefore(s, position.at)) {
    position.at += 1
    begin(s, position.at)
    return
  }
  mend(s)
  if (closesList) position.depth = base
  else while (position.depth > base && position.lists[position.depth] === 1) position.depth -= 1
  if (position.depth === base && !closesList) position.at += 1
}

/** A value follows a record without a comma: the list has broken off before. */
const leaveList = (s: Scan): void => {
  finish(s, s.position.at)
  s.base = 0
  s.aheadOf = -1
  skipTo(s, s.position.at)
}

/** What is wrong where a walk has stopped after a text. */
const wrongAfter = (s: Scan, stop: Stop, text: string): string => {
  if (stop === 'too deep') return 'nested deeper than any event'
  return isLonger(s, text) ? tooLong : `not JSON, at character ${String(text.length + 1)}`
}

export const onFault = (s: Scan, stop: Stop): void => {
  const { at } = s.position
  const value = valueUpTo(s, at)
  tell(s, wrongAfter(s, stop, value))
  if (stop === 'too deep') {
    const last = lastBeginning(value, s.base > 0)
    if (last >= 0) restart(s, value, last, at)
    else lose(s)
    return
  }
  if (!s.isBroken && isFoundAgain(s, value, at)) return
  if (stop === 'misplaced' && s.base > 0 && s.position.depth === s.base) leaveList(s)
  else if (stop === 'misplaced' || (stop === 'line in string' && s.base === 0)) skipTo(s, at)
  else if (stop === 'mismatched') onMismatch(s)
  else {
    mend(s)
    s.position.isInString = stop !== 'line in string' && s.position.isInString
  }
}

export const seek = (s: Scan): void => {
  const newline = s.base === 0 ? s.text.indexOf('\n', s.position.at) : -1
  const next = Math.min(s.limit, newline < 0 ? Infinity : newline)
  if (next < s.text.length) skipTo(s, next)
  else s.position.at = s.text.length
}

/** Holds no more than the end of a value that is too long or lost. */
const drop = (s: Scan): void => {
  const dropped = s.held.slice(0, -longestBeginning)
  s.heldLine += linesIn(dropped)
  s.held = s.held.slice(dropped.length)
}

/** The piece has been read; false if another event is found in a value that is too long. */
export const keep = (s: Scan): boolean => {
  s.held = s.reading === 'nothing' ? '' : valueUpTo(s, s.text.length)
  setText(s, '', s.position.at - s.text.length)
  s.start = 0
  if (s.held.length <= longestRecord && s.reading !== 'lost' && !s.isTooLong) return true
  if (!s.isTooLong && s.reading !== 'lost' && !(s.base === 0 && s.hadList)) {
    const next = nextBeginning(s.held, 1, s.base > 0)
    if (s.base > 0 || s.reading === 'line' || next >= 0) tell(s, tooLong)
    if (isFoundAgain(s, s.held, 0)) return false
    s.isBroken = s.isBroken || s.base > 0
    if (s.reading === 'line') s.reading = 'lost'
  }
  s.isTooLong = true
  drop(s)
  return true
}
