import * as t from 'io-ts'

/**
 * How a custom key store stands to its backing key store. CONNECTED, DISCONNECTED and FAILED last until somebody acts;
 * CONNECTING and DISCONNECTING end by themselves.
 *
 * @example
 * cks.ConnectionState.is('FAILED') //=> true
 * @see API_CustomKeyStoresListEntry
 */
export const ConnectionState = t.keyof(
  { CONNECTED: null, CONNECTING: null, FAILED: null, DISCONNECTED: null, DISCONNECTING: null },
  'ConnectionState'
)
export type ConnectionState = Extract<t.TypeOf<typeof ConnectionState>, string>

/**
 * All five, in the order in which a store can first come to them.
 *
 * @example
 * cks.connectionStates //=> ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING']
 */
export const connectionStates = [
  'DISCONNECTED',
  'CONNECTING',
  'CONNECTED',
  'FAILED',
  'DISCONNECTING'
] as const satisfies ReadonlyArray<ConnectionState>
