import { keysOf, storeWithId, type Account } from '../model/Account.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { makesStore } from '../possible/before.js'
import { changesNothing } from './effects.js'
import type { Exchange, Members } from './Exchange.js'
import { createdIn, keyIdIn } from './replyMembers.js'

/**
 * What a deviation has made doubtful: each name of a store, a key or what stands behind one, with the id of the deviation.
 * What an endpoint answers about it afterwards may only follow from that deviation, and is no fault of its own.
 */
export type Suspects = ReadonlyMap<string, string>

/** In place of the id of a deviation: what is doubtful because AWS leaves open what became of a request. */
export const ofWhatIsOpen = ''

/** The members of requests that name a store, a key or what stands behind one. */
const naming = [
  'CustomKeyStoreId',
  'CustomKeyStoreName',
  'NewCustomKeyStoreName',
  'CloudHsmClusterId',
  'XksProxyUriPath',
  'XksProxyVpcEndpointServiceName',
  'XksKeyId',
  'KeyId',
  'SourceKeyId',
  'DestinationKeyId',
  'TargetKeyId',
  'AliasName',
  'GrantId'
] as const

const texts = (values: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  values.filter((value): value is string => typeof value === 'string' && value !== '')

const namedIn = (request: Members): ReadonlyArray<string> => texts(naming.map((member) => request[member]))

/** The names of an exchange: those in the request, and the id of the store or key that was created or shown. */
const namesOf = ({ request, reply }: Exchange): ReadonlyArray<string> => [
  ...namedIn(request),
  ...texts([createdIn(reply), keyIdIn(reply)])
]

const namesOfStore = (store: CustomKeyStore): ReadonlyArray<string> => [
  store.CustomKeyStoreId,
  store.CustomKeyStoreName,
  isCloudHsm(store) ? store.CloudHsmClusterId : store.XksProxyConfiguration.UriPath
]

/** Whether a store is doubtful, by any of its names. */
export const isSuspect =
  (suspects: Suspects) =>
  (store: CustomKeyStore): boolean =>
    namesOfStore(store).some((name) => suspects.has(name))

/** The account without the stores that are doubtful. */
export const withoutSuspects =
  (suspects: Suspects) =>
  (account: Account): Account => ({
    ...account,
    stores: account.stores.filter((store) => !isSuspect(suspects)(store))
  })

/** The store that a name is of, or in which the key of that name is. */
const storeNamed = (account: Account, name: string): CustomKeyStore | undefined => {
  const key = account.keys.find(({ KeyId, Arn }) => KeyId === name || Arn === name)
  return storeWithId(account, key?.CustomKeyStoreId ?? (name as CustomKeyStoreId))
}

/**
 * What becomes doubtful with a store: itself and its keys. What stands behind it does not, unless a request has named it:
 * it may have been given for many stores.
 */
const around = (account: Account, store: CustomKeyStore): ReadonlyArray<string> => [
  store.CustomKeyStoreId,
  store.CustomKeyStoreName,
  ...keysOf(account, store).flatMap(({ KeyId, Arn }) => [KeyId, Arn])
]

/** Whether an operation is about keys alone, so that a store stays as it was. */
const isAboutKeys = ({ operation }: Exchange): boolean =>
  operations[operation].request.members.every(({ name }) => name !== 'CustomKeyStoreId') &&
  !makesStore(operation)

/** Whether an exchange shows stores: what it shows wrongly, something before it may have done. */
const showsStores = ({ operation }: Exchange): boolean => {
  const { shows }: AnyOperation = operations[operation]
  return shows === 'stores'
}

/** A key under both of its names. */
const namesOfKey = (account: Account, name: string): ReadonlyArray<string> =>
  account.keys
    .filter(({ KeyId, Arn }) => KeyId === name || Arn === name)
    .flatMap(({ KeyId, Arn }) => [KeyId, Arn])

/** What becomes doubtful with an exchange: the names in it, and those of everything that belongs to a store in it. */
const everyName = (accounts: ReadonlyArray<Account>, exchange: Exchange): ReadonlyArray<string> => {
  const names = namesOf(exchange)
  if (isAboutKeys(exchange)) {
    return [...names, ...accounts.flatMap((account) => names.flatMap((name) => namesOfKey(account, name)))]
  }
  return [
    ...names,
    ...accounts.flatMap((account) =>
      names.flatMap((name) => {
        const store = storeNamed(account, name)
        return store === undefined ? [] : around(account, store)
      })
    )
  ]
}

/** The stores in which the keys of an exchange are. */
const storesOf = (accounts: ReadonlyArray<Account>, exchange: Exchange): ReadonlyArray<string> =>
  accounts.flatMap((account) =>
    namesOf(exchange).flatMap((name) => {
      const store = storeNamed(account, name)
      return store === undefined ? [] : namesOfStore(store)
    })
  )

/** The deviation from which an answer may follow, if one is known. */
export const suspected = (
  suspects: Suspects,
  accounts: ReadonlyArray<Account>,
  exchange: Exchange
): string | undefined =>
  suspects.size === 0
    ? undefined
    : [...everyName(accounts, exchange), ...storesOf(accounts, exchange)]
        .map((name) => suspects.get(name))
        .find((id) => id !== undefined)

/** The suspects after one more deviation. The first of a name is kept: what came later may follow from it. */
export const withSuspects = (
  suspects: Suspects,
  accounts: ReadonlyArray<Account>,
  exchange: Exchange,
  deviation: string
): Suspects => {
  if (!showsStores(exchange) && changesNothing(exchange.operation)) return suspects
  const after = new Map(suspects)
  for (const name of everyName(accounts, exchange)) if (!after.has(name)) after.set(name, deviation)
  return after
}

/**
 * The suspects after an exchange that was accepted though it could not be judged: all that it names. Of a store about
 * which something was open a Describe will tell, so that only what was made is doubtful. `origin`: the deviation from which it may follow, or {@link ofWhatIsOpen}.
 */
export const withDoubts = (
  suspects: Suspects,
  accounts: ReadonlyArray<Account>,
  exchange: Exchange,
  origin: string
): Suspects => {
  if (!('output' in exchange.reply) || changesNothing(exchange.operation)) return suspects
  const made = texts([createdIn(exchange.reply), keyIdIn(exchange.reply)])
  const isShownLater = origin === ofWhatIsOpen && !isAboutKeys(exchange)
  const names = isShownLater ? made : everyName(accounts, exchange)
  return new Map([...names.map((name) => [name, origin] as const), ...suspects])
}

/** The suspects with everything that a store and its keys are named by: what became of them is open. */
export const withStoreOpen = (
  suspects: Suspects,
  accounts: ReadonlyArray<Account>,
  id: CustomKeyStoreId
): Suspects => {
  const names = accounts.flatMap((account) => {
    const store = storeWithId(account, id)
    return store === undefined ? [] : [...namesOfStore(store), ...around(account, store)]
  })
  return new Map([...names.map((name) => [name, ofWhatIsOpen] as const), ...suspects])
}

/** The suspects with everything that stores are named by which a deviation has hidden: they may be there. */
export const withHidden = (
  suspects: Suspects,
  stores: ReadonlyArray<CustomKeyStore>,
  deviation: string
): Suspects =>
  new Map([...stores.flatMap(namesOfStore).map((name) => [name, deviation] as const), ...suspects])
