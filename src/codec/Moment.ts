import * as t from 'io-ts'
import { failing } from './Failure.js'

/** The end of the year 9999, in seconds since 1970: the last that ISO 8601 writes with four digits. */
export const latestMoment = 253_402_300_799

const noMoment = failing(
  'type',
  `Member must be a number of seconds since 1970, at most ${String(latestMoment)}`
)

/** A moment as it is stored, in seconds since 1970, with fractions. */
export const Moment: t.Type<number, unknown> = new t.Type(
  'Moment',
  (u): u is number => typeof u === 'number' && Math.abs(u) <= latestMoment,
  (u, context) => (Moment.is(u) ? t.success(u) : noMoment(u, context)),
  t.identity
)
