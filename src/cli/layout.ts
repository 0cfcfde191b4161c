import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { latestMoment } from '../codec/Moment.js'
import { harmless, shortened, visible, width } from './terminal.js'

/** In characters; those of this project are shorter. */
const longestSentence = 500

/** A sentence, in which text from outside may be, in lines no longer than the width when they begin `indent` columns in. */
export const wrapped = (sentence: string, indent: number): ReadonlyArray<string> =>
  wrapAnsi(harmless(sentence, longestSentence), width - indent).split('\n')

const isListOrRecord = (u: unknown): u is object => typeof u === 'object' && u !== null

const oneLine = (u: unknown): string => {
  if (typeof u === 'string') return visible(JSON.stringify(shortened(u)))
  if (Array.isArray(u)) return `[${u.map(oneLine).join(', ')}]`
  if (!isListOrRecord(u)) return JSON.stringify(u)
  const members = Object.entries(u).map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/**
 * A value as JSON: in one line if that fits when it begins at a column, or else member by member, in lines that are
 * indented by so much.
 */
export const laidOut = (u: unknown, indent: number, column = indent): string => {
  const line = oneLine(u)
  if (!isListOrRecord(u) || column + stringWidth(line) <= width) return line
  const inner = indent + 2
  const values = Array.isArray(u)
    ? u.map((value: unknown) => laidOut(value, inner))
    : Object.entries(u).map(([name, value]) => {
        const label = `${oneLine(name)}: `
        return label + laidOut(value, inner, inner + stringWidth(label))
      })
  const [open, close] = Array.isArray(u) ? ['[', ']'] : ['{', '}']
  const between = `\n${' '.repeat(inner)}`
  return `${open}${between}${values.join(`,${between}`)}\n${' '.repeat(indent)}${close}`
}

/** A time in seconds since 1970: `2026-11-24T09:15:00Z`; as the number of them where no date can be told. */
export const time = (seconds: number): string =>
  Math.abs(seconds) <= latestMoment
    ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
    : `${String(seconds)} seconds since 1970`
