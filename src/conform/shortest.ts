import type { EditionName } from '../editions/editions.js'
import type { Belief } from './Belief.js'
import { fewest } from './fewest.js'
import { hear } from './hear.js'
import type { Exchange } from './Exchange.js'
import { idOf } from './ReportedDeviation.js'
import { aboutTheSame } from './related.js'

/** For each exchange the id of the deviation that it shows, if it shows one. */
const deviationsIn = (
  edition: EditionName,
  start: Belief,
  exchanges: ReadonlyArray<Exchange>
): ReadonlyArray<string | undefined> => {
  let belief = start
  return exchanges.map((exchange) => {
    const heard = hear(edition)(exchange)(belief)
    belief = heard.belief
    return heard.deviation && idOf(heard.deviation)
  })
}

/**
 * The fewest of the exchanges that still explain the deviation of the last one, and no deviation that all of them do not
 * show. Whether the endpoint shows it again after no more than these is another question.
 */
export const shortest = (
  edition: EditionName,
  start: Belief,
  exchanges: ReadonlyArray<Exchange>
): ReadonlyArray<Exchange> => {
  const shown = deviationsIn(edition, start, exchanges)
  const isAsGood = (some: ReadonlyArray<Exchange>): boolean => {
    const deviations = deviationsIn(edition, start, some)
    return deviations.at(-1) === shown.at(-1) && deviations.every((deviation) => shown.includes(deviation))
  }
  const related = aboutTheSame(exchanges)
  const search = fewest(isAsGood(related) ? related : exchanges)
  let attempt = search.next()
  while (!attempt.done) attempt = search.next(isAsGood(attempt.value))
  return attempt.value
}
