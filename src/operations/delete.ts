import { inEveryEdition } from '../editions/editions.js'
import { forBothTypes, onlyDisconnected } from '../editions/ValidStates.js'
import { withoutStore, type Account } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { Disconnected } from '../model/CustomKeyStore.js'
import { anyKeyOf } from '../model/listed.js'
import { DeleteCustomKeyStoreRequest } from '../model/requests/CustomKeyStoreIdRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { validConnectionState } from '../rules/connectionState.js'
import { storeIsDeleted } from '../rules/effects.js'
import { storeHasNoKeys, type WithKeys } from '../rules/keysInStore.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import { decision } from './Decision.js'
import { onStore } from './onStore.js'
import { nothing } from './Operation.js'
import type { AboutStore } from './Stage.js'
import { demandedList } from '../wrongArgument.js'

/** The KMS keys in the store, including those pending deletion. */
export type DeleteFacts = WithKeys & WithFailure

const validIn = onlyDisconnected

const validState = unless(
  validConnectionState('DeleteCustomKeyStore', validIn),
  'CustomKeyStoreInvalidStateException'
)

const decides = decision(
  [
    validState,
    unless(storeHasNoKeys, 'CustomKeyStoreHasCMKsException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ],
  [storeIsDeleted],
  ({ store }): Disconnected => store
)

/**
 * Deletes a custom key store, and returns it as it last was. The backing key store stays as it is. Takes all keys in
 * the store, those pending deletion too.
 *
 * Store states: DISCONNECTED. Refused with: CustomKeyStoreNotFoundException, CustomKeyStoreInvalidStateException,
 * CustomKeyStoreHasCMKsException, KMSInternalException.
 *
 * @example
 * pipe(cks.delete({ keys: [] })(external), E.map(({ CustomKeyStoreName }) => CustomKeyStoreName))
 * //=> E.right('archive')
 * pipe(cks.delete({ keys: [key] })({ ...store, ConnectionState: 'DISCONNECTED' }), E.mapLeft(({ name }) => name))
 * //=> E.left('CustomKeyStoreHasCMKsException')
 * @see API_DeleteCustomKeyStore
 */
const deleteStore = onStore({
  operation: 'DeleteCustomKeyStore',
  source: 'API_DeleteCustomKeyStore',
  permission: 'kms:DeleteCustomKeyStore',
  crossAccountUse: 'no',
  answersBeforeItIsDone: false,
  relatedOperations: [
    'ConnectCustomKeyStore',
    'CreateCustomKeyStore',
    'DescribeCustomKeyStores',
    'DisconnectCustomKeyStore',
    'UpdateCustomKeyStore'
  ],
  request: DeleteCustomKeyStoreRequest,
  response: Nothing,
  validIn: inEveryEdition(forBothTypes(validIn)),
  inState: [validState],
  facts: ({
    given: { failure },
    account,
    found: { store }
  }: AboutStore<WithFailure, unknown, Account>): DeleteFacts => ({
    keys: anyKeyOf(account, store),
    failure
  }),
  subject: ({ keys, failure }: DeleteFacts, store) => ({
    store,
    keys: demandedList('DeleteCustomKeyStore', 'keys', keys),
    failure
  }),
  decides,
  answer: (after, { account }) => [nothing, withoutStore(account, after)]
})

export { deleteStore as delete }
