import type { EditionName } from '../editions/editions.js'
import type { Belief } from './Belief.js'
import { hear } from './hear.js'
import type { Exchange } from './Exchange.js'
import { idOf } from './ConformReport.js'
import { createdIn, keyIdIn } from './replyMembers.js'

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

const withoutPart = <A>(all: ReadonlyArray<A>, from: number, length: number): ReadonlyArray<A> => [
  ...all.slice(0, from),
  ...all.slice(from + length)
]

/** The ids by which an exchange is about a store: its own and that of its key. */
const idsIn = ({ request, reply }: Exchange): ReadonlyArray<unknown> =>
  [request['CustomKeyStoreId'], request['KeyId'], createdIn(reply), keyIdIn(reply)].filter(
    (id) => id !== undefined
  )

/** The exchanges about the same stores and keys as the last one. */
const aboutTheSame = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> => {
  const ids = new Set(exchanges.slice(-1).flatMap(idsIn))
  for (const exchange of [...exchanges].reverse()) {
    if (idsIn(exchange).some((id) => ids.has(id))) idsIn(exchange).forEach((id) => ids.add(id))
  }
  return exchanges.filter((exchange) => idsIn(exchange).some((id) => ids.has(id)))
}

/**
 * The fewest of the exchanges that still show the deviation of the last one, and no deviation that all of them do not
 * show. Found by leaving out ever smaller parts.
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
  let left = isAsGood(related) ? related : exchanges
  for (let length = Math.ceil(left.length / 2); length > 0;) {
    const before = left.length
    for (let from = 0; from < left.length - 1;) {
      const some = withoutPart(left, from, Math.min(length, left.length - 1 - from))
      if (isAsGood(some)) left = some
      else from += length
    }
    if (length > 1) length = Math.ceil(length / 2)
    else if (left.length === before) length = 0
  }
  return left
}
