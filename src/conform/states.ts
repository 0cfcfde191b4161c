import type { Account } from '../model/Account.js'
import { isConnected, isConnecting } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { once } from '../possible/once.js'
import { afterOwnWork as accountsAfterOwnWork } from '../possible/ownWork.js'

/** The stores behind which no connection succeeds. */
export type Faulty = ReadonlySet<CustomKeyStoreId>

/** The accounts that are possible once KMS may have gone on with its own work; first, that it has not. */
export const afterOwnWork = (faulty: Faulty): ((account: Account) => ReadonlyArray<Account>) =>
  accountsAfterOwnWork(
    (before, after) => !(isConnecting(before) && isConnected(after) && faulty.has(before.CustomKeyStoreId))
  )

/** Each account once, by its stores and keys. */
export const distinct = once(({ stores, keys }: Account) => JSON.stringify([stores, keys]))
