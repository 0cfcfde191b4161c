import { makesKey } from '../effects.js'
import type { Exchange } from '../Exchange.js'
import { again, type PlayedAgain, type Stage } from './again.js'
import type { Send } from './Send.js'
import { stopwatch } from './stopwatch.js'
import { both, tidied, type Resources } from './tidy.js'

/** Plays exchanges again and again, within bounds, and removes what that makes. */
export interface Plays {
  /** One play; or why there is none any longer. */
  readonly play: (
    id: string,
    steps: ReadonlyArray<Exchange>,
    all: ReadonlyArray<Exchange>
  ) => Promise<PlayedAgain | string>
  /** Whether some steps are played as often as one likes, and leave nothing behind. */
  readonly isFree: (steps: ReadonlyArray<Exchange>) => boolean
  readonly left: () => Resources
}

interface Options {
  readonly stage: Stage
  /** Sends to an account that is new each time, if `separate`. */
  readonly account: () => Send
  readonly separate: boolean
  /** Milliseconds that it may take to remove a store. */
  readonly patience: number
  readonly stopped: () => string | undefined
}

/** A store with a key in it stays; more of them would fill the account. */
const mostStoresLeft = 3
const mostRequests = 10_000
/** Milliseconds that all plays may take. */
const longest = 120_000

const asksForKey = ({ operation }: Exchange): boolean => makesKey(operation)

export const plays = ({ stage, account, separate, patience, stopped }: Options): Plays => {
  const time = stopwatch()
  let requests = 0
  let left: Resources = { stores: [], keys: [] }

  const isFree = (steps: ReadonlyArray<Exchange>): boolean => separate || !steps.some(asksForKey)

  const whyNot = (steps: ReadonlyArray<Exchange>): string | undefined => {
    if (requests > mostRequests) return `more than ${String(mostRequests)} requests were sent again`
    if (time() > longest) return `it took more than ${String(longest / 1_000)} s to look for deviations again`
    return isFree(steps) || left.stores.length < mostStoresLeft
      ? stopped()
      : 'a store with a key cannot be removed, and enough of them have stayed'
  }

  return {
    play: async (id, steps, all) => {
      const reason = whyNot(steps)
      if (reason !== undefined) return reason
      const send = account()
      const counted: Send = (...request) => {
        requests += 1
        return send(...request)
      }
      const played = await again(stage, counted, { id, steps, all })
      const remaining = await tidied(send, played.made, patience)
      if (!separate) left = both(left, remaining)
      return played.deviation === undefined ? (stopped() ?? played) : played
    },
    isFree,
    left: () => left
  }
}
