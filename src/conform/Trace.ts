import { isSettledState } from './passing.js'
import { aboutAllSince, aboutTheSame } from './related.js'
import type { Exchange } from './Exchange.js'
import { createdIn, keyIdIn, stateIn } from './replyMembers.js'

/** What led to a deviation. */
export interface Trace {
  /** All exchanges of the conversation up to the one that showed it. */
  readonly all: ReadonlyArray<Exchange>
  /** The index in `all` at which the check began that showed it. */
  readonly begun: number
  /** The fewest that explain it. */
  readonly explaining: ReadonlyArray<Exchange>
}

/** The store of a Describe by its id. */
const lookedAt = ({ operation, request }: Exchange): string | undefined => {
  const { CustomKeyStoreId: id } = request
  return operation === 'DescribeCustomKeyStores' && typeof id === 'string' ? id : undefined
}

/** The exchanges, of which those that look at one store in a row are only the last. */
export const withoutRepeatedLooks = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> =>
  exchanges.filter((exchange, i) => {
    const next = exchanges[i + 1]
    const id = lookedAt(exchange)
    return id === undefined || next === undefined || lookedAt(next) !== id
  })

/** The store that each key was made in. */
const storesOfKeys = (exchanges: ReadonlyArray<Exchange>): ReadonlyMap<unknown, unknown> =>
  new Map(
    exchanges.flatMap(({ request, reply }) => {
      const key = keyIdIn(reply)
      const store = request['CustomKeyStoreId']
      return key === undefined || store === undefined ? [] : [[key, store] as const]
    })
  )

/** Some of the exchanges, and before each the look that last showed its store settled after the one before. */
const withLooks = (all: ReadonlyArray<Exchange>, some: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> => {
  const keys = storesOfKeys(all)
  const storeOf = ({ request, reply }: Exchange): unknown =>
    request['CustomKeyStoreId'] ?? keys.get(request['KeyId']) ?? createdIn(reply)
  const kept = new Set(some)
  for (const exchange of some) {
    const store = storeOf(exchange)
    const before = all.slice(0, all.indexOf(exchange)).reverse()
    const since = before.slice(0, before.findIndex((one) => kept.has(one) && storeOf(one) === store) + 1)
    const look = since.find((one) => lookedAt(one) === store && isSettledState(stateIn(one.reply)))
    if (look !== undefined) kept.add(look)
  }
  return all.filter((exchange) => kept.has(exchange))
}

/** More than any deviation needs that follows a rule. */
export const mostExchanges = 120

const areSame = (some: ReadonlyArray<Exchange>, others: ReadonlyArray<Exchange>): boolean =>
  some.length === others.length && some.every((exchange, i) => exchange === others[i])

/** The exchanges that may show a deviation again, from few to many. */
export const candidates = ({ all, begun, explaining }: Trace): ReadonlyArray<ReadonlyArray<Exchange>> =>
  [withLooks(all, explaining), aboutTheSame(all), aboutAllSince(all, begun)]
    .map((some) => withoutRepeatedLooks(some).slice(-mostExchanges))
    .filter((some) => some.length > 0)
    .filter((some, i, every) => every.findIndex((other) => areSame(some, other)) === i)
