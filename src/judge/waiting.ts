import type { Moment } from './Knowledge.js'
import { changesState, sightingEvidence, type Sighting } from './Sighting.js'

/** The moments of a store that are not yet judged, because earlier events may still come; in the order of time. */
export type Waiting = ReadonlyArray<Moment>

/** How many moments are not later. */
const countUpTo = (time: number, waiting: Waiting): number => {
  let [least, most] = [0, waiting.length]
  while (least < most) {
    const middle = (least + most) >> 1
    if ((waiting[middle] as Moment).time > time) most = middle
    else least = middle + 1
  }
  return least
}

/** The moment of a time, if something was seen then. */
export const momentAt = (time: number, waiting: Waiting): Moment | undefined => {
  const moment = waiting[countUpTo(time, waiting) - 1]
  return moment?.time === time ? moment : undefined
}

/** The moments with one more sighting. */
export const withSighting = (sighting: Sighting, waiting: Waiting): Waiting => {
  const { time } = sighting
  const count = countUpTo(time, waiting)
  const moment = momentAt(time, waiting)
  return moment === undefined
    ? [...waiting.slice(0, count), { time, sightings: [sighting] }, ...waiting.slice(count)]
    : [
        ...waiting.slice(0, count - 1),
        { time, sightings: [...moment.sightings, sighting] },
        ...waiting.slice(count)
      ]
}

/** The moments before a time, and those that have to wait longer. */
export const dueBefore = (time: number, waiting: Waiting): readonly [due: Waiting, later: Waiting] => {
  const first = waiting.findIndex((moment) => moment.time >= time)
  return first < 0 ? [waiting, []] : [waiting.slice(0, first), waiting.slice(first)]
}

/** Whether the very same event is in the moment. */
export const hasEvent = ({ eventID }: Sighting, moment: Moment | undefined): boolean =>
  eventID !== undefined && moment?.sightings.some((seen) => seen.eventID === eventID) === true

/** Whether another sighting of the moment says the same, and this one changes nothing. */
export const isRepetition = (sighting: Sighting, moment: Moment | undefined): boolean =>
  !changesState(sighting) &&
  moment?.sightings.some((seen) => sightingEvidence(seen) === sightingEvidence(sighting)) === true

/** Many more than can be tried in any order. */
const mostInMoment = 64

/** Whether so much was seen in the moment that another sighting makes no difference. */
export const isBeyond = (sighting: Sighting, moment: Moment | undefined): boolean =>
  moment !== undefined &&
  moment.sightings.length >= mostInMoment &&
  (!changesState(sighting) || moment.sightings.some(changesState))
