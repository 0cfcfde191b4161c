import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GenerateRandomException } from '../exceptions/documentedExceptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CloudHsmKeyStore, Connected, CustomKeyStore } from '../model/CustomKeyStore.js'
import { validConnectionState } from '../rules/connectionState.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { enforce, unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'
import { storeIsCloudHsm } from '../rules/storeType.js'

/** @assumes A34, A48 */
export const generateRandomRules = (edition: EditionName) =>
  [
    unless(storeIsCloudHsm, 'UnsupportedOperationException'),
    unless(validConnectionState(edition, 'GenerateRandom'), 'CustomKeyStoreInvalidStateException'),
    unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

export const generateRandomUnder = (edition: EditionName) => {
  const allow = enforce(generateRandomRules(edition))
  return ({ failure }: Service) =>
    (store: CustomKeyStore): E.Either<GenerateRandomException, Connected & CloudHsmKeyStore> =>
      pipe(
        { store, failure },
        allow,
        E.map(({ store }) => store)
      )
}

/**
 * Lets random bytes be made in the cluster of an AWS CloudHSM key store, which stays as it is. The bytes are the caller's
 * to provide: the model knows no chance.
 *
 * @see API_GenerateRandom
 */
export const generateRandom = generateRandomUnder(defaultEdition)
