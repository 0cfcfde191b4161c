import { settled, withoutExpiredKeys } from '../account/process.js'
import { emptyAccount, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId, CustomKeyStoreId } from '../model/identifiers.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import { storeChanges } from '../model/listed.js'
import { withAdded, withRemoved, type Change } from '../model/table/change.js'
import { entriesUpTo } from '../model/table/lookUp.js'
import { tables, type Placed, type TableOf } from '../model/table/Table.js'
import { isSettled } from '../questions/isSettled.js'

/** When KMS ends what it has begun with a store, in milliseconds since 1970. */
export interface End {
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly time: number
}

const ends = tables({
  store: ({ CustomKeyStoreId: id }: End) => [id],
  time: ({ time }: End) => [time]
})

/** An account, and when KMS ends each attempt that it has begun with a store of it; without a time it never does by itself. */
export interface HeldAccount {
  readonly account: Account
  readonly ends: TableOf<typeof ends>
}

/** An account with which KMS has begun nothing that ends by itself. */
export const heldAccount = (account: Account): HeldAccount => heldAt(account, [])

/** An account, and what ends at a time, in order. */
export const heldAt = (account: Account, placed: ReadonlyArray<Placed<End>>): HeldAccount => ({
  account,
  ends: ends.tableAt(placed)
})

/** An account before its first store. */
export const unused = (account: AccountId, region: string): HeldAccount =>
  heldAccount(emptyAccount(account, region))

const goesOn = ({ before, after }: Change<CustomKeyStore>): boolean =>
  before?.attempt === after?.attempt && after !== undefined && !isSettled(after)

/** With another account, whose new attempts end at a time, or never by themselves. The same one if nothing has changed. */
export const heldAfter =
  (account: Account, time?: number) =>
  (held: HeldAccount): HeldAccount => {
    if (account === held.account) return held
    const after = storeChanges(held.account, account).reduce((now, change) => {
      if (goesOn(change)) return now
      const { before, after: store } = change
      const left = before === undefined ? now : withRemoved(now, 'store', before.CustomKeyStoreId)
      if (store === undefined || isSettled(store) || time === undefined) return left
      return withAdded(left, { CustomKeyStoreId: store.CustomKeyStoreId, time })
    }, held.ends)
    return { account, ends: after }
  }

/** Ends whatever should have ended by a time, in the way that follows from what stands behind it. The same one if nothing has. */
export const caughtUp =
  (infrastructure: Infrastructure, time: number) =>
  (held: HeldAccount): HeldAccount => {
    const ended = entriesUpTo(held.ends, 'time', time).reduce(
      (now, { CustomKeyStoreId: id }) => settled({ infrastructure }, id)(now),
      held.account
    )
    return heldAfter(withoutExpiredKeys(time / 1000)(ended))(held)
  }
