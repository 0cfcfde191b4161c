import { connectionFacts, settledBy } from '../connection/process.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { storeWithId, withoutKey, withStore, type Account } from '../model/Account.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import { keysExpiredAt } from '../model/listed.js'

/**
 * Something that KMS reports of a store: see connectionProcess. An id that the account does not have changes nothing.
 * `report` is one of `connectionSucceeded`, `connectionFailed` and `disconnectionCompleted`, with its arguments.
 *
 * @example
 * const after = cks.reported(store.CustomKeyStoreId, cks.connectionSucceeded(1))(account)
 * after.stores[0].ConnectionState //=> 'CONNECTED'
 */
export const reported =
  (id: CustomKeyStoreId, report: (store: CustomKeyStore) => CustomKeyStore) =>
  (account: Account): Account => {
    const store = storeWithId(account, id)
    return store === undefined ? account : withStore(account, report(store))
  }

/**
 * Ends what KMS is doing with a store, in the way that follows from what stands behind it.
 *
 * @example
 * const disconnecting = cks.account.disconnect(circumstances)({ CustomKeyStoreId: store.CustomKeyStoreId })(account)
 * const after = pipe(disconnecting, E.map(([, left]) => cks.settled(circumstances, store.CustomKeyStoreId)(left)))
 * pipe(after, E.map(({ stores }) => stores[0].ConnectionState)) //=> E.right('DISCONNECTED')
 */
export const settled =
  (given: WithFailure & { readonly infrastructure: Infrastructure }, id: CustomKeyStoreId) =>
  (account: Account): Account =>
    reported(id, (store) => settledBy(connectionFacts({ ...given, account })(store))(store))(account)

/**
 * The account without the keys whose waiting period is over, and their aliases. `now` in seconds since 1970.
 *
 * @example
 * const waiting = { ...account, keys: [{ ...key, DeletionDate: 1700604800 }] }
 * cks.withoutExpiredKeys(1700604800)(waiting).keys //=> []
 * @see API_ScheduleKeyDeletion
 */
export const withoutExpiredKeys =
  (now: number) =>
  (account: Account): Account =>
    keysExpiredAt(account, now).reduce((left, { KeyId }) => withoutKey(left, KeyId), account)
