import { claim } from '../Claim.js'
import type { EditionName } from '../editions/editions.js'
import {
  membersUpdatableIn,
  saidOfUpdate,
  type StatedOfUpdate,
  type UpdatableStateOf
} from '../editions/updatableMembers.js'
import type { StatesOf, ValidStates, ValidStatesByType } from '../editions/ValidStates.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Source } from '../sources.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { Follows } from './Follows.js'

/** `A`, `A or B`, `A, B or C`. */
const listed = (states: ReadonlyArray<ConnectionState>): string =>
  [states.slice(0, -1).join(', '), ...states.slice(-1)].filter((part) => part !== '').join(' or ')

/** A store of which no more than its type and its state is looked at. */
export interface TypeAndState {
  readonly CustomKeyStoreType: CustomKeyStoreType
  readonly ConnectionState: ConnectionState
}

export const typeInWords = {
  AWS_CLOUDHSM: 'an AWS CloudHSM key store',
  EXTERNAL_KEY_STORE: 'an external key store'
}

const ofTypes = (types: ReadonlyArray<CustomKeyStoreType>): string =>
  types.length === customKeyStoreTypes.length
    ? ''
    : ` of ${types.map((type) => typeInWords[type]).join(' or ')}`

/** The store is in a state in which the operation is valid. `row`: those states. `types`: of which stores the page says so. */
export const validConnectionState = <Row extends ValidStates>(
  operation: OperationName,
  row: Row,
  source: Source = 'API_ConnectCustomKeyStore',
  types: ReadonlyArray<CustomKeyStoreType> = customKeyStoreTypes
) => {
  const valid = connectionStates.filter((state) => row[state])
  return claim<{ readonly store: TypeAndState }, { readonly store: StoreIn<StatesOf<Row>> }>({
    name: 'validConnectionState',
    says: `${operation} is valid only when the ConnectionState${ofTypes(types)} is ${listed(valid)}.`,
    source,
    concerns: { kind: 'custom key store', because: 'state' },
    ...(types.length < customKeyStoreTypes.length && {
      applies: ({ store }) => types.includes(store.CustomKeyStoreType)
    }),
    holds: ({ store }) => valid.includes(store.ConnectionState)
  })
}

/** The same for each type of store, as one claim where the page and the states are the same for both. */
export const validConnectionStates = <Rows extends ValidStatesByType>(
  operation: OperationName,
  rows: Rows,
  sources: Readonly<Record<CustomKeyStoreType, Source>>
): ReadonlyArray<ReturnType<typeof validConnectionState<Rows[CustomKeyStoreType]>>> => {
  const { AWS_CLOUDHSM: row, EXTERNAL_KEY_STORE: other }: ValidStatesByType = rows
  return row === other && sources.AWS_CLOUDHSM === sources.EXTERNAL_KEY_STORE
    ? [validConnectionState(operation, rows.AWS_CLOUDHSM, sources.AWS_CLOUDHSM)]
    : customKeyStoreTypes.map((type) =>
        validConnectionState<Rows[CustomKeyStoreType]>(operation, rows[type], sources[type], [type])
      )
}

/** Whether a page is about the type of a store. */
const isAbout =
  ({ types }: StatedOfUpdate) =>
  ({ store }: { readonly store: Pick<TypeAndState, 'CustomKeyStoreType'> }): boolean =>
    types.includes(store.CustomKeyStoreType)

/** The state is one in which some member of a store of its type can be updated. `stated`: where that is stated. */
export const someMemberIsUpdatable = (edition: EditionName, stated: StatedOfUpdate) =>
  claim<{ readonly store: TypeAndState }>({
    name: 'someMemberIsUpdatable',
    says: saidOfUpdate[edition].says,
    source: stated.source,
    concerns: { kind: 'custom key store', because: 'state' },
    applies: isAbout(stated),
    holds: ({ store }) => updatableIn(edition, store).length > 0
  })

/** An Update: the store, and the members that the request carries for it. */
interface Update {
  readonly store: CustomKeyStore
  readonly request: UpdateCustomKeyStoreRequest
}

const updatableIn = (
  edition: EditionName,
  { CustomKeyStoreType: type, ConnectionState: state }: TypeAndState
): ReadonlyArray<string> => membersUpdatableIn(edition, type, state)

const isCarried = (member: string): boolean => member !== 'CustomKeyStoreId'

/** Whether a request carries something that may be updated; where it carries nothing, whether there is something. */
const someIsUpdatable =
  (edition: EditionName) =>
  ({ store, request }: Update): boolean => {
    const updatable = updatableIn(edition, store)
    const members = Object.keys(request)
    return members.some(isCarried)
      ? members.some((member) => updatable.includes(member))
      : updatable.length > 0
  }

/** Whether everything that a request carries may be updated. */
const everyIsUpdatable =
  (edition: EditionName) =>
  ({ store, request }: Update): boolean => {
    const updatable = updatableIn(edition, store)
    return Object.keys(request).every((member) => !isCarried(member) || updatable.includes(member))
  }

/** Whether an edition refuses no member that an Update carries. */
export const updateIsAllowed = (edition: EditionName, update: Update): boolean =>
  someIsUpdatable(edition)(update) && everyIsUpdatable(edition)(update)

/** Whether an edition lets some member of a store be updated. */
export const someMemberMayBeUpdated = (
  edition: EditionName,
  { store }: { readonly store: TypeAndState }
): boolean => updatableIn(edition, store).length > 0

/** The store is in a state in which something that the request carries may be updated. */
export const membersAreUpdatable = <N extends EditionName>(edition: N, stated: StatedOfUpdate) =>
  claim<Update, { readonly store: StoreIn<UpdatableStateOf<N>> }>({
    name: 'membersAreUpdatable',
    says: saidOfUpdate[edition].says,
    source: stated.source,
    concerns: { kind: 'custom key store', because: 'state' },
    applies: isAbout(stated),
    holds: someIsUpdatable(edition)
  })

/** Of a request that carries something that may be updated in the state: nothing that it carries may not. */
export const updateIsValidAsAWhole = (edition: EditionName, stated: StatedOfUpdate) => {
  const isAboutStore = isAbout(stated)
  const isUpdatable = someIsUpdatable(edition)
  return claim<Update>({
    name: 'updateIsValidAsAWhole',
    says: 'An update must carry no member that may not be updated in the ConnectionState, whatever else it carries.',
    source: stated.source,
    ...(edition === 'exception-text-2026' ? {} : { assumes: ['A10'] }),
    concerns: { kind: 'custom key store', because: 'state' },
    applies: (update) => isAboutStore(update) && isUpdatable(update),
    holds: everyIsUpdatable(edition)
  })
}

const externalStoreIsUpdatedInAnyState: Follows = {
  name: 'externalStoreIsUpdatedInAnyState',
  says: 'UpdateCustomKeyStore changes the name, proxy credential and proxy URI path of an external key store in any ConnectionState.',
  source: saidOfUpdate['developer-guide'].source.EXTERNAL_KEY_STORE,
  assumes: ['A44'],
  from: ['CONNECTING', 'FAILED', 'DISCONNECTING'],
  to: 'the same'
}

/** The statements of an edition about an Update in the states in which no other edition accepts one. */
export const updateInOtherStates = (edition: EditionName): ReadonlyArray<Follows> =>
  edition === 'developer-guide' ? [externalStoreIsUpdatedInAnyState] : []
