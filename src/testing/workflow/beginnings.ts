import * as E from 'fp-ts/lib/Either.js'
import { configuredInfrastructure } from '../../endpoint/ConfiguredInfrastructure.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { connectionStates, type ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { CustomKeyStoreId } from '../../model/identifiers.js'
import { amount } from '../../codec/amount.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { accountAtFirst, situationAtFirst, type StoreAtFirst } from '../beginning.js'
import type { Bounds } from '../Bounds.js'
import type { Situation } from '../Situation.js'

/** A situation in which an execution may begin. */
export interface Beginning {
  /** The store that there is: `AWS_CLOUDHSM FAILED with 1 key`. */
  readonly name: string
  readonly situation: Situation
}

/** Which stores there may be at the beginning. */
export interface Stores {
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly states: ReadonlyArray<ConnectionState>
}

/** No bound on what goes on by itself or fails by itself, so that the graph has no counters; nobody else interferes. */
const bounds: Bounds = {
  takesLonger: Infinity,
  connectionFails: Infinity,
  requestFails: Infinity,
  answerIsLost: 0,
  shownLate: 0,
  anotherCaller: 0,
  backingChanges: 0,
  order: 0,
  together: Infinity
}

/** Stores by the ids that the workflow has for them; without any, one of the example's id. */
const beginningWith = (first: StoreAtFirst | undefined, ids: ReadonlyArray<string>): Situation => {
  const firsts = first === undefined ? [] : ids.length === 0 ? [first] : ids.map(() => first)
  const account = accountAtFirst(firsts)
  const named = new Map(
    account.stores.map(({ CustomKeyStoreId: id }, i) => [id, (ids[i] ?? id) as CustomKeyStoreId])
  )
  const renamed = <A extends { readonly CustomKeyStoreId: CustomKeyStoreId }>(one: A): A => ({
    ...one,
    CustomKeyStoreId: named.get(one.CustomKeyStoreId) ?? one.CustomKeyStoreId
  })
  const configured = configuredInfrastructure(undefined)
  return situationAtFirst(
    { ...account, stores: account.stores.map(renamed), keys: account.keys.map(renamed) },
    E.isRight(configured)
      ? configured.right
      : {
          facts: { clusters: [], proxies: [], vpcEndpointServices: [] },
          restIsHealthy: true,
          gone: new Set()
        },
    bounds
  )
}

const asksForKey = (operation: OperationName): boolean =>
  Object.keys(exampleRequest(operation, 'AWS_CLOUDHSM')).some((name) => name.endsWith('KeyId'))

/** How many keys are in the store: some where the workflow asks for one, and with and without where it deletes. */
const keysFor = (operations: ReadonlyArray<OperationName>): ReadonlyArray<number> => {
  if (operations.some(asksForKey)) return [1]
  return operations.includes('DeleteCustomKeyStore') ? [0, 1] : [0]
}

const mostStores = 3

/**
 * Where an execution may begin: with no store for a workflow that creates one, else with one of each type in each state.
 * `meant`: the types that the workflow is for.
 */
export const beginningsFor = (
  operations: ReadonlyArray<OperationName>,
  storeIds: ReadonlyArray<string>,
  meant: Stores['types'],
  narrowed: Partial<Stores> = {}
): ReadonlyArray<Beginning> => {
  const isNarrowed = narrowed.types !== undefined || narrowed.states !== undefined
  if (operations.includes('CreateCustomKeyStore') && !isNarrowed) {
    return [{ name: 'no store', situation: beginningWith(undefined, []) }]
  }
  const { types = meant, states = connectionStates } = narrowed
  const ids = [...new Set(storeIds)].slice(0, mostStores)
  return types.flatMap((kind) =>
    states.flatMap((ConnectionState) =>
      keysFor(operations).map((keys) => ({
        name: `${kind} ${ConnectionState}${keys === 0 ? '' : ` with ${amount(keys, 'key')}`}`,
        situation: beginningWith({ kind, ConnectionState, keys }, ids)
      }))
    )
  )
}
