import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Call } from './carryOut.js'
import type { BackingChange } from './disturbances.js'
import type { Failing, Situation } from './Situation.js'

/** One failure that an AWS SDK makes up for, and one that lasts for as often as an SDK asks by itself. */
export const defaultFailures: ReadonlyArray<Failing> = [
  { error: 'KMSInternalException', times: 1 },
  { error: 'ThrottlingException', times: 3 }
]

const requestsOfOthers = [
  'DisconnectCustomKeyStore',
  'ConnectCustomKeyStore',
  'DeleteCustomKeyStore'
] as const

/** Whatever moves a store to another state, or away. */
export const othersMoveStores = ({ account }: Situation): ReadonlyArray<Call> =>
  account.stores.flatMap(({ CustomKeyStoreId }) =>
    requestsOfOthers.map((operation) => ({ operation, input: { CustomKeyStoreId } }))
  )

const breaking = (store: CustomKeyStore): BackingChange => {
  if (isCloudHsm(store)) {
    const clusterId = store.CloudHsmClusterId
    return {
      name: `${clusterId} is no longer ACTIVE and has no active HSM`,
      change: { clusters: [{ clusterId, state: 'DEGRADED', hsms: [] }] }
    }
  }
  const { UriEndpoint: uriEndpoint, UriPath: uriPath } = store.XksProxyConfiguration
  return {
    name: `the proxy at ${uriEndpoint}${uriPath} cannot be reached any more`,
    change: { proxies: [{ uriEndpoint, uriPath, reachable: false }] }
  }
}

/** The backing key store of any store breaks. */
export const backingBreaks = ({ account }: Situation): ReadonlyArray<BackingChange> =>
  account.stores.map(breaking)
