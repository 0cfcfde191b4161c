import { inEveryEdition } from '../editions/editions.js'
import { forBothTypes, unlessDisconnectedOrDisconnecting } from '../editions/ValidStates.js'
import { withStore } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import { disconnecting, type Disconnecting } from '../model/CustomKeyStore.js'
import { DisconnectCustomKeyStoreRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { validConnectionState } from '../rules/connectionState.js'
import {
  connectionIsEnded,
  disconnectClearsTheErrorCode,
  disconnectEndsTheAttempt,
  disconnectionIsMade
} from '../rules/effects.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { decision } from './Decision.js'
import { onStore } from './onStore.js'
import { nothing } from './Operation.js'
import type { AboutStore } from './Stage.js'

const validIn = unlessDisconnectedOrDisconnecting

const validState = unless(
  validConnectionState('DisconnectCustomKeyStore', validIn),
  'CustomKeyStoreInvalidStateException'
)

const decides = decision(
  [validState, unless(kmsSucceeds, 'KMSInternalException')],
  [connectionIsEnded, disconnectionIsMade, disconnectEndsTheAttempt, disconnectClearsTheErrorCode],
  ({ store }): Disconnecting => disconnecting(store)
)

/**
 * Starts to disconnect a custom key store from its backing key store, whether or not it holds KMS keys. Takes no
 * facts but whether KMS fails. Returns the store DISCONNECTING.
 *
 * Store states: CONNECTING, CONNECTED, FAILED. Refused with: CustomKeyStoreNotFoundException,
 * CustomKeyStoreInvalidStateException, KMSInternalException.
 *
 * @example
 * pipe(cks.disconnect({})(store), E.map((after) => after.ConnectionState)) //=> E.right('DISCONNECTING')
 * pipe(cks.disconnect({})(external), E.mapLeft(({ name }) => name))
 * //=> E.left('CustomKeyStoreInvalidStateException')
 * @see API_DisconnectCustomKeyStore
 */
export const disconnect = onStore({
  operation: 'DisconnectCustomKeyStore',
  source: 'API_DisconnectCustomKeyStore',
  permission: 'kms:DisconnectCustomKeyStore',
  crossAccountUse: 'no',
  answersBeforeItIsDone: true,
  relatedOperations: [
    'ConnectCustomKeyStore',
    'CreateCustomKeyStore',
    'DeleteCustomKeyStore',
    'DescribeCustomKeyStores',
    'UpdateCustomKeyStore'
  ],
  request: DisconnectCustomKeyStoreRequest,
  response: Nothing,
  validIn: inEveryEdition(forBothTypes(validIn)),
  inState: [validState],
  facts: ({ given: { failure } }: AboutStore<WithFailure>): WithFailure => ({ failure }),
  subject: ({ failure }: WithFailure, store) => ({ store, failure }),
  decides,
  answer: (after, { account }) => [nothing, withStore(account, after)]
})
