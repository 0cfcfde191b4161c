import type { EditionName } from '../editions/editions.js'
import type { Belief } from './Belief.js'
import { fewest } from './fewest.js'
import { hear } from './hear.js'
import type { Exchange } from './Exchange.js'
import { idOf } from './ReportedDeviation.js'
import { aboutAllSince, aboutItsOwn, aboutTheSame } from './related.js'
import { mostExchanges, withoutRepeatedLooks } from './Trace.js'

/** The most exchanges that are compared with the rules again in one search. */
const mostHeard = 1_000

/** A conversation that has shown deviations; the last of its exchanges one of them. */
export interface Shown {
  readonly exchanges: ReadonlyArray<Exchange>
  /** The index at which the check began. */
  readonly begun: number
  /** The id of the last deviation, and those of all that were shown. */
  readonly id: string
  readonly ids: ReadonlySet<string>
}

/**
 * The fewest of the exchanges that still explain the deviation of the last one, and no deviation that all of them do not
 * show; or few, where it takes long to find the fewest. Whether the endpoint shows it again after no more than these is another
 * question.
 */
export const shortest = (
  edition: EditionName,
  start: Belief,
  { exchanges, begun, id, ids }: Shown
): ReadonlyArray<Exchange> => {
  let heardSoFar = 0

  const isAsGood = (some: ReadonlyArray<Exchange>): boolean => {
    let belief = start
    let last: string | undefined
    for (const exchange of some) {
      const heard = hear(edition)(exchange)(belief)
      belief = heard.belief
      last = heard.deviation && idOf(heard.deviation)
      heardSoFar += 1
      if (last !== undefined && !ids.has(last)) return false
    }
    return last === id
  }

  const related = [aboutItsOwn(exchanges), aboutTheSame(exchanges), aboutAllSince(exchanges, begun)]
    .flatMap((some) => [withoutRepeatedLooks(some), some])
    .find((some) => heardSoFar < mostHeard && isAsGood(some))
  const search = fewest(related ?? exchanges)
  let best = related ?? exchanges
  let attempt = search.next()
  while (!attempt.done && heardSoFar < mostHeard) {
    const isBetter = isAsGood(attempt.value)
    if (isBetter) best = attempt.value
    attempt = search.next(isBetter)
  }
  return best.slice(-mostExchanges)
}
