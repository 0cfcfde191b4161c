import { withStore, type Account } from '../model/Account.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Explanation } from '../operations/Decision.js'

/** The store in another state. Why a connection has failed decides nothing. */
const inState =
  (state: ConnectionState) =>
  (store: CustomKeyStore): CustomKeyStore => {
    const { ConnectionErrorCode: _, ...rest } = { ConnectionErrorCode: undefined, ...store }
    return {
      ...rest,
      ConnectionState: state,
      ...(state === 'FAILED' && { ConnectionErrorCode: 'INTERNAL_ERROR' })
    } as CustomKeyStore
  }

/**
 * Where an accepted request may have led: to the account after it, or to the states that AWS leaves open instead. `id`: of
 * the store that the request is about, if it is about one.
 */
export const mayHaveLedTo = (
  id: unknown,
  { follows }: Explanation,
  before: Account,
  after: Account
): ReadonlyArray<Account> => {
  const store = before.stores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id)
  const states = new Set(follows.flatMap(({ or = [] }) => or))
  return store === undefined
    ? [after]
    : [after, ...[...states].map((state) => withStore(after, inState(state)(store)))]
}
