import { connectionFacts, settledBy } from '../connection/process.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { storeWithId, withoutKey, withStore, type Account } from '../model/Account.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import { keysExpiredAt } from '../model/listed.js'

/** Something that KMS reports of a store: see connectionProcess. An id that the account does not have changes nothing. */
export const reported =
  (id: CustomKeyStoreId, report: (store: CustomKeyStore) => CustomKeyStore) =>
  (account: Account): Account => {
    const store = storeWithId(account, id)
    return store === undefined ? account : withStore(account, report(store))
  }

/** Ends what KMS is doing with a store, in the way that follows from what stands behind it. */
export const settled =
  (given: WithFailure & { readonly infrastructure: Infrastructure }, id: CustomKeyStoreId) =>
  (account: Account): Account =>
    reported(id, (store) => settledBy(connectionFacts({ ...given, account })(store))(store))(account)

/** The account without the keys whose waiting period is over, and their aliases. `now` in seconds since 1970. @see API_ScheduleKeyDeletion */
export const withoutExpiredKeys =
  (now: number) =>
  (account: Account): Account =>
    keysExpiredAt(account, now).reduce((left, { KeyId }) => withoutKey(left, KeyId), account)
