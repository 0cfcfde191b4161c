import { keyWithId, storeWithId, withoutStore, withStore, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId, CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { isSettled } from '../questions/isSettled.js'
import { newKeyIsEnabled } from '../rules/keyEffects.js'
import { shownIn } from './described.js'
import { canHave } from './effects.js'
import type { Exchange } from './Exchange.js'
import type { Faulty } from './states.js'
import { createdIn } from './told.js'

/** The last exchange about a store, and how it could have stood with the account then. */
export interface Last {
  readonly exchange: Exchange
  readonly before: ReadonlyArray<Account>
}

/** The account that an endpoint holds, as far as its answers show it. */
export interface Belief {
  /** Every way in which it can stand that explains the answers; never empty. */
  readonly possible: ReadonlyArray<Account>
  readonly faulty: Faulty
  /** The stores with which something was done against the rules: their state is unknown until the next Describe. */
  readonly unsure: ReadonlySet<CustomKeyStoreId>
  readonly last: ReadonlyMap<CustomKeyStoreId, Last>
}

export const nothingBelieved = (account: AccountId, region: string): Belief => ({
  possible: [{ AccountId: account, Region: region, stores: [], keys: [] }],
  faulty: new Set(),
  unsure: new Set(),
  last: new Map()
})

/** No connection of the store can succeed. */
export const withFaulty =
  (id: CustomKeyStoreId) =>
  (belief: Belief): Belief => ({ ...belief, faulty: new Set([...belief.faulty, id]) })

/** Whether the account has the store, as far as the answers show. */
export const isKnown = ({ possible }: Belief, id: string): boolean =>
  possible.some(({ stores }) => stores.some((store) => store.CustomKeyStoreId === id))

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

/** The last exchange about each store; once it is seen that nothing is to follow from it, it is forgotten. */
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

const withoutElement = <A>(set: ReadonlySet<A>, element: A): ReadonlySet<A> =>
  new Set([...set].filter((one) => one !== element))

/** The store is as it is shown. */
const believed = (belief: Belief, shown: CustomKeyStore): Belief => {
  const { CustomKeyStoreId: id } = shown
  const last = new Map(belief.last)
  last.delete(id)
  return {
    ...belief,
    possible: belief.possible.slice(0, 1).map((account) => withStore(account, shown)),
    unsure: withoutElement(belief.unsure, id),
    last
  }
}

/** Nothing is known of the store any more. */
const givenUp = (belief: Belief, id: CustomKeyStoreId): Belief => {
  const last = new Map(belief.last)
  last.delete(id)
  return {
    ...belief,
    possible: belief.possible.map(without(id)),
    unsure: withoutElement(belief.unsure, id),
    last
  }
}

/** After an answer that no rule explains. What keys a store holds is not shown, so it is given up where that is unsure. */
export const afterwards = (belief: Belief, exchange: Exchange, shown: CustomKeyStore | undefined): Belief => {
  const { operation, reply } = exchange
  const shows = shownBy(exchange)
  const id = subject(belief, exchange)
  if (shown !== undefined) return believed(belief, shown)
  if (id === undefined || !isKnown(belief, id)) return belief
  if (shows !== undefined) return shows === 'keys' ? belief : givenUp(belief, id)
  if ('exception' in reply) return belief
  return canHave(newKeyIsEnabled)(operation)
    ? givenUp(belief, id)
    : { ...belief, unsure: new Set([...belief.unsure, id]) }
}

/** After a Describe of a store whose state is unknown; or after anything else about it, which says nothing. */
export const anew = (belief: Belief, exchange: Exchange, id: CustomKeyStoreId): Belief => {
  const { request, reply } = exchange
  if (shownBy(exchange) !== 'stores' || request['CustomKeyStoreId'] !== id) return belief
  const shown = 'output' in reply ? shownIn(reply.output, id) : undefined
  return shown === undefined ? givenUp(belief, id) : believed(belief, shown)
}
