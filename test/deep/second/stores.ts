import { clusterOf, clusterRules } from './cluster.js'
import { isCloudHsm } from './create.js'
import type { Store } from './index.js'
import { carries, inState, integer, replaceStore, storeIsUnknown, storeOf } from './rules.js'
import type { Members, Operation, Rule } from './rules.js'

const stateRule = (isWrong: boolean, source = 'API_ConnectCustomKeyStore'): Rule => [
  'CustomKeyStoreInvalidStateException',
  isWrong,
  source
]

export const connect: Operation = ({ edition, world }, request, state) => {
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [storeIsUnknown] }
  const isIdle = store.ConnectionState === 'DISCONNECTED'
  const needsIdle = edition === 'developer-guide' && !isCloudHsm(store)
  const connecting = inState(store, { ConnectionState: 'CONNECTING' }, store.attempt + 1)
  return {
    rules: [
      stateRule(['DISCONNECTING', 'FAILED'].includes(store.ConnectionState)),
      stateRule(needsIdle && !isIdle, 'xks-connect-disconnect, A3'),
      // A cluster that is gone is found out later (API_ConnectCustomKeyStore, A9).
      ...(isIdle && isCloudHsm(store) ? clusterRules(clusterOf(world, store.CloudHsmClusterId), 1) : [])
    ],
    then: () => ({ after: isIdle ? replaceStore(state, connecting) : state, output: {} })
  }
}

export const disconnect: Operation = (_given, request, state) => {
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [storeIsUnknown] }
  const disconnecting = inState(store, { ConnectionState: 'DISCONNECTING' }, store.attempt + 1)
  return {
    rules: [stateRule(['DISCONNECTING', 'DISCONNECTED'].includes(store.ConnectionState))],
    then: () => ({ after: replaceStore(state, disconnecting), output: {} }) // A4, A5
  }
}

export const deleteStore: Operation = (_given, request, state) => {
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [storeIsUnknown] }
  const hasKeys = state.keys.some((key) => key.CustomKeyStoreId === store.CustomKeyStoreId)
  return {
    rules: [
      stateRule(store.ConnectionState !== 'DISCONNECTED'),
      ['CustomKeyStoreHasCMKsException', hasKeys, 'API_DeleteCustomKeyStore']
    ],
    then: () => ({ after: { ...state, stores: state.stores.filter((other) => other !== store) }, output: {} })
  }
}

const listEntry = (store: Store): Members => {
  const { attempt: _, ...shown } = store
  if (shown.CustomKeyStoreType === 'EXTERNAL_KEY_STORE') return shown
  const { clusterCertificate: __, ...entry } = shown
  return entry
}

export const describe: Operation = (_given, request, state) => {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name } = request
  const carried = ['CustomKeyStoreId', 'CustomKeyStoreName'].filter(carries(request))
  if (carried.length === 2)
    return { rules: [['ValidationException', true, 'API_DescribeCustomKeyStores, A25']] }
  const found = state.stores
    .filter((store) => store.CustomKeyStoreId === (id ?? store.CustomKeyStoreId))
    .filter((store) => store.CustomKeyStoreName === (name ?? store.CustomKeyStoreName))
    .sort((a, b) => a.CreationDate - b.CreationDate || (a.CustomKeyStoreId < b.CustomKeyStoreId ? -1 : 1))
  const isMissing = carried.length > 0 && found.length === 0
  const limit = integer(request, 'Limit') ?? 100
  const output = { CustomKeyStores: found.slice(0, limit).map(listEntry), Truncated: found.length > limit }
  // A marker is opaque; which are accepted is not predicted, nor what follows one (A38).
  const isNextPage = carries(request)('Marker')
  return {
    rules: [
      ['InvalidMarkerException', isNextPage && 'open', 'API_DescribeCustomKeyStores, A38'],
      ['CustomKeyStoreNotFoundException', isMissing, 'API_DescribeCustomKeyStores, A33']
    ],
    then: () => (isNextPage ? {} : { output })
  }
}
