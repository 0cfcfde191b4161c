import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { aliasesIn, hasAliases, keysIn, storesIn, withLists } from './accountTables.js'
import { Alias, type AliasName } from './Alias.js'
import { CustomKeyStore } from './CustomKeyStore.js'
import { AccountId, type CustomKeyStoreId, type KeyId } from './identifiers.js'
import { KmsKey } from './KmsKey.js'
import { struct } from '../codec/struct.js'
import { withAdded, withRemoved, withReplaced } from './table/change.js'
import { entriesWith, firstWith } from './table/lookUp.js'

/** The custom key stores of one account in one Region, and the KMS keys in them. */
export interface Account {
  readonly AccountId: AccountId
  /** Empty where it is not known. */
  readonly Region: string
  readonly stores: ReadonlyArray<CustomKeyStore>
  readonly keys: ReadonlyArray<KmsKey>
  /** Absent where there has never been one. */
  readonly aliases?: ReadonlyArray<Alias>
}

/**
 * Reads a stored account.
 *
 * @example
 * E.isRight(cks.decode(cks.Account)(JSON.parse(JSON.stringify(account)))) //=> true
 */
export const Account: t.Type<Account, unknown> = struct(
  'Account',
  {
    AccountId: asShown(AccountId),
    Region: t.string,
    stores: t.readonlyArray(CustomKeyStore),
    keys: t.readonlyArray(KmsKey)
  },
  { aliases: t.readonlyArray(Alias) }
)

/** One list for all, since the table that is made of it is remembered. */
const none: ReadonlyArray<never> = Object.freeze([])

/**
 * An account without stores and keys, in a Region.
 *
 * @example
 * cks.emptyAccount('111122223333' as cks.AccountId, 'us-east-1').stores //=> []
 */
export const emptyAccount = (account: AccountId, region: string): Account => ({
  AccountId: account,
  Region: region,
  stores: none,
  keys: none
})

/**
 * The store with that id, or undefined.
 *
 * @example
 * cks.storeWithId(account, external.CustomKeyStoreId)?.CustomKeyStoreName //=> 'archive'
 */
export const storeWithId = (account: Account, id: CustomKeyStoreId): CustomKeyStore | undefined =>
  firstWith(storesIn(account), 'id', id)

/**
 * The keys in a store of the account.
 *
 * @example
 * cks.keysOf(account, store).map(({ KeyId }) => KeyId) //=> ['key-1']
 */
export const keysOf = (account: Account, store: CustomKeyStore): ReadonlyArray<KmsKey> =>
  entriesWith(keysIn(account), 'store', store.CustomKeyStoreId)

/** The store that a key of the account is in; there is no key without one. */
export const storeOf = (account: Account, key: KmsKey): CustomKeyStore =>
  storeWithId(account, key.CustomKeyStoreId) as CustomKeyStore

/**
 * The key with that id or ARN, or undefined.
 *
 * @example
 * cks.keyWithId(account, 'key-1')?.Origin //=> 'AWS_CLOUDHSM'
 */
export const keyWithId = (account: Account, id: string): KmsKey | undefined =>
  firstWith(keysIn(account), 'name', id)

/** The aliases of one key of the account. */
export const aliasesOf = (account: Account, key: KmsKey): ReadonlyArray<Alias> =>
  entriesWith(aliasesIn(account), 'key', key.KeyId)

export const aliasNamed = (account: Account, name: string): Alias | undefined =>
  firstWith(aliasesIn(account), 'name', name)

export const aliasArn = ({ AccountId: account, Region: region }: Account, name: string): string =>
  `arn:aws:kms:${region}:${account}:${name}`

/**
 * The key with that id or ARN, or with an alias of that name or ARN.
 *
 * @example
 * cks.keyWithIdOrAlias(account, 'alias/none') //=> undefined
 */
export const keyWithIdOrAlias = (account: Account, id: string): KmsKey | undefined => {
  const name = id.slice(Math.max(0, id.indexOf('alias/')))
  const alias = aliasNamed(account, name)
  const isNamed = alias !== undefined && (name === id || aliasArn(account, name) === id)
  return keyWithId(account, isNamed ? alias.TargetKeyId : id)
}

export const keyArn = ({ AccountId: account, Region: region }: Account, id: KeyId): string =>
  `arn:aws:kms:${region}:${account}:key/${id}`

/** The account with one more store, or as it is if it has the store already. */
export const withNewStore = (account: Account, store: CustomKeyStore): Account =>
  entriesWith(storesIn(account), 'id', store.CustomKeyStoreId).includes(store)
    ? account
    : withLists(account, { stores: withAdded(storesIn(account), store) })

export const withoutStore = (account: Account, store: CustomKeyStore): Account =>
  withLists(account, { stores: withRemoved(storesIn(account), 'id', store.CustomKeyStoreId) })

/** The account with the store in place of the one that has the same id. */
export const withStore = (account: Account, store: CustomKeyStore): Account =>
  withLists(account, { stores: withReplaced(storesIn(account), 'id', store.CustomKeyStoreId, store) })

export const withNewKey = (account: Account, key: KmsKey): Account =>
  withLists(account, { keys: withAdded(keysIn(account), key) })

/** The account with the key in place of the one that has the same id. */
export const withKey = (account: Account, key: KmsKey): Account =>
  withLists(account, { keys: withReplaced(keysIn(account), 'id', key.KeyId, key) })

/** The account without a key and its aliases. */
export const withoutKey = (account: Account, id: string): Account =>
  withLists(account, {
    keys: withRemoved(keysIn(account), 'id', id),
    ...(hasAliases(account) && { aliases: withRemoved(aliasesIn(account), 'key', id) })
  })

/** The account with one more alias, or with the alias in place of the one that has the same name. */
export const withAlias = (account: Account, alias: Alias): Account =>
  withLists(account, {
    aliases: withAdded(withRemoved(aliasesIn(account), 'name', alias.AliasName), alias)
  })

export const withoutAlias = (account: Account, name: AliasName): Account =>
  withLists(account, { aliases: withRemoved(aliasesIn(account), 'name', name) })
