import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'

/** In which states something is valid. */
export type ValidStates = Readonly<Record<ConnectionState, boolean>>

const yes = true
const no = false

export const onlyConnected = {
  DISCONNECTED: no,
  CONNECTING: no,
  CONNECTED: yes,
  FAILED: no,
  DISCONNECTING: no
} as const satisfies ValidStates

export const onlyDisconnected = {
  DISCONNECTED: yes,
  CONNECTING: no,
  CONNECTED: no,
  FAILED: no,
  DISCONNECTING: no
} as const satisfies ValidStates

export const connectedOrDisconnected = {
  DISCONNECTED: yes,
  CONNECTING: no,
  CONNECTED: yes,
  FAILED: no,
  DISCONNECTING: no
} as const satisfies ValidStates

export const unlessFailedOrDisconnecting = {
  DISCONNECTED: yes,
  CONNECTING: yes,
  CONNECTED: yes,
  FAILED: no,
  DISCONNECTING: no
} as const satisfies ValidStates

export const unlessDisconnectedOrDisconnecting = {
  DISCONNECTED: no,
  CONNECTING: yes,
  CONNECTED: yes,
  FAILED: yes,
  DISCONNECTING: no
} as const satisfies ValidStates

export const anyState = {
  DISCONNECTED: yes,
  CONNECTING: yes,
  CONNECTED: yes,
  FAILED: yes,
  DISCONNECTING: yes
} as const satisfies ValidStates

/** In which states something is valid for a store of each type. */
export type ValidStatesByType = Readonly<Record<CustomKeyStoreType, ValidStates>>

/** The same for a store of either type. */
export const forBothTypes = <const A>(same: A) => ({ AWS_CLOUDHSM: same, EXTERNAL_KEY_STORE: same })

/** The states that a row makes valid. */
export type StatesOf<Row> = Row extends unknown
  ? Extract<{ [S in keyof Row]: Row[S] extends true ? S : never }[keyof Row], ConnectionState>
  : never
