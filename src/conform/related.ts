import type { Exchange } from './Exchange.js'
import { createdIn, entriesIn, keyIdIn } from './replyMembers.js'

/** The ids by which an exchange is about a store: its own and that of its key. */
const idsIn = ({ request, reply }: Exchange): ReadonlyArray<unknown> =>
  [request['CustomKeyStoreId'], request['KeyId'], createdIn(reply), keyIdIn(reply)].filter(
    (id) => id !== undefined
  )

const shownIn = ({ reply }: Exchange): ReadonlyArray<unknown> =>
  entriesIn(reply).map((entry) => entry['CustomKeyStoreId'])

/** The exchanges about some stores and keys, and about all that these belong to. */
const about = (exchanges: ReadonlyArray<Exchange>, some: ReadonlyArray<unknown>): ReadonlyArray<Exchange> => {
  const ids = new Set(some)
  for (const exchange of [...exchanges].reverse()) {
    if (idsIn(exchange).some((id) => ids.has(id))) idsIn(exchange).forEach((id) => ids.add(id))
  }
  return exchanges.filter((exchange) => idsIn(exchange).some((id) => ids.has(id)))
}

/** The exchanges about the same stores and keys as the last one. */
export const aboutTheSame = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> =>
  about(exchanges, exchanges.slice(-1).flatMap(idsIn))

/** The exchanges from an index on, and those before it about any store that these name or show. */
export const aboutAllSince = (exchanges: ReadonlyArray<Exchange>, begun: number): ReadonlyArray<Exchange> => {
  const since = exchanges.slice(begun)
  const before = about(
    exchanges.slice(0, begun),
    since.flatMap((exchange) => [...idsIn(exchange), ...shownIn(exchange)])
  )
  return [...before, ...since]
}
