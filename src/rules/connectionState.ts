import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import {
  editions,
  updatableMembers,
  type EditionName,
  type StateBoundOperation,
  type UpdatableMember,
  type UpdatableStateOf,
  type ValidStateOf,
  type ValidStates
} from './editions.js'
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

/** The members of a type of store that an edition lets be updated in a state. */
export const membersUpdatableIn = (
  edition: EditionName,
  type: CustomKeyStoreType,
  state: ConnectionState
): ReadonlyArray<UpdatableMember> => {
  const rows: Readonly<Record<string, ValidStates>> = editions[edition].updatable[type]
  return updatableMembers[type].filter((member) => rows[member]?.[state] === true)
}

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
      const updatable: ReadonlyArray<string> = membersUpdatableIn(
        edition,
        store.CustomKeyStoreType,
        store.ConnectionState
      )
      return (
        updatable.length > 0 &&
        Object.keys(request).every((member) => member === 'CustomKeyStoreId' || updatable.includes(member))
      )
    }
  })
