import { connectionFailed, connectionSucceeded, disconnectionCompleted } from '../connection/process.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'

/** What KMS can do by itself with a store at any time, whatever stands behind it; most leave most stores as they are. */
export const ownWork: Readonly<Record<string, (store: CustomKeyStore) => CustomKeyStore>> = {
  'KMS has connected': (store) => connectionSucceeded(store.attempt)(store),
  'KMS could not connect': (store) => connectionFailed(store.attempt, 'INTERNAL_ERROR')(store),
  'KMS has disconnected': (store) => disconnectionCompleted(store.attempt)(store)
}

/** How a store can stand once KMS has gone on with its own work; first, that it has not. */
export const afterOwnWorkOn = (store: CustomKeyStore): ReadonlyArray<CustomKeyStore> => [
  store,
  ...Object.values(ownWork)
    .map((does) => does(store))
    .filter((after) => after !== store)
]
