import type { Account } from './Account.js'
import {
  addressesBeside,
  certificateValue,
  clusterValue,
  externalKeyValue,
  keysIn,
  storesIn
} from './accountTables.js'
import type { CustomKeyStore } from './CustomKeyStore.js'
import type { KmsKey } from './KmsKey.js'
import { entriesWith } from './table/lookUp.js'
import type { XksProxyConfiguration } from './XksProxyConfiguration.js'

/** A store, as it is to be. */
interface Wanted {
  readonly name?: string | undefined
  readonly cluster?: { readonly clusterId: string; readonly certificate: string } | undefined
  readonly configuration?: XksProxyConfiguration | undefined
}

/** The store itself may be among them. */
const enoughOfEach = 2

/**
 * The stores that can be in the way of one, by name, cluster or proxy; of those that share one address, no more than it
 * takes to find one besides the store itself.
 */
export const storesInTheWay = (
  account: Account,
  { name, cluster, configuration }: Wanted
): ReadonlyArray<CustomKeyStore> => {
  const stores = storesIn(account)
  const addresses = configuration === undefined ? [] : addressesBeside(configuration)
  return [
    ...(name === undefined ? [] : entriesWith(stores, 'name', name)),
    ...(cluster === undefined
      ? []
      : [clusterValue(cluster.clusterId), certificateValue(cluster.certificate)].flatMap((value) =>
          entriesWith(stores, 'cluster', value, enoughOfEach)
        )),
    ...addresses.flatMap((address) => entriesWith(stores, 'address', address, enoughOfEach))
  ]
}

/** The keys of the store that stand for an external key. */
export const keysForExternal = (
  account: Account,
  store: CustomKeyStore,
  xksKeyId: string
): ReadonlyArray<KmsKey> =>
  entriesWith(keysIn(account), 'external', externalKeyValue(store.CustomKeyStoreId, xksKeyId))
