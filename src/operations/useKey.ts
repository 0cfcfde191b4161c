import type { BackingKeyStore, WithFailure, WithPrincipal } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { fitting } from '../model/fitting.js'
import { behind } from '../model/Infrastructure.js'
import type { KmsKey } from '../model/KmsKey.js'
import { clusterExists, clusterHasAnActiveHsm, clusterIsActive } from '../rules/cluster.js'
import { clusterIsReachable } from '../rules/clusterConnection.js'
import {
  keyIsAvailable,
  keyIsEnabled,
  keyIsNotPendingDeletion,
  keyMaterialIsInCluster
} from '../rules/keyState.js'
import {
  xksKeyEncryptsAndDecrypts,
  xksKeyExists,
  xksKeyIsAes256,
  xksKeyIsEnabled
} from '../rules/keysInStore.js'
import { proxySupportsRequest } from '../rules/proxy.js'
import { unless } from '../rules/Rule.js'
import { eachWhen, guard } from '../rules/when.js'
import { keyIsAtHand } from '../rules/service.js'
import { clusterLetsTrafficThrough } from './clusterRequirements.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { proxyServesKeys } from './proxyRequirements.js'

/** The backing key store, whether KMS fails, and the ARN of who uses the key, whom a proxy may deny. */
export type UseKeyFacts = BackingKeyStore & WithFailure & WithPrincipal

interface WithStore {
  readonly store: CustomKeyStore
}

const inCluster = guard('the key is in a cluster', ({ store }: WithStore) => isCloudHsm(store))
const isExternalKey = guard('the key is an external key', ({ store }: WithStore) => isExternal(store))

/** The pages on what a fault behind the store does to the use of its keys. */
const noCommunication = { source: 'fix-keystore' } as const
const conditions = { source: 'manage-cmk-keystore' } as const
const brokenProxy = { source: 'xks-troubleshooting' } as const
/** The page names the requirements for an external key by a link; its messages speak of the others alone. */
const otherKey = { ...brokenProxy, implied: true } as const
/** The page lists these among what makes keys fail, and names the exception only with the others of that list. */
const brokenCluster = { source: 'fix-keystore', implied: true } as const

/** The states in which a key can be used. */
const keyIsReady = [
  unless(keyIsNotPendingDeletion, 'KMSInvalidStateException', {
    observed: 'keyPendingDeletionIsInInvalidState',
    openTo: ['DisabledException']
  }),
  unless(keyIsAvailable, 'KMSInvalidStateException'),
  unless(keyIsEnabled, 'DisabledException', {
    assumes: ['A92'],
    openTo: ['KMSInvalidStateException']
  })
] as const

/** What the use of a key in a cluster asks of the cluster. */
const clusterServes = [
  unless(clusterExists, 'KMSInvalidStateException', brokenCluster),
  unless(clusterIsActive, 'KMSInvalidStateException', brokenCluster),
  ...clusterLetsTrafficThrough.map((claim) => unless(claim, 'KMSInvalidStateException', brokenCluster)),
  unless(clusterIsReachable, 'KMSInvalidStateException', noCommunication),
  unless(clusterHasAnActiveHsm, 'KMSInvalidStateException', conditions),
  unless(keyMaterialIsInCluster, 'KMSInvalidStateException')
] as const

/** What the use of an external key asks of the proxy and of the external key manager. */
const proxyServes = [
  ...proxyServesKeys('KMSInvalidStateException', brokenProxy, {
    late: { ...brokenProxy, observed: 'proxyTimeOutIsInternal' }
  }),
  unless(proxySupportsRequest, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyExists, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyIsAes256, 'KMSInvalidStateException', otherKey),
  unless(xksKeyIsEnabled, 'KMSInvalidStateException', brokenProxy),
  unless(xksKeyEncryptsAndDecrypts, 'KMSInvalidStateException', brokenProxy)
] as const

const kmsHasTheKey = [unless(keyIsAtHand, 'KeyUnavailableException'), ...kmsAnswers] as const

/** The rules for the use of a key in a cluster. */
export const keyInClusterCanBeUsed = [...keyIsReady, ...clusterServes, ...kmsHasTheKey] as const

/** The rules for the use of an external key. */
export const externalKeyCanBeUsed = [...keyIsReady, ...proxyServes, ...kmsHasTheKey] as const

/** The rules for the use of a key of either sort, in any operation. */
export const keyCanBeUsed = [
  ...keyIsReady,
  ...eachWhen(inCluster, clusterServes),
  ...eachWhen(isExternalKey, proxyServes),
  ...kmsHasTheKey
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

/** The same, once it is known that the facts are about what stands behind the store. */
const useThatFits = (facts: UseKeyFacts, store: CustomKeyStore, key: KmsKey) =>
  useOf(fitting('useKey', facts, store), store, key)

/**
 * Whether a KMS key can be used to encrypt or decrypt; returns the key. The key has to be Enabled, and what stands
 * behind its store to be in order.
 *
 * Key states: Enabled, which no key shows unless its store is CONNECTED. Refused with: KMSInvalidStateException,
 * DisabledException, KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.useKey(facts)(store)(key), E.map(({ KeyId }) => KeyId)) //=> E.right('key-1')
 * pipe(cks.useKey(facts)({ ...store, ConnectionState: 'DISCONNECTED' })(key), E.mapLeft(({ name }) => name))
 * //=> E.left('KMSInvalidStateException')
 * @see API_ConnectCustomKeyStore
 * @see manage-cmk-keystore
 */
export const useKey = Object.assign(
  (facts: UseKeyFacts) => (store: CustomKeyStore) => (key: KmsKey) =>
    uses.decide(useThatFits(facts, store, key)),
  {
    explain: (facts: UseKeyFacts) => (store: CustomKeyStore) => (key: KmsKey) =>
      uses.explain(useThatFits(facts, store, key)),
    /** Gathers the facts about what stands behind a store. */
    facts:
      (from: Pick<Circumstances, 'infrastructure' | 'failure' | 'principal'>) =>
      (store: CustomKeyStore): UseKeyFacts => ({
        ...behind(from.infrastructure, store),
        failure: from.failure,
        principal: from.principal
      })
  }
)
