import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import {
  updatableMembers,
  type StateBoundOperation,
  type UpdatableMember,
  type ValidStates
} from '../editions/Edition.js'
import { editions, type EditionName, type UpdatableStateOf, type ValidStateOf } from '../editions/editions.js'
import { claim } from './Rule.js'

const statesOf = (row: ValidStates): ReadonlyArray<ConnectionState> =>
  connectionStates.filter((state) => row[state])

/** `A`, `A or B`, `A, B or C`. */
const listed = (states: ReadonlyArray<ConnectionState>): string =>
  states.join(', ').replace(/, (\w+)$/, ' or $1')

const statedOn = (edition: EditionName, operation: StateBoundOperation) =>
  operation === 'ConnectCustomKeyStore'
    ? editions[edition].stated.ConnectCustomKeyStore
    : 'API_ConnectCustomKeyStore'

export interface InSomeState {
  readonly ConnectionState: ConnectionState
}

/** The store is in a state in which the operation is valid. @assumes A42 */
export const validConnectionState = <O extends StateBoundOperation>(edition: EditionName, operation: O) => {
  const row: ValidStates = editions[edition].valid[operation]
  return claim<{ readonly store: InSomeState }, { readonly store: StoreIn<ValidStateOf<O>> }>({
    name: 'validConnectionState',
    says: `${operation} is valid only when the ConnectionState is ${listed(statesOf(row))}.`,
    source: statedOn(edition, operation),
    holds: ({ store }) => row[store.ConnectionState]
  })
}

/** Whether an edition lets a member of a type of store be updated in a state. */
const isUpdatable = (edition: EditionName, type: CustomKeyStoreType, state: ConnectionState) => {
  const rows: Readonly<Record<string, ValidStates>> = editions[edition].updatable[type]
  return (member: string): boolean => rows[member]?.[state] === true
}

/** The members of a type of store that an edition lets be updated in a state. */
export const membersUpdatableIn = (
  edition: EditionName,
  type: CustomKeyStoreType,
  state: ConnectionState
): ReadonlyArray<UpdatableMember> => updatableMembers[type].filter(isUpdatable(edition, type, state))

/** The state is one in which some member of some store can be updated. */
export const someMemberIsUpdatable = (edition: EditionName) =>
  claim<{ readonly store: InSomeState }>({
    name: 'someMemberIsUpdatable',
    says: editions[edition].saysOfUpdate,
    source: editions[edition].stated.UpdateCustomKeyStore,
    holds: ({ store }) =>
      customKeyStoreTypes.some((type) => membersUpdatableIn(edition, type, store.ConnectionState).length > 0)
  })

/**
 * The store is in a state in which every member that the request carries may be updated.
 *
 * @assumes A10, A11
 */
export const membersAreUpdatable = <N extends EditionName>(edition: N) =>
  claim<
    { readonly store: CustomKeyStore; readonly request: UpdateCustomKeyStoreRequest },
    { readonly store: StoreIn<UpdatableStateOf<N>> }
  >({
    name: 'membersAreUpdatable',
    says: editions[edition].saysOfUpdate,
    source: editions[edition].stated.UpdateCustomKeyStore,
    holds: ({ store, request }) => {
      const updatable = isUpdatable(edition, store.CustomKeyStoreType, store.ConnectionState)
      return (
        updatableMembers[store.CustomKeyStoreType].some(updatable) &&
        Object.keys(request).every((member) => member === 'CustomKeyStoreId' || updatable(member))
      )
    }
  })
