import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Source } from '../sources.js'

/** The operations that AWS's text makes valid in some states of a store and not in others, whatever they carry. */
export type StateBoundOperation =
  | 'ConnectCustomKeyStore'
  | 'DisconnectCustomKeyStore'
  | 'DeleteCustomKeyStore'
  | 'CreateKey'
  | 'GenerateRandom'

/** The members of UpdateCustomKeyStore, by the type of store that has them. @see API_UpdateCustomKeyStore */
export const updatableMembers = {
  AWS_CLOUDHSM: ['NewCustomKeyStoreName', 'KeyStorePassword', 'CloudHsmClusterId'],
  EXTERNAL_KEY_STORE: [
    'NewCustomKeyStoreName',
    'XksProxyAuthenticationCredential',
    'XksProxyUriPath',
    'XksProxyUriEndpoint',
    'XksProxyConnectivity',
    'XksProxyVpcEndpointServiceName',
    'XksProxyVpcEndpointServiceOwner'
  ]
} as const satisfies Record<CustomKeyStoreType, ReadonlyArray<string>>

/** A member of UpdateCustomKeyStore that a type of store has. */
export type UpdatableMember<T extends CustomKeyStoreType = CustomKeyStoreType> =
  (typeof updatableMembers)[T][number]

/** In which states something is valid. */
export type ValidStates = Readonly<Record<ConnectionState, boolean>>

/** One wording of AWS's rules about ConnectionState. */
export interface Edition {
  /** The text that it follows, and when that text stood. */
  readonly follows: string
  /** Where it states when a store may be connected, and when updated; every edition takes the rest from the authority. */
  readonly stated: { readonly ConnectCustomKeyStore: Source; readonly UpdateCustomKeyStore: Source }
  readonly valid: Readonly<Record<StateBoundOperation, ValidStates>>
  /** What it says of UpdateCustomKeyStore, in one sentence. */
  readonly saysOfUpdate: string
  /** In which states UpdateCustomKeyStore may carry a member. */
  readonly updatable: {
    readonly [T in CustomKeyStoreType]: Readonly<Record<UpdatableMember<T>, ValidStates>>
  }
}
