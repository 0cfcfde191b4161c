import type { OperationName } from '../exceptions/documentedExceptions.js'
import { storeWithId, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { editionNames, type EditionName } from '../editions/editions.js'
import { isOpen, type Statement } from '../Evidence.js'
import { operations } from '../operations/index.js'
import { connectionIsMade, stateIsKept } from '../rules/effects.js'
import type { Follows } from '../rules/Follows.js'
import { isAccepted, type Belief, type Last } from './Belief.js'
import type { Mismatch } from './described.js'
import { ofStatement, type Difference } from './Difference.js'
import { canHave, effectsOf, operationsWith } from './effects.js'
import type { Exchange } from './Exchange.js'
import { hold } from './hold.js'
import { faultyConnectionFails } from './statements.js'

/** A difference and the operation that is to blame for it. */
export interface Deviation {
  readonly operation: OperationName
  readonly difference: Difference
  /** The editions of AWS's text that allow it. */
  readonly allowedBy: ReadonlyArray<EditionName>
}

/** Whether its work goes on after the answer. */
const begins = (exchange: Exchange): boolean =>
  isAccepted(exchange) && operations[exchange.operation].answersBeforeItIsDone

const isAboutStates = ({ from, to }: Follows<never>): boolean => from !== undefined || to !== undefined

/** The statement of AWS about the state of the store after an exchange, where it does not leave that open. */
const statementOf = ({ exchange }: Last): Statement => {
  const follows = isAccepted(exchange) ? effectsOf(exchange.operation) : []
  return follows.find((effect) => isAboutStates(effect) && !isOpen(effect)) ?? stateIsKept
}

/** The exchange and operation to blame, with the accounts that were possible before the exchange. */
interface Blamed {
  readonly exchange: Exchange
  readonly before: ReadonlyArray<Account>
  readonly operation: OperationName
  readonly difference: Difference
}

/** The last exchange, if it deviates in the state that is shown now, and the store can have been in that state then. */
const inHindsight = (edition: EditionName, last: Last, shown: CustomKeyStore): Blamed | undefined => {
  const { CustomKeyStoreId: id, ConnectionState: state } = shown
  if (begins(last.exchange)) return undefined
  const before = last.before.filter((account) => storeWithId(account, id)?.ConnectionState === state)
  const different = before.map(hold(edition)(last.exchange)).find((held) => held.is === 'different')
  return (
    different && { ...last, before, operation: last.exchange.operation, difference: different.difference }
  )
}

/** An update: accepted, it changes the properties that it carries and keeps the state. */
const isUpdate = canHave(stateIsKept)

const connects = operationsWith(connectionIsMade)

/** The operation to blame where a store is shown as it cannot be. `look`: the one that shows it. */
const blamed = (
  edition: EditionName,
  belief: Belief,
  look: Blamed,
  shown: CustomKeyStore,
  ofState: boolean
): Blamed => {
  const { expected, got } = look.difference
  const last = belief.last.get(shown.CustomKeyStoreId)
  if (!ofState) {
    return last !== undefined && isUpdate(last.exchange.operation)
      ? { ...look, operation: last.exchange.operation }
      : look
  }
  if (belief.faulty.has(shown.CustomKeyStoreId) && shown.ConnectionState === 'CONNECTED') {
    const difference = ofStatement(faultyConnectionFails, expected, got)
    const [operation = look.operation] = connects
    return { ...look, operation, difference }
  }
  if (last === undefined) return look
  const { operation } = last.exchange
  return (
    inHindsight(edition, last, shown) ?? {
      ...look,
      operation,
      difference: ofStatement(statementOf(last), expected, got)
    }
  )
}

/** The editions under which an exchange is as documented. */
const editionsThatAllow = (exchange: Exchange, before: ReadonlyArray<Account>): ReadonlyArray<EditionName> =>
  editionNames.filter((edition) =>
    before.some((account) => hold(edition)(exchange)(account).is === 'as documented')
  )

/** The deviation that a difference shows, with the operation that is to blame. */
export const deviationOf = (
  edition: EditionName,
  belief: Belief,
  exchange: Exchange,
  before: ReadonlyArray<Account>,
  { difference: atSight, shown, ofState }: Mismatch
): Deviation => {
  const seen = { exchange, before, operation: exchange.operation, difference: atSight }
  const found = shown === undefined ? seen : blamed(edition, belief, seen, shown, ofState === true)
  const { operation, difference } = found
  return { operation, difference, allowedBy: editionsThatAllow(found.exchange, found.before) }
}
