import { violationAt, type Violation } from '../codec/decode.js'
import { keysOf, type Account } from '../model/Account.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import * as others from '../rules/otherStores.js'

/** What is told twice and is each one's own. */
const repeated = (name: string, values: ReadonlyArray<string | undefined>): ReadonlyArray<Violation> => {
  const seen = new Set<string>()
  return values.flatMap((value) => {
    if (value === undefined) return []
    const isAgain = seen.has(value)
    seen.add(value)
    return isAgain ? [violationAt('stores', value, 'together', `No two must have the same ${name}`)] : []
  })
}

const ofProxies = [
  others.proxyUriIsFree,
  others.proxyUriEndpointIsFree,
  others.vpcEndpointIsNoPublicOne,
  others.vpcEndpointServiceIsFree
] as const

/** What the proxy of a store must not have because of the stores before it. */
const collisions = (
  store: CustomKeyStore,
  n: number,
  stores: ReadonlyArray<CustomKeyStore>
): ReadonlyArray<Violation> => {
  if (!isExternal(store)) return []
  const { XksProxyConfiguration: configuration } = store
  const subject = { configuration, others: stores.slice(0, n) }
  const path = `stores.${String(n)}.XksProxyConfiguration`
  return ofProxies
    .filter(({ applies, holds }) => applies(subject) && !holds(subject))
    .map(({ says }) => violationAt(path, configuration, 'together', says))
}

const externalKeysOf = (account: Account, store: CustomKeyStore): ReadonlyArray<string> =>
  keysOf(account, store).flatMap((key) =>
    key.Origin === 'EXTERNAL_KEY_STORE' ? [key.XksKeyConfiguration.Id] : []
  )

/** What two stores, keys or aliases of an account have in common that must be each one's own. */
export const repetitions = (account: Account): ReadonlyArray<Violation> => {
  const { stores, keys, aliases = [] } = account
  const own = {
    CustomKeyStoreId: stores.map((store) => store.CustomKeyStoreId),
    CustomKeyStoreName: stores.map((store) => store.CustomKeyStoreName),
    CloudHsmClusterId: stores.flatMap((store) => (isExternal(store) ? [] : [store.CloudHsmClusterId])),
    KeyId: keys.map((key) => key.KeyId),
    AliasName: aliases.map((alias) => alias.AliasName)
  }
  return [
    ...Object.entries(own).flatMap(([name, values]) => repeated(name, values)),
    ...stores.flatMap(collisions),
    ...stores.flatMap((store) => repeated('XksKeyId in one store', externalKeysOf(account, store)))
  ]
}
