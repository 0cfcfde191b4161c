import { storeWithId, type Account } from '../../account/Account.js'
import type { CustomKeyStore } from '../../model/CustomKeyStore.js'
import { editionNames, type EditionName } from '../../rules/editions.js'
import { isAccepted, type Belief, type Last } from './Belief.js'
import type { Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import type { AskedOperation, Exchange } from './Exchange.js'
import { hold, type Held } from './hold.js'
import {
  connectionIsMade,
  disconnectionIsMade,
  faultyConnectionFails,
  newStoreIsDisconnected,
  stateIsKept
} from './statements.js'

/** A difference and the operation that it is a fault of. */
export interface Fault {
  readonly operation: AskedOperation
  readonly difference: Difference
  /** The editions of AWS's text that it is as documented in. */
  readonly allowedBy: ReadonlyArray<EditionName>
}

/** Whether something is to follow from it by itself. */
const begins = (exchange: Exchange): boolean =>
  isAccepted(exchange) &&
  (exchange.operation === 'ConnectCustomKeyStore' || exchange.operation === 'DisconnectCustomKeyStore')

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
  editionNames.filter((edition) =>
    before.some((account) => hold(edition)(exchange)(account).is === 'as documented')
  )

/** The fault that a difference shows, with the operation that is to blame. */
export const faultOf = (
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
