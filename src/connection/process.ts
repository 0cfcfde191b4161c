import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode,
  type ConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import {
  connected,
  disconnected,
  isCloudHsm,
  isConnecting,
  isDisconnecting,
  type Connecting,
  type CustomKeyStore
} from '../model/CustomKeyStore.js'
import { fitting } from '../model/fitting.js'
import { behind, type Infrastructure } from '../model/Infrastructure.js'
import type { Statement } from '../Evidence.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import type { Account } from '../model/Account.js'
import type { AccountId } from '../model/identifiers.js'
import { cloudHsmConnectionNeeds, externalConnectionNeeds, type Need } from './needs.js'

/** The work that KMS does by itself. It cannot be refused, so each of these functions returns a store. */

export const reportsAreNumbered: Statement = {
  name: 'reportsAreNumbered',
  says: 'A report about another attempt than the present one leaves a custom key store as it is.',
  source: 'API_CustomKeyStoresListEntry',
  assumes: ['A46']
}

export const disconnectionSucceeds: Statement = {
  name: 'disconnectionSucceeds',
  says: 'A disconnection always ends in DISCONNECTED.',
  source: 'disconnect-keystore',
  assumes: ['A6']
}

/**
 * The connection `attempt` has succeeded. A report on another attempt changes nothing.
 *
 * @example
 * const connecting: cks.CustomKeyStore = { ...store, ConnectionState: 'CONNECTING' }
 * cks.connectionSucceeded(1)(connecting).ConnectionState //=> 'CONNECTED'
 * cks.connectionSucceeded(2)(connecting).ConnectionState //=> 'CONNECTING'
 */
export const connectionSucceeded =
  (attempt: number) =>
  (store: CustomKeyStore): CustomKeyStore =>
    isConnecting(store) && store.attempt === attempt ? connected(store) : store

/** Whether only a store that is reached through a VPC endpoint service can have the code. */
export const isOfVpcEndpointService = (code: ConnectionErrorCode): boolean =>
  code.startsWith('XKS_VPC_ENDPOINT_SERVICE')

/** Whether an external key store that is reached in that way can have the code. */
export const canComeOf = (
  { Connectivity }: Pick<XksProxyConfiguration, 'Connectivity'>,
  code: ExternalConnectionErrorCode
): boolean => Connectivity === 'VPC_ENDPOINT_SERVICE' || !isOfVpcEndpointService(code)

/**
 * The connection `attempt` has failed, for a reason that a store of its kind can have. A report on another attempt,
 * or with a code that the type of store does not have, changes nothing.
 *
 * @example
 * const connecting: cks.CustomKeyStore = { ...store, ConnectionState: 'CONNECTING' }
 * cks.connectionFailed(1, 'USER_NOT_FOUND')(connecting).ConnectionState //=> 'FAILED'
 */
export const connectionFailed =
  (attempt: number, code: ConnectionErrorCode) =>
  (store: CustomKeyStore): CustomKeyStore => {
    if (!isConnecting(store) || store.attempt !== attempt) return store
    if (isCloudHsm(store)) {
      return CloudHsmConnectionErrorCode.is(code)
        ? { ...store, ConnectionState: 'FAILED', ConnectionErrorCode: code }
        : store
    }
    return ExternalConnectionErrorCode.is(code) && canComeOf(store.XksProxyConfiguration, code)
      ? { ...store, ConnectionState: 'FAILED', ConnectionErrorCode: code }
      : store
  }

/**
 * The disconnection `attempt` is complete. A report on another attempt changes nothing.
 *
 * @example
 * cks.disconnectionCompleted(1)({ ...store, ConnectionState: 'DISCONNECTING' }).ConnectionState //=> 'DISCONNECTED'
 */
export const disconnectionCompleted =
  (attempt: number) =>
  (store: CustomKeyStore): CustomKeyStore =>
    isDisconnecting(store) && store.attempt === attempt ? disconnected(store) : store

/** The backing key store while KMS connects the store. `account`, `region`: those of the store. */
export interface ConnectionFacts extends BackingKeyStore, WithFailure {
  readonly account?: AccountId
  readonly region?: string
}

const firstUnmet = <A, N extends Need<A>>(needs: ReadonlyArray<N>, subject: A): N | undefined =>
  needs.find((need) => need.applies(subject) && !need.holds(subject))

/** The first need that is not met of a connection that is going on, or undefined when it succeeds. */
export const unmetNeed =
  (facts: ConnectionFacts) =>
  (store: Connecting): Need<never> | undefined =>
    isCloudHsm(store)
      ? firstUnmet(cloudHsmConnectionNeeds, facts)
      : firstUnmet(externalConnectionNeeds, { ...facts, configuration: store.XksProxyConfiguration })

/**
 * Why a connection that is going on must fail, or undefined when it succeeds.
 *
 * @example
 * const connecting = { ...store, ConnectionState: 'CONNECTING' } as cks.Connecting
 * cks.connectionErrorCode({ ...facts, cluster: undefined })(connecting) //=> 'CLUSTER_NOT_FOUND'
 */
export const connectionErrorCode =
  (facts: ConnectionFacts) =>
  (store: Connecting): ConnectionErrorCode | undefined =>
    unmetNeed(fitting('connectionErrorCode', facts, store))(store)?.otherwise

/** Ends what KMS is doing with the store, in the way that follows from the facts, which are about what stands behind it. */
export const settledBy =
  (facts: ConnectionFacts) =>
  (store: CustomKeyStore): CustomKeyStore => {
    if (isDisconnecting(store)) return disconnectionCompleted(store.attempt)(store)
    if (!isConnecting(store)) return store
    const code = unmetNeed(facts)(store)?.otherwise
    return code === undefined
      ? connectionSucceeded(store.attempt)(store)
      : connectionFailed(store.attempt, code)(store)
  }

/** From what the facts of a connection are gathered. `account`: that of the store, where it is known. */
interface AroundConnection extends WithFailure {
  readonly infrastructure: Infrastructure
  readonly account?: Pick<Account, 'AccountId' | 'Region'> | undefined
}

/** The facts about what stands behind a store. */
export const connectionFacts: (from: AroundConnection) => (store: CustomKeyStore) => ConnectionFacts =
  ({ infrastructure, failure, account }) =>
  (store) => ({
    ...behind(infrastructure, store),
    failure,
    ...(account && { account: account.AccountId, region: account.Region })
  })

/**
 * Ends what KMS is doing with the store, in the way that follows from the facts; a settled store stays as it is.
 * `settle.facts` gathers the facts about what stands behind the store.
 *
 * @example
 * const connecting: cks.CustomKeyStore = { ...store, ConnectionState: 'CONNECTING' }
 * cks.settle(facts)(connecting).ConnectionState //=> 'CONNECTED'
 * cks.settle({ ...facts, cluster: undefined })(connecting).ConnectionState //=> 'FAILED'
 */
export const settle = Object.assign(
  (facts: ConnectionFacts) =>
    (store: CustomKeyStore): CustomKeyStore =>
      settledBy(isConnecting(store) ? fitting('settle', facts, store) : facts)(store),
  { facts: connectionFacts }
)
