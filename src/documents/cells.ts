import * as E from 'fp-ts/lib/Either.js'
import type { AssumptionNumber } from '../leavesOpen.js'
import type { EditionName } from '../editions/editions.js'
import { isOpen, standingOf, type Evidence, type Standing } from '../Evidence.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { storeWithId, type Account } from '../model/Account.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { operationsByName } from '../operations/index.js'
import { exampleRequestOrNewName } from '../possible/exampleRequests.js'
import type { Explanation } from '../operations/Decision.js'
import { goodCircumstances, kinds, storeId, type Kind } from '../possible/examples.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { leftOpen } from '../questions/leftOpen.js'
import { stateOperationNames } from '../questions/stateAfter.js'
import { isBroken, type Findings } from '../rules/findings.js'
import type { RefusalName } from '../rules/Rule.js'
import type { ObservationName } from '../observations.js'
import type { Source } from '../sources.js'
import { accountBefore } from '../possible/before.js'
import { tried, type Tried } from '../possible/tried.js'

/** The outcome of an operation in one state, and its standing. */
export interface Cell {
  /** The state after it; `deleted` where the store is gone; or the exception. */
  readonly outcome:
    | { readonly state: ConnectionState | 'deleted' }
    | { readonly exception: RefusalName; readonly says: string }
  readonly source: Source
  readonly standing: Standing
  /** The assumptions because of which AWS may do otherwise. */
  readonly assumes: ReadonlyArray<AssumptionNumber>
  /** Observations of it at AWS. */
  readonly observed?: ObservationName
}

/** The rules of an operation that look at no more than the type and the state of a store. */
const inState = (edition: EditionName, operation: OperationName) =>
  operationsByName[edition][operation].inState ?? []

/** The exception of an operation that the ConnectionState forbids. */
export const wrongState = 'CustomKeyStoreInvalidStateException' satisfies RefusalName

/**
 * The operations that a ConnectionState can forbid.
 *
 * @example
 * documents.stateOperations.includes('CreateKey') //=> true
 */
export const stateOperations: ReadonlyArray<OperationName> = stateOperationNames

/** An operation on a store of a kind in a state, where everything else is in order; an Update is one of the name. */
const inOrder =
  (edition: EditionName, operation: OperationName, kind: Kind) =>
  (state: ConnectionState): Tried =>
    tried(edition, operation, exampleRequestOrNewName(operation, kind))(accountBefore(operation, kind, state))

/**
 * The findings of an operation on a store of a kind in a state, with everything else in order.
 *
 * @example
 * const found = documents.findingsInState('exception-text-2022', 'CreateKey', 'AWS_CLOUDHSM')('FAILED')
 * found.find(({ verdict }) => verdict === 'does not hold')?.rule //=> 'validConnectionState'
 */
export const findingsInState =
  (edition: EditionName, operation: OperationName, kind: Kind) =>
  (state: ConnectionState): Findings =>
    inOrder(edition, operation, kind)(state).explanation.rules

/** The store that the operation was about, or that it has made. */
const storeIn = (after: Account): CustomKeyStore | undefined =>
  storeWithId(after, storeId) ?? storeWithId(after, goodCircumstances.newCustomKeyStoreId)

const outcomeOf = ({ result }: Tried): Cell['outcome'] =>
  E.isLeft(result)
    ? { exception: result.left.name, says: result.left.message }
    : { state: storeIn(result.right[1])?.ConnectionState ?? 'deleted' }

/** The evidence of a cell: of the rule that refuses, or of the state after it, or else of that the state allows it. */
const evidenceFor = (
  edition: EditionName,
  operation: OperationName,
  kind: Kind,
  { rules, follows }: Explanation
): Evidence => {
  const store = { CustomKeyStoreType: kinds[kind].CustomKeyStoreType, ConnectionState: 'CONNECTED' } as const
  return (
    rules.find(isBroken) ??
    follows.find(({ to }) => to !== undefined && to !== 'the same') ??
    inState(edition, operation)
      .filter((rule) => rule.applies({ store }))
      .at(-1) ??
    operationsByName[edition][operation]
  )
}

/** What became of an operation on a store of a kind, as a cell. */
export const cellOf =
  (edition: EditionName, operation: OperationName, kind: Kind) =>
  (what: Tried): Cell => {
    const { outcome, assumes } = leftOpen(what.explanation)
    const evidence = evidenceFor(edition, operation, kind, what.explanation)
    const { source, observed } = evidence
    return {
      outcome: outcomeOf(what),
      source,
      standing: outcome && !isOpen(evidence) ? 'assumed' : standingOf(evidence),
      assumes,
      ...(observed && { observed })
    }
  }

/**
 * The cell of an operation on a store of a kind in a state, with everything else in order.
 *
 * @example
 * documents.cell('exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM')('DISCONNECTED').outcome
 * //=> { state: 'CONNECTING' }
 */
export const cell =
  (edition: EditionName, operation: OperationName, kind: Kind) =>
  (state: ConnectionState): Cell =>
    cellOf(edition, operation, kind)(inOrder(edition, operation, kind)(state))

/**
 * A row of the table: an operation in every state.
 *
 * @example
 * documents.row('exception-text-2022', 'DeleteCustomKeyStore', 'AWS_CLOUDHSM').length //=> 5
 */
export const row = (edition: EditionName, operation: OperationName, kind: Kind): ReadonlyArray<Cell> =>
  connectionStates.map(cell(edition, operation, kind))
