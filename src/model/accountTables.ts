import type { Account } from './Account.js'
import type { Alias } from './Alias.js'
import { isExternal, type CustomKeyStore } from './CustomKeyStore.js'
import type { KmsKey } from './KmsKey.js'
import { isShort, tables, type Placed, type TableOf } from './table/Table.js'
import type { XksProxyConfiguration } from './XksProxyConfiguration.js'

const endpointOf = ({ UriEndpoint }: XksProxyConfiguration): string =>
  `${String(UriEndpoint.length)} ${UriEndpoint.toLowerCase()}`

const uriValue = (configuration: XksProxyConfiguration): string =>
  `uri ${endpointOf(configuration)}${configuration.UriPath}`

const serviceValues = (configuration: XksProxyConfiguration): ReadonlyArray<string> =>
  configuration.Connectivity === 'VPC_ENDPOINT_SERVICE'
    ? [`service ${configuration.VpcEndpointServiceName}`]
    : []

/** What a proxy configuration has that another one may not be free to have. */
export const addressesIn = (configuration: XksProxyConfiguration): ReadonlyArray<string> => [
  uriValue(configuration),
  `${configuration.Connectivity} ${endpointOf(configuration)}`,
  ...serviceValues(configuration)
]

/** What every proxy configuration has that a given one can collide with: at least one of these. */
export const addressesBeside = (configuration: XksProxyConfiguration): ReadonlyArray<string> => [
  uriValue(configuration),
  `PUBLIC_ENDPOINT ${endpointOf(configuration)}`,
  `VPC_ENDPOINT_SERVICE ${endpointOf(configuration)}`,
  ...serviceValues(configuration)
]

export const clusterValue = (clusterId: string): string => `cluster ${clusterId}`
export const certificateValue = (certificate: string): string => `certificate ${certificate}`

const stores = tables({
  id: ({ CustomKeyStoreId }: CustomKeyStore) => [CustomKeyStoreId],
  name: ({ CustomKeyStoreName }: CustomKeyStore) => [CustomKeyStoreName],
  cluster: (store: CustomKeyStore) =>
    isExternal(store)
      ? []
      : [clusterValue(store.CloudHsmClusterId), certificateValue(store.clusterCertificate)],
  address: (store: CustomKeyStore) => (isExternal(store) ? addressesIn(store.XksProxyConfiguration) : []),
  place: ({ CreationDate, CustomKeyStoreId }: CustomKeyStore) => [[CreationDate, CustomKeyStoreId] as const]
})

const once = (values: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(values)]

export const externalKeyValue = (storeId: string, xksKeyId: string): string => `${storeId} ${xksKeyId}`

const keys = tables({
  id: ({ KeyId }: KmsKey) => [KeyId],
  name: ({ KeyId, Arn }: KmsKey) => once([KeyId, Arn]),
  store: ({ CustomKeyStoreId }: KmsKey) => [CustomKeyStoreId],
  external: (key: KmsKey) =>
    key.Origin === 'EXTERNAL_KEY_STORE'
      ? [externalKeyValue(key.CustomKeyStoreId, key.XksKeyConfiguration.Id)]
      : [],
  deletion: ({ DeletionDate }: KmsKey) => (DeletionDate === undefined ? [] : [DeletionDate]),
  grant: ({ Grants = [] }: KmsKey) => once(Grants.map(({ GrantId }) => GrantId)),
  retiring: ({ Grants = [] }: KmsKey) =>
    once(Grants.flatMap(({ RetiringPrincipal }) => RetiringPrincipal ?? []))
})

const aliases = tables({
  name: ({ AliasName }: Alias) => [AliasName],
  key: ({ TargetKeyId }: Alias) => [TargetKeyId]
})

/** The lists of an account, as tables. */
export interface Lists {
  readonly stores: TableOf<typeof stores>
  readonly keys: TableOf<typeof keys>
  readonly aliases: TableOf<typeof aliases> | undefined
}

/** Under which an account that was made of tables has them, unseen. In a WeakMap they would cost more than the rest. */
const tablesOf = Symbol('tables')

const listsMade = (account: Account & { readonly [tablesOf]?: Lists }): Lists | undefined => account[tablesOf]

export const storesIn = (account: Account): Lists['stores'] =>
  listsMade(account)?.stores ?? stores.tableOf(account.stores)

export const keysIn = (account: Account): Lists['keys'] =>
  listsMade(account)?.keys ?? keys.tableOf(account.keys)

const listsOf = (account: Account): Lists =>
  listsMade(account) ?? {
    stores: stores.tableOf(account.stores),
    keys: keys.tableOf(account.keys),
    aliases: account.aliases && aliases.tableOf(account.aliases)
  }

const noAliases = aliases.tableOf([])

export const aliasesIn = (account: Account): NonNullable<Lists['aliases']> =>
  listsOf(account).aliases ?? noAliases

/** Whether the account says that it has aliases, even none. */
export const hasAliases = (account: Account): boolean => listsOf(account).aliases !== undefined

type Named = Pick<Account, 'AccountId' | 'Region'>

/** An account whose arrays are put together only when somebody looks at them, since that takes as long as they are. */
const lazily = ({ AccountId, Region }: Named, lists: Lists): Account => {
  const { aliases: named } = lists
  const account = {
    AccountId,
    Region,
    get stores() {
      return stores.arrayOf(lists.stores)
    },
    get keys() {
      return keys.arrayOf(lists.keys)
    }
  }
  if (named !== undefined) {
    const get = (): Account['aliases'] => aliases.arrayOf(named)
    Object.defineProperty(account, 'aliases', { get, enumerable: true, configurable: true })
  }
  return account
}

const areShort = ({ stores: some, keys: others, aliases: named }: Lists): boolean =>
  isShort(some) && isShort(others) && (named === undefined || isShort(named))

/** To put short arrays together costs less than to put it off. */
const atOnce = ({ AccountId, Region }: Named, lists: Lists): Account => {
  const [some, others] = [stores.arrayOf(lists.stores), keys.arrayOf(lists.keys)]
  return lists.aliases === undefined
    ? { AccountId, Region, stores: some, keys: others }
    : { AccountId, Region, stores: some, keys: others, aliases: aliases.arrayOf(lists.aliases) }
}

/** An account with lists: plain data like any account. */
const accountWith = (named: Named, lists: Lists): Account => {
  const account = areShort(lists) ? atOnce(named, lists) : lazily(named, lists)
  return Object.defineProperty(account, tablesOf, { value: lists })
}

/** The account with other lists. */
export const withLists = (account: Account, changed: Partial<Lists>): Account =>
  accountWith(account, { ...listsOf(account), ...changed })

/** An account whose stores, keys and aliases are where they were. */
export const accountAt = (
  named: Named,
  placed: {
    readonly stores: ReadonlyArray<Placed<CustomKeyStore>>
    readonly keys: ReadonlyArray<Placed<KmsKey>>
    readonly aliases: ReadonlyArray<Placed<Alias>> | undefined
  }
): Account =>
  accountWith(named, {
    stores: stores.tableAt(placed.stores),
    keys: keys.tableAt(placed.keys),
    aliases: placed.aliases && aliases.tableAt(placed.aliases)
  })
