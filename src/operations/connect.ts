import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ConnectException } from '../exceptions/documentedExceptions.js'
import type { BackingKeyStore, Service } from '../model/BackingKeyStore.js'
import {
  connecting,
  isCloudHsm,
  isDisconnected,
  type Connected,
  type Connecting,
  type CustomKeyStore
} from '../model/CustomKeyStore.js'
import { clusterHasAnActiveHsm, clusterIsActive } from '../rules/cluster.js'
import { validConnectionState } from '../rules/connectionState.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { enforce, unless, when } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { clusterIsConfigured } from './clusterRequirements.js'

/** The cluster of an AWS CloudHSM key store. For an external key store nothing is looked at before the answer. */
export type ConnectFacts = Pick<BackingKeyStore, 'cluster'> & Service

/** Only a connection to a cluster that starts now has anything to look at. */
const startsToCluster = ({ store }: { readonly store: CustomKeyStore }): boolean =>
  isCloudHsm(store) && isDisconnected(store)

/** @assumes A7, A8, A9, A35 */
export const connectRules = (edition: EditionName) =>
  [
    unless(validConnectionState(edition, 'ConnectCustomKeyStore'), 'CustomKeyStoreInvalidStateException'),
    when(startsToCluster, unless(clusterIsActive, 'CloudHsmClusterNotActiveException')),
    ...clusterIsConfigured.map((rule) => when(startsToCluster, rule)),
    when(startsToCluster, unless(clusterHasAnActiveHsm, 'CloudHsmClusterInvalidConfigurationException')),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

export const connectUnder = (edition: EditionName) => {
  const allow = enforce(connectRules(edition))
  return ({ cluster, failure }: ConnectFacts) =>
    (store: CustomKeyStore): E.Either<ConnectException, Connecting | Connected> =>
      pipe(
        { store, cluster, failure },
        allow,
        E.map(({ store }) => (isDisconnected(store) ? connecting(store) : store))
      )
}

/**
 * Starts to connect a custom key store to its backing key store, without waiting for the connection.
 *
 * @see API_ConnectCustomKeyStore
 * @assumes A3: connecting a store that is CONNECTED or CONNECTING changes nothing.
 */
export const connect = connectUnder(defaultEdition)
