import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { DeleteException } from '../exceptions/documentedExceptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore, Disconnected } from '../model/CustomKeyStore.js'
import { validConnectionState } from '../rules/connectionState.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { storeHasNoKeys, type WithKeys } from '../rules/keysInStore.js'
import { enforce, unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'

/** The KMS keys in the store, those pending deletion among them. */
export type DeleteFacts = WithKeys & Service

export const deleteRules = (edition: EditionName) =>
  [
    unless(validConnectionState(edition, 'DeleteCustomKeyStore'), 'CustomKeyStoreInvalidStateException'),
    unless(storeHasNoKeys, 'CustomKeyStoreHasCMKsException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

export const deleteUnder = (edition: EditionName) => {
  const allow = enforce(deleteRules(edition))
  return ({ keys, failure }: DeleteFacts) =>
    (store: CustomKeyStore): E.Either<DeleteException, Disconnected> =>
      pipe(
        { store, keys, failure },
        allow,
        E.map(({ store }) => store)
      )
}

/**
 * Deletes a custom key store, and answers with the store as it last was. The backing key store is left alone.
 *
 * @see API_DeleteCustomKeyStore
 */
const deleteStore = deleteUnder(defaultEdition)
export { deleteStore as delete }
