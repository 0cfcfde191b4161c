import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'

/**
 * Whether a store stays in its state until somebody acts: it is DISCONNECTED, CONNECTED or FAILED.
 *
 * @example
 * cks.isSettled(store) //=> true
 */
export const isSettled = (store: CustomKeyStore): store is StoreIn<'CONNECTED' | 'DISCONNECTED' | 'FAILED'> =>
  store.ConnectionState !== 'CONNECTING' && store.ConnectionState !== 'DISCONNECTING'
