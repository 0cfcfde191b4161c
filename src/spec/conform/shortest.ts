import type { EditionName } from '../../rules/editions.js'
import { hear, type Belief, type Heard } from './Belief.js'
import type { Exchange } from './Exchange.js'
import { idOf } from './Report.js'

/** What the last of some exchanges shows, unless an earlier one is a fault by itself. */
const lastHeard = (
  edition: EditionName,
  start: Belief,
  exchanges: ReadonlyArray<Exchange>
): Heard | undefined => {
  let heard: Heard | undefined
  for (const exchange of exchanges) {
    if (heard?.fault !== undefined) return undefined
    heard = hear(edition)(exchange)(heard?.belief ?? start)
  }
  return heard
}

const withoutPart = <A>(all: ReadonlyArray<A>, from: number, length: number): ReadonlyArray<A> => [
  ...all.slice(0, from),
  ...all.slice(from + length)
]

/**
 * As few of the exchanges as still show the fault of the last one: parts are left out, ever smaller ones, as long as what
 * remains is explained but for the last.
 */
export const shortest = (
  edition: EditionName,
  start: Belief,
  exchanges: ReadonlyArray<Exchange>
): ReadonlyArray<Exchange> => {
  const idAfter = (some: ReadonlyArray<Exchange>): string | undefined => {
    const fault = lastHeard(edition, start, some)?.fault
    return fault && idOf(fault)
  }
  const id = idAfter(exchanges)
  if (id === undefined) return exchanges
  let left = exchanges
  for (
    let length = Math.ceil(left.length / 2);
    length > 0;
    length = length === 1 ? 0 : Math.ceil(length / 2)
  ) {
    for (let from = 0; from < left.length - 1;) {
      const some = withoutPart(left, from, Math.min(length, left.length - 1 - from))
      if (idAfter(some) === id) left = some
      else from += length
    }
  }
  return left
}
