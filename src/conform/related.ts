import type { Exchange } from './Exchange.js'
import { createdIn, entriesIn, keyIdIn } from './replyMembers.js'

/** Members of requests that name a store, a key, or what belongs to one. */
const naming = [
  'CustomKeyStoreId',
  'KeyId',
  'TargetKeyId',
  'SourceKeyId',
  'DestinationKeyId',
  'AliasName',
  'GrantId'
] as const

/** The ids by which an exchange is about a store: its own and that of its key, and the names of what belongs to that. */
const idsIn = ({ request, reply }: Exchange): ReadonlyArray<unknown> =>
  [...naming.map((member) => request[member]), createdIn(reply), keyIdIn(reply)].filter(
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

/** The keys that an exchange is about. */
const keysIn = ({ request, reply }: Exchange): ReadonlyArray<unknown> =>
  [request['KeyId'], request['TargetKeyId'], keyIdIn(reply)].filter((id) => id !== undefined)

/** The exchanges about the stores and keys of the last one, and about no other key. */
export const aboutItsOwn = (exchanges: ReadonlyArray<Exchange>): ReadonlyArray<Exchange> => {
  const own = new Set(exchanges.slice(-1).flatMap(idsIn))
  const madeOwn = exchanges.filter(({ reply }) => own.has(keyIdIn(reply)))
  const ids = new Set([...own, ...madeOwn.flatMap(idsIn)])
  return exchanges.filter(
    (exchange) => idsIn(exchange).some((id) => ids.has(id)) && keysIn(exchange).every((id) => ids.has(id))
  )
}

/** The exchanges from an index on, and those before it about any store that these name or show. */
export const aboutAllSince = (exchanges: ReadonlyArray<Exchange>, begun: number): ReadonlyArray<Exchange> => {
  const since = exchanges.slice(begun)
  const before = about(
    exchanges.slice(0, begun),
    since.flatMap((exchange) => [...idsIn(exchange), ...shownIn(exchange)])
  )
  return [...before, ...since]
}
