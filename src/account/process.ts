import { settle } from '../connection/process.js'
import type { Alias } from '../model/Alias.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { storeWithId, withStore, type Account } from '../model/Account.js'
import { behind, type Infrastructure } from '../model/Infrastructure.js'
import { isPendingDeletion } from '../model/KmsKey.js'

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
    reported(id, (store) =>
      settle({
        ...behind(given.infrastructure, store),
        failure: given.failure,
        account: account.AccountId,
        region: account.Region
      })(store)
    )(account)

/** The account without the keys whose waiting period is over, and their aliases. `now` in seconds since 1970. @see API_ScheduleKeyDeletion */
export const withoutExpiredKeys =
  (now: number) =>
  (account: Account): Account => {
    const keys = account.keys.filter((key) => !isPendingDeletion(key) || key.DeletionDate > now)
    const { aliases } = account
    const isLeft = ({ TargetKeyId }: Alias): boolean => keys.some(({ KeyId }) => KeyId === TargetKeyId)
    return { ...account, keys, ...(aliases && { aliases: aliases.filter(isLeft) }) }
  }
