import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { DisconnectException } from '../exceptions/documentedExceptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import { disconnecting, type CustomKeyStore, type Disconnecting } from '../model/CustomKeyStore.js'
import { validConnectionState } from '../rules/connectionState.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { enforce, unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'

export const disconnectRules = (edition: EditionName) =>
  [
    unless(validConnectionState(edition, 'DisconnectCustomKeyStore'), 'CustomKeyStoreInvalidStateException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

export const disconnectUnder = (edition: EditionName) => {
  const allow = enforce(disconnectRules(edition))
  return ({ failure }: Service) =>
    (store: CustomKeyStore): E.Either<DisconnectException, Disconnecting> =>
      pipe(
        { store, failure },
        allow,
        E.map(({ store }) => disconnecting(store))
      )
}

/**
 * Starts to disconnect a custom key store from its backing key store, whether or not it holds KMS keys.
 *
 * @see API_DisconnectCustomKeyStore
 * @assumes A4, A5: a connection attempt in progress ends, an error code is gone at once.
 */
export const disconnect = disconnectUnder(defaultEdition)
