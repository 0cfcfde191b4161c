import { withStore, type Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isConnected, isConnecting, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { afterOwnWorkOn } from '../possible/ownWork.js'

/** The store in another state. Why a connection has failed decides nothing. */
export const inState =
  (state: ConnectionState) =>
  (store: CustomKeyStore): CustomKeyStore => {
    const { ConnectionErrorCode: _, ...rest } = { ConnectionErrorCode: undefined, ...store }
    return {
      ...rest,
      ConnectionState: state,
      ...(state === 'FAILED' && { ConnectionErrorCode: 'INTERNAL_ERROR' })
    } as CustomKeyStore
  }

/** The stores behind which no connection succeeds. */
export type Faulty = ReadonlySet<CustomKeyStoreId>

/** How it can stand with the account once KMS has gone on with its own work; first, that it has not. */
export const afterOwnWork =
  (faulty: Faulty) =>
  (account: Account): ReadonlyArray<Account> =>
    account.stores.reduce<ReadonlyArray<Account>>(
      (accounts, store) =>
        afterOwnWorkOn(store)
          .filter(
            (after) => !(isConnecting(store) && isConnected(after) && faulty.has(store.CustomKeyStoreId))
          )
          .flatMap((after) => accounts.map((one) => (after === store ? one : withStore(one, after)))),
      [account]
    )

/** What tells accounts of the same stores and keys apart. */
const identityOf = ({ stores, keys }: Account): string => JSON.stringify([stores, keys])

export const once = (accounts: ReadonlyArray<Account>): ReadonlyArray<Account> => [
  ...new Map(accounts.map((account) => [identityOf(account), account])).values()
]
