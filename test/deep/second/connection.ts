import { clusterConnectionRules, clusterOf } from './cluster.js'
import type { Given, State, Store } from './index.js'
import { externalConnectionRules } from './proxy.js'
import { inState, replaceStore, ruleNames, storeOf } from './rules.js'
import type { Rules } from './rules.js'

const connectionRules = (given: Given, store: Store): Rules => [
  ...(store.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? clusterConnectionRules(clusterOf(given.world, store.CloudHsmClusterId))
    : externalConnectionRules(given, store.XksProxyConfiguration)),
  ['INTERNAL_ERROR', given.failure === 'KMSInternalException', 'API_CustomKeyStoresListEntry']
]

/** AWS KMS ends the connection or disconnection of a store: every state that the documents allow after it. */
export const settle =
  (given: Given, CustomKeyStoreId: string) =>
  (state: State): ReadonlyArray<State> => {
    const store = storeOf(state, { CustomKeyStoreId })
    if (store?.ConnectionState === 'DISCONNECTING')
      return [replaceStore(state, inState(store, { ConnectionState: 'DISCONNECTED' }))] // A6
    if (store?.ConnectionState !== 'CONNECTING') return [state]
    const rules = connectionRules(given, store)
    const failed = [...new Set([...ruleNames(rules, true), ...ruleNames(rules, 'open')])].map((code) =>
      inState(store, { ConnectionState: 'FAILED', ConnectionErrorCode: code })
    )
    const mayConnect = ruleNames(rules, true).size === 0
    const connected = mayConnect ? [inState(store, { ConnectionState: 'CONNECTED' })] : []
    return [...connected, ...failed].map((after) => replaceStore(state, after))
  }

const ofCloudHsm =
  /^(CLUSTER_NOT_FOUND|INSUFFICIENT_(CLOUDHSM_HSMS|FREE_ADDRESSES_IN_SUBNET)|SUBNET_NOT_FOUND|USER_(LOCKED_OUT|LOGGED_IN|NOT_FOUND))$/
const ofProxy =
  /^XKS_PROXY_(ACCESS_DENIED|INVALID_(CONFIGURATION|RESPONSE|TLS_CONFIGURATION)|NOT_REACHABLE|TIMED_OUT)$/
const ofService = /^XKS_VPC_ENDPOINT_SERVICE_(INVALID_CONFIGURATION|NOT_FOUND)$/

/** Whether the store can have the code (API_CustomKeyStoresListEntry). */
const canHave = (store: Store, code: string): boolean => {
  if (/^(INTERNAL_ERROR|NETWORK_ERRORS|INVALID_CREDENTIALS)$/.test(code)) return true
  if (store.CustomKeyStoreType === 'AWS_CLOUDHSM') return ofCloudHsm.test(code)
  const isVpc = store.XksProxyConfiguration.Connectivity === 'VPC_ENDPOINT_SERVICE'
  return ofProxy.test(code) || (isVpc && ofService.test(code))
}

export type Report = Readonly<
  | { outcome: 'connectionSucceeded' | 'disconnectionCompleted' }
  | { outcome: 'connectionFailed'; ConnectionErrorCode: string }
>

/** One attempt ends as told. A report about another attempt, or with an impossible code, changes nothing (A46). */
export const report =
  (CustomKeyStoreId: string, attempt: number, told: Report) =>
  (state: State): State => {
    const store = storeOf(state, { CustomKeyStoreId })
    if (store?.attempt !== attempt) return state
    const isCompleted = told.outcome === 'disconnectionCompleted'
    if (store.ConnectionState !== (isCompleted ? 'DISCONNECTING' : 'CONNECTING')) return state
    if (told.outcome !== 'connectionFailed')
      return replaceStore(
        state,
        inState(store, { ConnectionState: isCompleted ? 'DISCONNECTED' : 'CONNECTED' })
      )
    const { ConnectionErrorCode } = told
    return canHave(store, ConnectionErrorCode)
      ? replaceStore(state, inState(store, { ConnectionState: 'FAILED', ConnectionErrorCode }))
      : state
  }
