import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { inEveryEdition, type EditionName } from './editions.js'
import {
  anyState,
  connectedOrDisconnected,
  onlyDisconnected,
  type StatesOf,
  type ValidStates
} from './ValidStates.js'

const alwaysOnlyDisconnected = inEveryEdition(onlyDisconnected)

/** The credential and the path of a proxy have the same history. */
const credentialAndPath = {
  'exception-text-2022': onlyDisconnected,
  'operation-page-2022': connectedOrDisconnected,
  'exception-text-2026': onlyDisconnected,
  'operation-page-2026': connectedOrDisconnected,
  'developer-guide': anyState
} as const

/**
 * In which states UpdateCustomKeyStore may carry a member: one row for each member of each type of store, through the
 * editions.
 *
 * @see API_UpdateCustomKeyStore
 */
export const updatableMembers = {
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

type Members = typeof updatableMembers

/** A member of UpdateCustomKeyStore that a type of store has. */
export type UpdatableMember<T extends CustomKeyStoreType = CustomKeyStoreType> = T extends unknown
  ? Extract<keyof Members[T], string>
  : never

/** The members of UpdateCustomKeyStore that a type of store has. */
export const membersOf = (type: CustomKeyStoreType): ReadonlyArray<UpdatableMember> =>
  Object.keys(updatableMembers[type]) as ReadonlyArray<UpdatableMember>

/** Whether an edition lets a member of a type of store be updated in a state. */
export const isUpdatable = (edition: EditionName, type: CustomKeyStoreType, state: ConnectionState) => {
  const rows: Readonly<Record<string, Readonly<Record<EditionName, ValidStates>>>> = updatableMembers[type]
  return (member: string): boolean => Object.hasOwn(rows, member) && rows[member]?.[edition][state] === true
}

/** The members of a type of store that an edition lets be updated in a state. */
export const membersUpdatableIn = (
  edition: EditionName,
  type: CustomKeyStoreType,
  state: ConnectionState
): ReadonlyArray<UpdatableMember> => membersOf(type).filter(isUpdatable(edition, type, state))

type StatesOfSomeRow<Rows, N extends EditionName> = Rows extends unknown
  ? { [M in keyof Rows]: Rows[M] extends Readonly<Record<N, infer Row>> ? StatesOf<Row> : never }[keyof Rows]
  : never

/** The states in which an edition lets some member of a store be updated. */
export type UpdatableStateOf<N extends EditionName> = StatesOfSomeRow<Members[CustomKeyStoreType], N>
