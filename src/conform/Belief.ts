import {
  keyWithId,
  storeWithId,
  withoutKey,
  withoutStore,
  withStore,
  type Account
} from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { AccountId, CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { isSettled } from '../questions/isSettled.js'
import { shownIn } from './described.js'
import type { Exchange } from './Exchange.js'
import type { Markers } from './markers.js'
import type { Opaque } from './opaque.js'
import { isSuspect, suspected, withDoubts, withStoreOpen, withSuspects, type Suspects } from './suspects.js'
import type { Faulty } from './states.js'
import { createdIn } from './replyMembers.js'

/** The last exchange about a store, and the accounts that were possible before it. */
export interface Last {
  readonly exchange: Exchange
  readonly before: ReadonlyArray<Account>
}

/** The account that an endpoint holds, as far as its answers show it. */
export interface Belief {
  /** Every account that explains the answers; never empty. */
  readonly possible: ReadonlyArray<Account>
  readonly faulty: Faulty
  /** The stores about which an answer broke a rule: their state is unknown until the next Describe. */
  readonly unsure: ReadonlySet<CustomKeyStoreId>
  readonly last: ReadonlyMap<CustomKeyStoreId, Last>
  readonly suspects: Suspects
  readonly markers: Markers
  readonly opaque: Opaque
  /** The operations that the endpoint has, as its answers show. */
  readonly implemented: ReadonlySet<OperationName>
}

/** A belief in an account that no answer has shown. @example belief.possible.length //=> 1 */
export const nothingBelieved = (account: AccountId, region: string): Belief => ({
  possible: [{ AccountId: account, Region: region, stores: [], keys: [] }],
  faulty: new Set(),
  unsure: new Set(),
  last: new Map(),
  suspects: new Map(),
  markers: new Set(),
  opaque: new Map(),
  implemented: new Set()
})

/**
 * A belief that no connection of the store can succeed, whatever stands behind it.
 *
 * @example
 * conforming.withFaulty('cks-1' as cks.CustomKeyStoreId)(belief).faulty.size //=> 1
 */
export const withFaulty =
  (id: CustomKeyStoreId) =>
  (belief: Belief): Belief => ({ ...belief, faulty: new Set([...belief.faulty, id]) })

/** Of an operation that the endpoint has shown to have, an answer as if it had none is one that cannot be read. */
export const asImplemented = ({ implemented }: Belief, exchange: Exchange): Exchange => {
  const { operation, reply } = exchange
  return 'notImplemented' in reply && implemented.has(operation)
    ? { ...exchange, reply: { unreadable: reply.notImplemented } }
    : exchange
}

/** The operations that the endpoint has, after one more answer. */
export const withImplemented = (
  { implemented }: Belief,
  { operation, reply }: Exchange
): Belief['implemented'] =>
  'output' in reply || 'exception' in reply ? new Set([...implemented, operation]) : implemented

/** The deviation from which an answer may follow, if one is known. */
export const follows = ({ suspects, possible }: Belief, exchange: Exchange): string | undefined =>
  suspected(suspects, possible, exchange)

/** After a deviation, which leaves everything doubtful that the exchange is about. */
export const withDeviation = (
  belief: Belief,
  { possible }: Pick<Belief, 'possible'>,
  exchange: Exchange,
  deviation: string
): Belief => ({
  ...belief,
  suspects: withSuspects(belief.suspects, [...possible, ...belief.possible], exchange, deviation)
})

/** After an exchange that could not be judged. `origin`: of what it may follow. */
export const withDoubt = (belief: Belief, exchange: Exchange, origin: string): Belief => ({
  ...belief,
  suspects: withDoubts(belief.suspects, belief.possible, exchange, origin)
})

/** Whether the account has the store and no deviation has made it doubtful, as far as the answers show. */
export const isKnown = ({ possible, suspects }: Belief, id: string): boolean =>
  possible.some(({ stores }) =>
    stores.some((store) => store.CustomKeyStoreId === id && !isSuspect(suspects)(store))
  )

/** The store that a request is about. */
export const subject = ({ possible }: Belief, { request }: Exchange): CustomKeyStoreId | undefined => {
  const { CustomKeyStoreId: id, KeyId: key } = request
  if (typeof id === 'string') return id as CustomKeyStoreId
  const account = possible[0]
  return typeof key === 'string' && account !== undefined
    ? keyWithId(account, key)?.CustomKeyStoreId
    : undefined
}

/** The resources that an exchange only shows, if it does no more. */
const shownBy = ({ operation }: Exchange): AnyOperation['shows'] => {
  const { shows }: AnyOperation = operations[operation]
  return shows
}

export const isAccepted = ({ reply }: Exchange): boolean => 'output' in reply

const isSettledIn =
  (id: CustomKeyStoreId) =>
  (account: Account): boolean => {
    const store = storeWithId(account, id)
    return store === undefined || isSettled(store)
  }

/** The last exchange about each store; forgotten once the store is seen to be settled. */
export const remembered = (
  belief: Belief,
  exchange: Exchange,
  before: ReadonlyArray<Account>,
  after: ReadonlyArray<Account>
): Belief['last'] => {
  const id = subject(belief, exchange) ?? (createdIn(exchange.reply) as CustomKeyStoreId | undefined)
  if (id === undefined) return belief.last
  const last = new Map(belief.last)
  if (shownBy(exchange) === undefined) return last.set(id, { exchange, before })
  if (after.every(isSettledIn(id))) last.delete(id)
  return last
}

const without =
  (id: CustomKeyStoreId) =>
  (account: Account): Account => {
    const store = storeWithId(account, id)
    return store === undefined ? account : withoutStore(account, store)
  }

/** Nothing is doubtful about the store, and no exchange about it is kept. */
const sure = (belief: Belief, id: CustomKeyStoreId): Pick<Belief, 'unsure' | 'last'> => ({
  unsure: new Set([...belief.unsure].filter((one) => one !== id)),
  last: new Map([...belief.last].filter(([one]) => one !== id))
})

/** The store is as it is shown. */
const believed = (belief: Belief, shown: CustomKeyStore): Belief => ({
  ...belief,
  ...sure(belief, shown.CustomKeyStoreId),
  possible: belief.possible.slice(0, 1).map((account) => withStore(account, shown))
})

/** Nothing is known of the store any longer. */
export const forgotten = (belief: Belief, id: CustomKeyStoreId): Belief => ({
  ...belief,
  ...sure(belief, id),
  possible: belief.possible.map(without(id))
})

/** Nothing is known of the store any longer, though it may still be there with everything that it is named by. */
export const abandoned = (belief: Belief, id: CustomKeyStoreId): Belief => ({
  ...forgotten(belief, id),
  suspects: withStoreOpen(belief.suspects, belief.possible, id)
})

/** Nothing is known of the key any longer, and of what belongs to it. */
export const forgottenKey = (belief: Belief, id: string): Belief => ({
  ...belief,
  possible: belief.possible.map((account) => withoutKey(account, id))
})

/** After an answer that no rule explains. */
export const afterwards = (belief: Belief, exchange: Exchange, shown: CustomKeyStore | undefined): Belief => {
  const { reply } = exchange
  const shows = shownBy(exchange)
  const id = subject(belief, exchange)
  if (shown !== undefined) return believed(belief, shown)
  if (id === undefined || !isKnown(belief, id)) return belief
  if (shows !== undefined) return shows === 'keys' ? belief : forgotten(belief, id)
  if ('exception' in reply) return belief
  return { ...belief, unsure: new Set([...belief.unsure, id]) }
}

/** After an exchange about a store whose state is unknown. Only a Describe says something of it. */
export const whileUnsure = (belief: Belief, exchange: Exchange, id: CustomKeyStoreId): Belief => {
  const { request, reply } = exchange
  if (shownBy(exchange) !== 'stores' || request['CustomKeyStoreId'] !== id) return belief
  const shown = 'output' in reply ? shownIn(reply.output, id) : undefined
  return shown === undefined ? forgotten(belief, id) : believed(belief, shown)
}
