import { keyWithId, storeWithId, withoutStore, withStore, type Account } from '../../account/Account.js'
import type { CustomKeyStore } from '../../model/CustomKeyStore.js'
import type { AccountId, CustomKeyStoreId } from '../../model/identifiers.js'
import { isSettled } from '../../questions.js'
import { editions, type EditionName } from '../../rules/editions.js'
import { shownIn, type Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import type { AskedOperation, Exchange } from './Exchange.js'
import { hold, type Held } from './hold.js'
import { afterOwnWork, once, type Faulty } from './states.js'
import {
  connectionIsMade,
  disconnectionIsMade,
  faultyConnectionFails,
  newStoreIsDisconnected,
  stateIsKept
} from './statements.js'

/** What was last asked of a store, and how it could have stood with the account then. */
interface Last {
  readonly exchange: Exchange
  readonly before: ReadonlyArray<Account>
}

/** What the answers of an endpoint show of the account that it holds. */
export interface Belief {
  /** Every way in which it can stand that explains the answers; never empty. */
  readonly possible: ReadonlyArray<Account>
  readonly faulty: Faulty
  /** The stores with which something was done against the rules: how it stands with them is to be seen anew. */
  readonly unsure: ReadonlySet<CustomKeyStoreId>
  readonly last: ReadonlyMap<CustomKeyStoreId, Last>
}

/** A difference and the operation that it is a fault of. */
export interface Fault {
  readonly operation: AskedOperation
  readonly difference: Difference
  /** The editions of AWS's text that it is as documented in. */
  readonly allowedBy: ReadonlyArray<EditionName>
}

/** What an exchange shows. */
export interface Heard {
  readonly belief: Belief
  readonly held: Held['is']
  /** Why it says nothing of the rules. */
  readonly exception?: string
  readonly fault?: Fault
  /** Whether it is as documented in the state that was last shown, and not only in one that may have followed by itself. */
  readonly asShown: boolean
}

export const nothingBelieved = (account: AccountId, region: string): Belief => ({
  possible: [{ AccountId: account, Region: region, stores: [], keys: [] }],
  faulty: new Set(),
  unsure: new Set(),
  last: new Map()
})

/** It is told that no connection of the store can succeed. */
export const withFaulty =
  (id: CustomKeyStoreId) =>
  (belief: Belief): Belief => ({ ...belief, faulty: new Set([...belief.faulty, id]) })

/** The store that a request is about. */
const subject = ({ possible }: Belief, { request }: Exchange): CustomKeyStoreId | undefined => {
  const { CustomKeyStoreId: id, KeyId: key } = request
  if (typeof id === 'string') return id as CustomKeyStoreId
  const account = possible[0]
  return typeof key === 'string' && account !== undefined
    ? keyWithId(account, key)?.CustomKeyStoreId
    : undefined
}

const stateOperations: ReadonlyArray<AskedOperation> = ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore']
const looks: ReadonlyArray<AskedOperation> = ['DescribeCustomKeyStores', 'DescribeKey']

const isAccepted = ({ reply }: Exchange): boolean => 'output' in reply

const begins = (exchange: Exchange): boolean =>
  stateOperations.includes(exchange.operation) && isAccepted(exchange)

const isSettledIn =
  (id: CustomKeyStoreId) =>
  (account: Account): boolean => {
    const store = storeWithId(account, id)
    return store === undefined || isSettled(store)
  }

/** What was last asked of each store; once it is seen that nothing is to follow from it, it is forgotten. */
const remembered = (
  belief: Belief,
  exchange: Exchange,
  before: ReadonlyArray<Account>,
  after: ReadonlyArray<Account>
): Belief['last'] => {
  const id = subject(belief, exchange) ?? createdBy(exchange)
  if (id === undefined) return belief.last
  const last = new Map(belief.last)
  if (!looks.includes(exchange.operation)) return last.set(id, { exchange, before })
  if (after.every(isSettledIn(id))) last.delete(id)
  return last
}

const createdBy = ({ operation, reply }: Exchange): CustomKeyStoreId | undefined => {
  if (operation !== 'CreateCustomKeyStore' || !('output' in reply)) return undefined
  const { CustomKeyStoreId: id } = reply.output as { readonly CustomKeyStoreId?: CustomKeyStoreId }
  return id
}

const statementOf = ({ exchange }: Last) => {
  if (!isAccepted(exchange)) return stateIsKept
  if (exchange.operation === 'CreateCustomKeyStore') return newStoreIsDisconnected
  if (exchange.operation === 'ConnectCustomKeyStore') return connectionIsMade
  return exchange.operation === 'DisconnectCustomKeyStore' ? disconnectionIsMade : stateIsKept
}

type Attributed = Omit<Fault, 'allowedBy'> & {
  readonly exchange: Exchange
  readonly before: ReadonlyArray<Account>
}

/** How the last exchange stands if the store can have been in the state then that is shown now. */
const inHindsight = (edition: EditionName, last: Last, shown: CustomKeyStore): Attributed | undefined => {
  const { CustomKeyStoreId: id, ConnectionState: state } = shown
  if (begins(last.exchange)) return undefined
  const before = last.before.filter((account) => storeWithId(account, id)?.ConnectionState === state)
  const different = before.map(hold(edition)(last.exchange)).find((held) => held.is === 'different')
  return (
    different && { ...last, before, operation: last.exchange.operation, difference: different.difference }
  )
}

/** Which operation is at fault where a store is shown other than it can be. */
const attributed = (
  edition: EditionName,
  belief: Belief,
  { difference, shown, ofState }: Mismatch
): Omit<Fault, 'allowedBy'> & Partial<Attributed> => {
  const { expected, got } = difference
  const last = shown && belief.last.get(shown.CustomKeyStoreId)
  if (shown === undefined || !ofState) {
    const isUpdate = last?.exchange.operation === 'UpdateCustomKeyStore'
    return { operation: isUpdate ? 'UpdateCustomKeyStore' : 'DescribeCustomKeyStores', difference }
  }
  if (belief.faulty.has(shown.CustomKeyStoreId) && shown.ConnectionState === 'CONNECTED') {
    return {
      operation: 'ConnectCustomKeyStore',
      difference: ofStatement(faultyConnectionFails, expected, got)
    }
  }
  if (last === undefined) return { operation: 'DescribeCustomKeyStores', difference }
  return (
    inHindsight(edition, last, shown) ?? {
      operation: last.exchange.operation,
      difference: ofStatement(statementOf(last), expected, got)
    }
  )
}

/** The editions under which an exchange is as documented. */
const editionsThatAllow = (exchange: Exchange, before: ReadonlyArray<Account>): ReadonlyArray<EditionName> =>
  (Object.keys(editions) as ReadonlyArray<EditionName>).filter((edition) =>
    before.some((account) => hold(edition)(exchange)(account).is === 'as documented')
  )

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

/** Whether the account has the store, as far as the answers show. */
export const isKnown = ({ possible }: Belief, id: string): boolean =>
  possible.some(({ stores }) => stores.some((store) => store.CustomKeyStoreId === id))

/** After an answer that no rule explains. What keys a store holds is not shown, so it is given up where that is unsure. */
const afterwards = (belief: Belief, exchange: Exchange, shown: CustomKeyStore | undefined): Belief => {
  const { operation, reply } = exchange
  const id = subject(belief, exchange)
  if (shown !== undefined) return believed(belief, shown)
  if (id === undefined || !isKnown(belief, id)) return belief
  if (looks.includes(operation)) return operation === 'DescribeKey' ? belief : givenUp(belief, id)
  if ('exception' in reply) return belief
  return operation === 'CreateKey'
    ? givenUp(belief, id)
    : { ...belief, unsure: new Set([...belief.unsure, id]) }
}

/** A look at a store of which it is unsure how it stands with it; or anything else about it, which says nothing. */
const anew = (belief: Belief, exchange: Exchange, id: CustomKeyStoreId): Belief => {
  const { operation, request, reply } = exchange
  if (operation !== 'DescribeCustomKeyStores' || request['CustomKeyStoreId'] !== id) return belief
  const shown = 'output' in reply ? shownIn(reply.output, id) : undefined
  return shown === undefined ? givenUp(belief, id) : believed(belief, shown)
}

const faultOf = (
  edition: EditionName,
  belief: Belief,
  exchange: Exchange,
  before: ReadonlyArray<Account>,
  held: Extract<Held, { readonly is: 'different' }>
): Fault => {
  const { operation, difference, ...found } =
    held.shown === undefined
      ? { operation: exchange.operation, difference: held.difference }
      : attributed(edition, belief, held)
  const allowedBy = editionsThatAllow(found.exchange ?? exchange, found.before ?? before)
  return { operation, difference, allowedBy }
}

const isDocumented = (held: Held): held is Extract<Held, { readonly is: 'as documented' }> =>
  held.is === 'as documented'

/** Holds an exchange against the rules, with all that earlier ones have shown. */
export const hear =
  (edition: EditionName) =>
  (exchange: Exchange) =>
  (belief: Belief): Heard => {
    const id = subject(belief, exchange)
    if (id !== undefined && belief.unsure.has(id)) {
      return { belief: anew(belief, exchange, id), held: 'left open', asShown: false }
    }
    const before = once(belief.possible.flatMap(afterOwnWork(belief.faulty)))
    const held = before.map(hold(edition)(exchange))
    const asShown = belief.possible.map(hold(edition)(exchange)).every(isDocumented)
    const documented = held.filter(isDocumented)
    if (documented.length > 0) {
      const possible = once(documented.flatMap(({ after }) => after))
      return {
        belief: { ...belief, possible, last: remembered(belief, exchange, before, possible) },
        held: 'as documented',
        asShown
      }
    }
    const outside = held.find(({ is }) => is === 'due to the outside')
    if (outside?.is === 'due to the outside') {
      return { belief, held: outside.is, exception: outside.exception, asShown }
    }
    const different = held.find(({ is }) => is === 'different')
    if (different?.is !== 'different' || held.some(({ is }) => is === 'left open')) {
      return { belief: afterwards(belief, exchange, undefined), held: 'left open', asShown }
    }
    return {
      belief: afterwards(belief, exchange, different.shown),
      held: 'different',
      fault: faultOf(edition, belief, exchange, before, different),
      asShown
    }
  }
