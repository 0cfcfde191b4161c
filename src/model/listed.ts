import type { Account } from './Account.js'
import { aliasesIn, keysIn, storesIn } from './accountTables.js'
import type { Alias } from './Alias.js'
import type { CustomKeyStore } from './CustomKeyStore.js'
import type { KmsKey } from './KmsKey.js'
import { changes, type Change } from './table/change.js'
import { entriesAfter, entriesUpTo, entriesWith, positionsWith } from './table/lookUp.js'

/** The stores with that name: one at most, in an account of AWS. */
export const storesNamed = (account: Account, name: string): ReadonlyArray<CustomKeyStore> =>
  entriesWith(storesIn(account), 'name', name)

export const numberOfStores = (account: Account): number => storesIn(account).size

/** In the order of a list of stores: by date, and then by id. As many as are asked for, from the beginning or after a place. */
export const storesAfter = (
  account: Account,
  place: (Pick<CustomKeyStore, 'CreationDate'> & { readonly CustomKeyStoreId: string }) | undefined,
  limit: number
): ReadonlyArray<CustomKeyStore> =>
  entriesAfter(storesIn(account), 'place', place && [place.CreationDate, place.CustomKeyStoreId], limit)

/** A key of the store, or none if it has none. */
export const anyKeyOf = (account: Account, store: CustomKeyStore): ReadonlyArray<KmsKey> =>
  entriesWith(keysIn(account), 'store', store.CustomKeyStoreId, 1)

export const numberOfKeys = (account: Account): number => keysIn(account).size

/** The keys whose ids come after a text, in the order of their ids; as many as are asked for. */
export const keysAfter = (account: Account, id: string, limit: number): ReadonlyArray<KmsKey> =>
  entriesAfter(keysIn(account), 'id', id, limit)

/** The keys that have a grant with that id. */
export const keysWithGrant = (account: Account, id: string): ReadonlyArray<KmsKey> =>
  entriesWith(keysIn(account), 'grant', id)

/** The keys that have a grant which a principal may retire. */
export const keysRetirableBy = (account: Account, principal: string): ReadonlyArray<KmsKey> =>
  entriesWith(keysIn(account), 'retiring', principal)

/** The keys whose waiting period is over, in seconds since 1970. */
export const keysExpiredAt = (account: Account, now: number): ReadonlyArray<KmsKey> =>
  entriesUpTo(keysIn(account), 'deletion', now)

/** The aliases whose names come after a text, in the order of their names; as many as are asked for. */
export const aliasesAfter = (account: Account, name: string, limit: number): ReadonlyArray<Alias> =>
  entriesAfter(aliasesIn(account), 'name', name, limit)

/** The stores, keys or aliases in which two accounts differ; it costs little where one was made of the other. */
export const storeChanges = (before: Account, after: Account): ReadonlyArray<Change<CustomKeyStore>> =>
  changes(storesIn(before), storesIn(after))

export const keyChanges = (before: Account, after: Account): ReadonlyArray<Change<KmsKey>> =>
  changes(keysIn(before), keysIn(after))

export const aliasChanges = (before: Account, after: Account): ReadonlyArray<Change<Alias>> =>
  changes(aliasesIn(before), aliasesIn(after))

/** Where a store comes among those of the account, and where a key does: a number to order them by. */
export const placeOfStore = (account: Account, id: string): number | undefined =>
  positionsWith(storesIn(account), 'id', id, 1)[0]

export const placeOfKey = (account: Account, id: string): number | undefined =>
  positionsWith(keysIn(account), 'id', id, 1)[0]
