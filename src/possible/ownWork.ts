import { constTrue } from 'fp-ts/lib/function.js'
import { connectionFailed, connectionSucceeded, disconnectionCompleted } from '../connection/process.js'
import { withStore, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'

/** The work that KMS can do by itself on a store at any time, whatever stands behind it; most leave most stores as they are. */
export const ownWork: Readonly<Record<string, (store: CustomKeyStore) => CustomKeyStore>> = {
  'KMS has connected': (store) => connectionSucceeded(store.attempt)(store),
  'KMS could not connect': (store) => connectionFailed(store.attempt, 'INTERNAL_ERROR')(store),
  'KMS has disconnected': (store) => disconnectionCompleted(store.attempt)(store)
}

/** How a store can stand once KMS has gone on with its own work; first, that it has not. */
const afterOwnWorkOn = (store: CustomKeyStore): ReadonlyArray<CustomKeyStore> => [
  store,
  ...Object.values(ownWork)
    .map((does) => does(store))
    .filter((after) => after !== store)
]

/**
 * How an account can stand once KMS has gone on with its own work on every store; first, that it has not. `can`: whether
 * a store can come to stand in another way.
 */
export const afterOwnWork =
  (can: (before: CustomKeyStore, after: CustomKeyStore) => boolean = constTrue) =>
  (account: Account): ReadonlyArray<Account> =>
    account.stores.reduce<ReadonlyArray<Account>>(
      (accounts, store) =>
        afterOwnWorkOn(store)
          .filter((after) => after === store || can(store, after))
          .flatMap((after) => accounts.map((one) => (after === store ? one : withStore(one, after)))),
      [account]
    )
