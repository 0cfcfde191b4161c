import type { ConnectionState } from '../model/ConnectionState.js'

/** Whether a state ends by itself. */
export const isPassingState = (state: ConnectionState | undefined): state is 'CONNECTING' | 'DISCONNECTING' =>
  state === 'CONNECTING' || state === 'DISCONNECTING'

/** Whether a state lasts until somebody asks for another. */
export const isSettledState = (state: ConnectionState | undefined): boolean =>
  state !== undefined && !isPassingState(state)
