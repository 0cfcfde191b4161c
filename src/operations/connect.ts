import { defaultEdition, ofInvalidState, type EditionName } from '../editions/editions.js'
import { forBothTypes, onlyDisconnected, unlessFailedOrDisconnecting } from '../editions/ValidStates.js'
import { withStore } from '../model/Account.js'
import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import {
  connecting,
  isCloudHsm,
  isDisconnected,
  type Connected,
  type Connecting,
  type CustomKeyStore
} from '../model/CustomKeyStore.js'
import { behind } from '../model/Infrastructure.js'
import { CustomKeyStoreIdRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { clusterHasAnActiveHsm, clusterIsActive } from '../rules/cluster.js'
import { validConnectionStates } from '../rules/connectionState.js'
import { connectAgainChangesNothing, connectionIsMade, connectionTakesMinutes } from '../rules/effects.js'
import { disputed, unless } from '../rules/Rule.js'
import { eachWhen, guard, when } from '../rules/when.js'
import { kmsSucceeds } from '../rules/service.js'
import { clusterIsConfigured } from './clusterRequirements.js'
import { decision } from './Decision.js'
import { onStore } from './onStore.js'
import { nothing } from './Operation.js'
import type { AboutStore } from './Stage.js'

/** The backing key store, and whether KMS fails. That of an external key store is not checked before the answer. */
export type ConnectFacts = BackingKeyStore & WithFailure

interface WithStore {
  readonly store: CustomKeyStore
}

const starts = guard('the store is DISCONNECTED', ({ store }: WithStore) => isDisconnected(store))

/** Only the developer guide asks for a store that is DISCONNECTED, and only of external key stores. */
const validIn = {
  'exception-text-2022': forBothTypes(unlessFailedOrDisconnecting),
  'operation-page-2022': forBothTypes(unlessFailedOrDisconnecting),
  'exception-text-2026': forBothTypes(unlessFailedOrDisconnecting),
  'operation-page-2026': forBothTypes(unlessFailedOrDisconnecting),
  'developer-guide': { AWS_CLOUDHSM: unlessFailedOrDisconnecting, EXTERNAL_KEY_STORE: onlyDisconnected }
} as const

const authority = forBothTypes('API_ConnectCustomKeyStore')

/** The page that states in which states it is valid. */
const source = {
  'exception-text-2022': authority,
  'operation-page-2022': authority,
  'exception-text-2026': authority,
  'operation-page-2026': authority,
  'developer-guide': { AWS_CLOUDHSM: 'connect-keystore', EXTERNAL_KEY_STORE: 'xks-connect-disconnect' }
} as const

const validStates = (edition: EditionName) =>
  validConnectionStates('ConnectCustomKeyStore', validIn[edition], source[edition]).map((claim) =>
    disputed(
      edition,
      unless(claim, 'CustomKeyStoreInvalidStateException', ofInvalidState(edition)),
      (other, { store }) => validIn[other][store.CustomKeyStoreType][store.ConnectionState]
    )
  )

const decides = (edition: EditionName) =>
  decision(
    [
      ...validStates(edition),
      when(starts, unless(clusterIsActive, 'CloudHsmClusterNotActiveException'), ['A9']),
      ...eachWhen(starts, clusterIsConfigured, ['A9']),
      when(
        starts,
        unless(clusterHasAnActiveHsm, 'CloudHsmClusterInvalidConfigurationException', { assumes: ['A7'] }),
        ['A9']
      ),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [connectionIsMade, connectionTakesMinutes, connectAgainChangesNothing],
    ({ store }): Connecting | Connected => (isDisconnected(store) ? connecting(store) : store)
  )

export const connectUnder = (edition: EditionName) =>
  onStore({
    operation: 'ConnectCustomKeyStore',
    source: 'API_ConnectCustomKeyStore',
    permission: 'kms:ConnectCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: true,
    relatedOperations: [
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ],
    request: CustomKeyStoreIdRequest,
    response: Nothing,
    validIn,
    inState: validStates(edition),
    facts: ({
      given: { infrastructure, failure },
      found: { store }
    }: AboutStore<Pick<Circumstances, 'infrastructure' | 'failure'>>): ConnectFacts => ({
      cluster: behind(infrastructure, store).cluster,
      failure
    }),
    subject: ({ cluster, failure }: ConnectFacts, store) => ({
      store,
      cluster: isCloudHsm(store) ? cluster : undefined,
      failure
    }),
    decides: decides(edition),
    answer: (after, { account }) => [nothing, withStore(account, after)]
  })

/**
 * Starts to connect a custom key store to its backing key store, without waiting for the connection. Takes the facts
 * of the cluster; an external key store needs none. Returns the store CONNECTING, or as it is.
 *
 * Store states: DISCONNECTED, CONNECTING, CONNECTED. Refused with: CustomKeyStoreNotFoundException,
 * CustomKeyStoreInvalidStateException, CloudHsmClusterNotActiveException,
 * CloudHsmClusterInvalidConfigurationException, KMSInternalException.
 *
 * @example
 * pipe(cks.connect({})(external), E.map((after) => after.ConnectionState)) //=> E.right('CONNECTING')
 * pipe(cks.connect(facts)(store), E.map((after) => after.ConnectionState)) //=> E.right('CONNECTED')
 * cks.connect.explain({})(external).rules[0].rule //=> 'validConnectionState'
 * @see API_ConnectCustomKeyStore
 */
export const connect = connectUnder(defaultEdition)
