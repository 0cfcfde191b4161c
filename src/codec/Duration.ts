import type * as t from 'io-ts'
import { boundedInteger } from './boundedInteger.js'
import { closedStruct } from './closedStruct.js'

const aHundredYearsOfDays = 36_525
export const secondsADay = 86_400

/** A span of time: days and seconds together. */
export const Time = closedStruct(
  'Time',
  {},
  {
    days: boundedInteger('days', 0, aHundredYearsOfDays),
    seconds: boundedInteger('seconds', 0, aHundredYearsOfDays * secondsADay)
  }
)
export type Time = Readonly<t.TypeOf<typeof Time>>

export const secondsIn = ({ days = 0, seconds = 0 }: Time): number => days * secondsADay + seconds
