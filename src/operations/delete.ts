import { defaultEdition, inEveryEdition, type EditionName } from '../editions/editions.js'
import { onlyDisconnected } from '../editions/ValidStates.js'
import { keysOf, withoutStore } from '../model/Account.js'
import type { WithFailure } from '../model/BackingKeyStore.js'
import type { Disconnected } from '../model/CustomKeyStore.js'
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

/** The KMS keys in the store, those pending deletion among them. */
export type DeleteFacts = WithKeys & WithFailure

const validIn = inEveryEdition(onlyDisconnected)

const validState = (edition: EditionName) =>
  unless(
    validConnectionState('DeleteCustomKeyStore', validIn[edition]),
    'CustomKeyStoreInvalidStateException'
  )

const decides = (edition: EditionName) =>
  decision(
    [
      validState(edition),
      unless(storeHasNoKeys, 'CustomKeyStoreHasCMKsException'),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [storeIsDeleted],
    ({ store }): Disconnected => store
  )

export const deleteUnder = (edition: EditionName) =>
  onStore({
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
    validIn,
    inState: [validState(edition)],
    facts: ({ given: { failure }, account, found: { store } }: AboutStore<WithFailure>): DeleteFacts => ({
      keys: keysOf(account, store),
      failure
    }),
    subject: ({ keys, failure }: DeleteFacts, store) => ({ store, keys, failure }),
    decides: decides(edition),
    answer: (after, { account }) => [nothing, withoutStore(account, after)]
  })

/**
 * Deletes a custom key store, and answers with the store as it last was. The backing key store is left alone.
 *
 * @see API_DeleteCustomKeyStore
 */
const deleteStore = deleteUnder(defaultEdition)
export { deleteStore as delete }
