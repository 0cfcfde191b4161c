import { settle } from '../connection/process.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { storeWithId, withStore, type Account } from '../model/Account.js'
import { behind, type Infrastructure } from '../model/Infrastructure.js'

/** Something that KMS reports of a store: see connectionProcess. An id that the account does not have changes nothing. */
export const reported =
  (id: CustomKeyStoreId, report: (store: CustomKeyStore) => CustomKeyStore) =>
  (account: Account): Account => {
    const store = storeWithId(account, id)
    return store === undefined ? account : withStore(account, report(store))
  }

/** Ends what KMS is doing with a store, in the way that follows from what stands behind it. */
export const settled =
  (given: Service & { readonly infrastructure: Infrastructure }, id: CustomKeyStoreId) =>
  (account: Account): Account =>
    reported(id, (store) =>
      settle({
        ...behind(given.infrastructure, store),
        failure: given.failure,
        account: account.AccountId
      })(store)
    )(account)
