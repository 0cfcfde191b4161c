import { emptyAccount, type Account } from '../model/Account.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import { withoutExpiredKeys } from '../account/process.js'
import { settled } from '../account/process.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId } from '../model/identifiers.js'
import { isPendingDeletion, type KmsKey } from '../model/KmsKey.js'
import { isSettled } from '../questions/isSettled.js'

/** An account, and when KMS ends each attempt that it has begun with a store of it, in milliseconds since 1970. */
export interface HeldAccount {
  readonly account: Account
  readonly ends: ReadonlyMap<string, number>
}

/** An account before its first store. */
export const unused = (account: AccountId, region: string): HeldAccount => ({
  account: emptyAccount(account, region),
  ends: new Map()
})

/** The stores that the other accounts have in the Region of an account. */
export const storesOfOthers = (
  { AccountId: id, Region: region }: Account,
  accounts: ReadonlyArray<HeldAccount>
): ReadonlyArray<CustomKeyStore> =>
  accounts
    .filter(({ account }) => account.Region === region && account.AccountId !== id)
    .flatMap(({ account }) => account.stores)

const attemptOf = ({ CustomKeyStoreId: id, attempt }: CustomKeyStore): string => `${id} ${String(attempt)}`

/** Ends whatever should have ended by a time, in the way that follows from what stands behind it. The same one if nothing has. */
export const caughtUp =
  (infrastructure: Infrastructure, time: number) =>
  (held: HeldAccount): HeldAccount => {
    const { account, ends } = held
    const isExpired = (key: KmsKey): boolean => isPendingDeletion(key) && key.DeletionDate <= time / 1000
    const over = account.stores.filter((store) => (ends.get(attemptOf(store)) ?? Infinity) <= time)
    if (over.length === 0 && !account.keys.some(isExpired)) return held
    const after = over.reduce(
      (now, { CustomKeyStoreId: id }) => settled({ infrastructure }, id)(now),
      account
    )
    return { account: withoutExpiredKeys(time / 1000)(after), ends }
  }

/** The account after a request, with which KMS may have begun something that ends at a time. The same one if nothing has changed. */
export const heldAfter =
  (account: Account, end: number) =>
  (held: HeldAccount): HeldAccount => {
    if (account === held.account) return held
    const { ends } = held
    const goingOn = account.stores.filter((store) => !isSettled(store)).map(attemptOf)
    return { account, ends: new Map(goingOn.map((attempt) => [attempt, ends.get(attempt) ?? end])) }
  }
