import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Source } from '../sources.js'
import { byEdition, inEveryEdition, type EditionName } from './editions.js'
import {
  anyState,
  connectedOrDisconnected,
  forBothTypes,
  onlyDisconnected,
  type StatesOf,
  type ValidStates
} from './ValidStates.js'

const said = {
  'exception-text-2022': {
    source: forBothTypes('API_ConnectCustomKeyStore'),
    says: 'UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.'
  },
  'operation-page-2022': {
    source: forBothTypes('UpdateCustomKeyStore-2022'),
    says: 'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store also when it is CONNECTED.'
  },
  'exception-text-2026': {
    source: forBothTypes('service-model'),
    says: 'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store also when it is CONNECTED.'
  },
  'operation-page-2026': {
    source: forBothTypes('API_UpdateCustomKeyStore'),
    says: 'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store, and the proxy credential and proxy URI path of an external key store, also when it is CONNECTED.'
  },
  'developer-guide': {
    source: { AWS_CLOUDHSM: 'update-keystore', EXTERNAL_KEY_STORE: 'update-xks-keystore' },
    says: 'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store in any state.'
  }
} as const satisfies Readonly<
  Record<
    EditionName,
    { readonly says: string; readonly source: Readonly<Record<CustomKeyStoreType, Source>> }
  >
>

type SaidOfUpdate = Pick<typeof said, keyof typeof said>

/**
 * When an Update is valid, in one sentence for each edition, and the page that states it of each type of store.
 *
 * @example
 * cks.saidOfUpdate['operation-page-2026'].source.AWS_CLOUDHSM //=> 'API_UpdateCustomKeyStore'
 */
export const saidOfUpdate: SaidOfUpdate = said

/** A page that states when stores of some types may be updated. */
export interface StatedOfUpdate {
  readonly source: Source
  readonly types: ReadonlyArray<CustomKeyStoreType>
}

/** Where an edition states when a store may be updated: on one page for both types of store, or on one for each. */
export const statedOfUpdate = (edition: EditionName): ReadonlyArray<StatedOfUpdate> => {
  const { AWS_CLOUDHSM, EXTERNAL_KEY_STORE } = saidOfUpdate[edition].source
  return AWS_CLOUDHSM === EXTERNAL_KEY_STORE
    ? [{ source: AWS_CLOUDHSM, types: customKeyStoreTypes }]
    : [
        { source: AWS_CLOUDHSM, types: ['AWS_CLOUDHSM'] },
        { source: EXTERNAL_KEY_STORE, types: ['EXTERNAL_KEY_STORE'] }
      ]
}

const alwaysOnlyDisconnected = inEveryEdition(onlyDisconnected)

/** The credential and the path of a proxy have the same history. */
const credentialAndPath = {
  'exception-text-2022': onlyDisconnected,
  'operation-page-2022': connectedOrDisconnected,
  'exception-text-2026': onlyDisconnected,
  'operation-page-2026': connectedOrDisconnected,
  'developer-guide': anyState
} as const

const rows = {
  AWS_CLOUDHSM: {
    NewCustomKeyStoreName: {
      'exception-text-2022': onlyDisconnected,
      'operation-page-2022': onlyDisconnected,
      'exception-text-2026': connectedOrDisconnected,
      'operation-page-2026': connectedOrDisconnected,
      'developer-guide': onlyDisconnected
    },
    KeyStorePassword: alwaysOnlyDisconnected,
    CloudHsmClusterId: alwaysOnlyDisconnected
  },
  EXTERNAL_KEY_STORE: {
    NewCustomKeyStoreName: {
      'exception-text-2022': onlyDisconnected,
      'operation-page-2022': connectedOrDisconnected,
      'exception-text-2026': connectedOrDisconnected,
      'operation-page-2026': connectedOrDisconnected,
      'developer-guide': anyState
    },
    XksProxyAuthenticationCredential: credentialAndPath,
    XksProxyUriPath: credentialAndPath,
    XksProxyUriEndpoint: alwaysOnlyDisconnected,
    XksProxyConnectivity: alwaysOnlyDisconnected,
    XksProxyVpcEndpointServiceName: alwaysOnlyDisconnected,
    XksProxyVpcEndpointServiceOwner: alwaysOnlyDisconnected
  }
} as const satisfies Record<
  CustomKeyStoreType,
  Readonly<Record<string, Readonly<Record<EditionName, ValidStates>>>>
>

type UpdatableMembers = Pick<typeof rows, keyof typeof rows>

/**
 * In which states UpdateCustomKeyStore may carry a member: one row for each member of each type of store, through the
 * editions.
 *
 * @example
 * cks.updatableMembers.EXTERNAL_KEY_STORE.XksProxyUriPath['developer-guide'].FAILED //=> true
 * @see API_UpdateCustomKeyStore
 */
export const updatableMembers: UpdatableMembers = rows

type Members = typeof updatableMembers

/** A member of UpdateCustomKeyStore that a type of store has. */
export type UpdatableMember<T extends CustomKeyStoreType = CustomKeyStoreType> = T extends unknown
  ? Extract<keyof Members[T], string>
  : never

const ofType = <A>(make: (type: CustomKeyStoreType) => A): Readonly<Record<CustomKeyStoreType, A>> => ({
  AWS_CLOUDHSM: make('AWS_CLOUDHSM'),
  EXTERNAL_KEY_STORE: make('EXTERNAL_KEY_STORE')
})

const members = ofType(
  (type) => Object.keys(updatableMembers[type]) as ReadonlyArray<string> as ReadonlyArray<UpdatableMember>
)

/** The members of UpdateCustomKeyStore that a type of store has. */
export const membersOf = (type: CustomKeyStoreType): ReadonlyArray<UpdatableMember> => members[type]

/** The members of each type of store that an edition lets be updated, by the state of the store. */
const updatable = byEdition((edition) =>
  ofType((type) => {
    const rows = Object.entries<Readonly<Record<EditionName, ValidStates>>>(updatableMembers[type])
    const validIn = (state: ConnectionState) =>
      rows.flatMap(([member, row]) => (row[edition][state] ? [member as UpdatableMember] : []))
    return new Map(connectionStates.map((state) => [state, validIn(state)]))
  })
)

const none: ReadonlyArray<never> = []

/** The members of a type of store that an edition lets be updated in a state. */
export const membersUpdatableIn = (
  edition: EditionName,
  type: CustomKeyStoreType,
  state: ConnectionState
): ReadonlyArray<UpdatableMember> => updatable[edition][type].get(state) ?? none

/** Whether an edition lets some members of a store, and not all of them, be updated in some state. */
export const membersHaveStatesOfTheirOwn = (edition: EditionName): boolean =>
  customKeyStoreTypes.some((type) =>
    connectionStates
      .map((state) => membersUpdatableIn(edition, type, state).length)
      .some((count) => count > 0 && count < membersOf(type).length)
  )

type StatesOfSomeRow<Rows, N extends EditionName> = Rows extends unknown
  ? { [M in keyof Rows]: Rows[M] extends Readonly<Record<N, infer Row>> ? StatesOf<Row> : never }[keyof Rows]
  : never

/** The states in which an edition lets some member of a store be updated. */
export type UpdatableStateOf<N extends EditionName> = StatesOfSomeRow<Members[CustomKeyStoreType], N>
