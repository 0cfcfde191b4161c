import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { secondsADay } from './Duration.js'

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysIn = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

/** Days from 1970-01-01 to a day of the Gregorian calendar. Years are counted from March, so that a leap day ends one. */
const daysSince1970 = (year: number, month: number, day: number): number => {
  const years = month < 3 ? year - 1 : year
  const daysSinceMarch = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return 365 * years + leapDays + daysSinceMarch - 719_468
}

const numeric = /^\d+(?:\.\d+)?(?:E\d+)?$/i
const iso8601 = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d):?(\d\d))$/

const secondsOfIso = (s: string): number | undefined => {
  const parts = iso8601.exec(s)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second >= 60) return undefined
  const offset = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * (parts[7] === '-' ? -60 : 60)
  return daysSince1970(year, month, day) * secondsADay + hour * 3600 + minute * 60 + second - offset
}

const isFinite = (u: unknown): u is number => Number.isFinite(u)

const finite = (u: unknown): number | undefined => (isFinite(u) ? u : undefined)

/** The value of a Date. What only looks like one may throw when it is asked for it, or for its kind. */
const secondsOfDate = (u: object): number | undefined =>
  O.toUndefined(
    O.tryCatch(() =>
      Object.prototype.toString.call(u) === '[object Date]' ? finite(Number(u) / 1000) : undefined
    )
  )

const secondsOf = (u: unknown): number | undefined => {
  if (typeof u === 'object' && u !== null) return secondsOfDate(u)
  if (typeof u === 'string' && !numeric.test(u)) return secondsOfIso(u)
  return finite(typeof u === 'string' ? Number(u) : u)
}

/**
 * A moment in any form in which AWS or its SDKs show one: seconds since 1970, as a number or a numeric string, ISO 8601, or a
 * Date. Read as seconds.
 *
 * @example
 * cks.decode(protocol.Timestamp)('2023-11-14T22:13:20Z') //=> E.right(1700000000)
 */
export const Timestamp: t.Type<number, unknown> = new t.Type(
  'Timestamp',
  isFinite,
  (u, context) => {
    const seconds = secondsOf(u)
    return seconds === undefined ? t.failure(u, context) : t.success(seconds)
  },
  t.identity
)
