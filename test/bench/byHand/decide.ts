import * as E from 'fp-ts/lib/Either.js'
import {
  connect as connectOperation,
  delete as deleteOperation,
  disconnect as disconnectOperation,
  generateRandom as generateRandomOperation,
  type ConnectFacts,
  type CustomKeyStore,
  type DeleteFacts,
  type WithFailure
} from '../../../src/index.js'
import type { Subjects } from '../../../src/rules/concerned.js'
import type { Decision } from '../Decision.js'
import type { Verdict } from '../library.js'
import { hasActiveHsm, wrongConfigurationIn } from './cluster.js'
import { createKey } from './createKey.js'
import { configurationOf, create } from './createStore.js'
import { aboutResource, refusalIn, type WithRules } from './refusalIn.js'
import { configurationAfter, update } from './update.js'

const invalidState = (operation: WithRules) =>
  refusalIn(operation)('CustomKeyStoreInvalidStateException', 'validConnectionState')

const notConnectable = invalidState(connectOperation)
const notDisconnectable = invalidState(disconnectOperation)
const notDeletable = invalidState(deleteOperation)
const notConnected = invalidState(generateRandomOperation)

const refuseToConnect = refusalIn(connectOperation)
const notActive = refuseToConnect('CloudHsmClusterNotActiveException', 'clusterIsActive')
const noActiveHsm = refuseToConnect('CloudHsmClusterInvalidConfigurationException', 'clusterHasAnActiveHsm')
const wrongConfiguration = wrongConfigurationIn(connectOperation)

const notEmpty = refusalIn(deleteOperation)('CustomKeyStoreHasCMKsException', 'storeHasNoKeys')
const refuse = refusalIn(generateRandomOperation)
const notCloudHsm = refuse('UnsupportedOperationException', 'storeIsCloudHsm')
const dependencyTimeout = refuse('DependencyTimeoutException', 'dependenciesAnswerInTime')

const failedInternally = (operation: WithRules) => refusalIn(operation)('KMSInternalException', 'kmsSucceeds')

/** Of each operation, whose own page lists it. */
const internalFailure = {
  connect: failedInternally(connectOperation),
  disconnect: failedInternally(disconnectOperation),
  delete: failedInternally(deleteOperation),
  generateRandom: failedInternally(generateRandomOperation)
}

const connect = ({ cluster, failure }: ConnectFacts, store: CustomKeyStore): Verdict => {
  switch (store.ConnectionState) {
    case 'FAILED':
    case 'DISCONNECTING':
      return notConnectable
    case 'CONNECTED':
    case 'CONNECTING':
      return failure === 'KMSInternalException' ? internalFailure.connect : E.right(store)
    case 'DISCONNECTED':
      if (cluster !== undefined && store.CustomKeyStoreType === 'AWS_CLOUDHSM') {
        if (cluster.state !== 'ACTIVE') return notActive
        const wrong = wrongConfiguration(cluster)
        if (wrong !== undefined) return wrong
        if (!hasActiveHsm(cluster)) return noActiveHsm
      }
      if (failure === 'KMSInternalException') return internalFailure.connect
      return E.right({ ...store, ConnectionState: 'CONNECTING', attempt: store.attempt + 1 })
  }
}

const disconnect = ({ failure }: WithFailure, store: CustomKeyStore): Verdict => {
  switch (store.ConnectionState) {
    case 'DISCONNECTED':
    case 'DISCONNECTING':
      return notDisconnectable
    case 'CONNECTED':
    case 'CONNECTING':
      if (failure === 'KMSInternalException') return internalFailure.disconnect
      return E.right({ ...store, ConnectionState: 'DISCONNECTING', attempt: store.attempt + 1 })
    case 'FAILED': {
      if (failure === 'KMSInternalException') return internalFailure.disconnect
      const { ConnectionErrorCode: _, ...rest } = store
      return E.right({ ...rest, ConnectionState: 'DISCONNECTING', attempt: store.attempt + 1 })
    }
  }
}

const deleteStore = ({ keys, failure }: DeleteFacts, store: CustomKeyStore): Verdict => {
  if (store.ConnectionState !== 'DISCONNECTED') return notDeletable
  if (keys.length > 0) return notEmpty
  return failure === 'KMSInternalException' ? internalFailure.delete : E.right(store)
}

const generateRandom = ({ failure }: WithFailure, store: CustomKeyStore): Verdict => {
  if (store.CustomKeyStoreType !== 'AWS_CLOUDHSM') return notCloudHsm
  if (store.ConnectionState !== 'CONNECTED') return notConnected
  if (failure === 'DependencyTimeoutException') return dependencyTimeout
  return failure === 'KMSInternalException' ? internalFailure.generateRandom : E.right(store)
}

/** Where the resources are that a refusal can be about. */
const subjectOf = (decision: Decision): Subjects => {
  switch (decision.type) {
    case 'CreateCustomKeyStore': {
      const { facts, request } = decision
      return {
        request,
        cluster: facts.cluster,
        configuration:
          request.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' ? configurationOf(request) : undefined
      }
    }
    case 'ConnectCustomKeyStore': {
      const { facts, store } = decision
      return { store, cluster: store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? facts.cluster : undefined }
    }
    case 'UpdateCustomKeyStore': {
      const { facts, request, store } = decision
      return store.CustomKeyStoreType === 'AWS_CLOUDHSM'
        ? { request, store, cluster: facts.cluster }
        : { request, store, configuration: configurationAfter(request, store.XksProxyConfiguration) }
    }
    case 'CreateKey': {
      const { facts, request, store } = decision
      if (request.Origin === 'AWS_CLOUDHSM') return { store, request, cluster: facts.cluster }
      const configuration =
        store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' ? store.XksProxyConfiguration : undefined
      return { store, request, configuration, xksKeyId: request.XksKeyId }
    }
    default:
      return { store: decision.store }
  }
}

/** Decides with plain conditionals, written for speed: what the library has to be measured against. */
export const decideByHand = (decision: Decision): Verdict => {
  const verdict = verdictOn(decision)
  return E.isLeft(verdict) ? aboutResource(verdict, subjectOf(decision)) : verdict
}

const verdictOn = (decision: Decision): Verdict => {
  switch (decision.type) {
    case 'CreateCustomKeyStore':
      return create(decision)
    case 'ConnectCustomKeyStore':
      return connect(decision.facts, decision.store)
    case 'DisconnectCustomKeyStore':
      return disconnect(decision.facts, decision.store)
    case 'UpdateCustomKeyStore':
      return update(decision)
    case 'DeleteCustomKeyStore':
      return deleteStore(decision.facts, decision.store)
    case 'CreateKey':
      return createKey(decision)
    case 'GenerateRandom':
      return generateRandom(decision.facts, decision.store)
  }
}
