import type { BackingKeyStore, WithFailure, WithPrincipal } from '../model/BackingKeyStore.js'
import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import { clusterExists, clusterHasAnActiveHsm, clusterIsActive } from '../rules/cluster.js'
import { clusterIsReachable } from '../rules/clusterConnection.js'
import {
  keyIsAvailable,
  keyIsEnabled,
  keyIsNotPendingDeletion,
  keyMaterialIsInCluster
} from '../rules/keyState.js'
import { xksKeyEncryptsAndDecrypts, xksKeyExists, xksKeyIsEnabled } from '../rules/keysInStore.js'
import { proxySupportsRequest } from '../rules/proxy.js'
import { unless, when } from '../rules/Rule.js'
import { keyIsAtHand } from '../rules/service.js'
import { clusterLetsTrafficThrough } from './clusterRequirements.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { proxyServesKeys } from './proxyRequirements.js'

export type UseKeyFacts = BackingKeyStore & WithFailure & WithPrincipal

const inCluster = ({ store }: { readonly store: CustomKeyStore }): boolean => isCloudHsm(store)

/** The pages on what a fault behind the store does to the use of its keys. */
const noCommunication = { source: 'fix-keystore' } as const
const conditions = { source: 'manage-cmk-keystore' } as const
const brokenProxy = { source: 'xks-troubleshooting' } as const
/** The page lists these among what makes keys fail, and names the exception only with the others of that list. */
const brokenCluster = { source: 'fix-keystore', implied: true } as const

/** The rules for the use of a key, in any operation. */
export const keyCanBeUsed = [
  unless(keyIsNotPendingDeletion, 'KMSInvalidStateException', {
    observed: 'keyPendingDeletionIsInInvalidState',
    openTo: ['DisabledException']
  }),
  unless(keyIsAvailable, 'KMSInvalidStateException'),
  unless(keyIsEnabled, 'DisabledException', {
    assumes: ['A92'],
    openTo: ['KMSInvalidStateException']
  }),
  when(inCluster, unless(clusterExists, 'KMSInvalidStateException', brokenCluster)),
  unless(clusterIsActive, 'KMSInvalidStateException', brokenCluster),
  ...clusterLetsTrafficThrough.map((claim) => unless(claim, 'KMSInvalidStateException', brokenCluster)),
  unless(clusterIsReachable, 'KMSInvalidStateException', noCommunication),
  unless(clusterHasAnActiveHsm, 'KMSInvalidStateException', conditions),
  unless(keyMaterialIsInCluster, 'KMSInvalidStateException'),
  ...proxyServesKeys('KMSInvalidStateException', brokenProxy, {
    ...brokenProxy,
    observed: 'proxyTimeOutIsInternal'
  }),
  unless(proxySupportsRequest, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyExists, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyIsEnabled, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyEncryptsAndDecrypts, 'KMSInvalidStateException', brokenProxy),
  unless(keyIsAtHand, 'KeyUnavailableException'),
  ...kmsAnswers
] as const

/** The subject of these rules. */
export const useOf = (facts: UseKeyFacts, store: CustomKeyStore, key: KmsKey) => ({
  store,
  key,
  cluster: isCloudHsm(store) ? facts.cluster : undefined,
  proxy: facts.proxy,
  configuration: isExternal(store) ? store.XksProxyConfiguration : undefined,
  xksKeyId: key.Origin === 'EXTERNAL_KEY_STORE' ? key.XksKeyConfiguration.Id : undefined,
  principal: facts.principal,
  failure: facts.failure
})

const uses = decision(keyCanBeUsed, [], ({ key }) => key)

/**
 * Whether a KMS key can be used to encrypt or decrypt; returns the key.
 *
 * @see API_ConnectCustomKeyStore
 * @see manage-cmk-keystore
 */
export const useKey = Object.assign(
  (facts: UseKeyFacts) => (store: CustomKeyStore) => (key: KmsKey) => uses.decide(useOf(facts, store, key)),
  {
    explain: (facts: UseKeyFacts) => (store: CustomKeyStore) => (key: KmsKey) =>
      uses.explain(useOf(facts, store, key))
  }
)
