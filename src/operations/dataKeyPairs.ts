import { absurd } from 'fp-ts/lib/function.js'
import {
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairWithoutPlaintextRequest
} from '../model/requests/AsymmetricRequests.js'
import { keyEncryptsKeyPairs } from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { keyIsAtHand } from '../rules/service.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKeyByAnyName } from './onKey.js'
import { keyIsReadyForKeyPairs, refusedInStores } from './refusedInStores.js'

/** Data key pairs, of which no key in a custom key store encrypts the private half. */

const makesKeyPairs = decision(
  [
    ...keyIsReadyForKeyPairs,
    unless(keyEncryptsKeyPairs, 'UnsupportedOperationException', { openTo: ['InvalidKeyUsageException'] }),
    unless(keyIsAtHand, 'KeyUnavailableException'),
    ...kmsAnswers
  ],
  [],
  absurd<never>
)

/**
 * Always refused: the private half would have to be encrypted by a key outside of these stores.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, UnsupportedOperationException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.generateDataKeyPair({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_GenerateDataKeyPair
 */
export const generateDataKeyPair = onKeyByAnyName({
  ...refusedInStores('GenerateDataKeyPair'),
  crossAccountUse: 'yes',
  relatedOperations: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext'
  ],
  request: GenerateDataKeyPairRequest,
  example: () => ({ KeyPairSpec: 'ECC_NIST_P256' }),
  decides: makesKeyPairs
})

/**
 * Always refused, as `generateDataKeyPair` is.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, UnsupportedOperationException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.generateDataKeyPairWithoutPlaintext({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_GenerateDataKeyPairWithoutPlaintext
 */
export const generateDataKeyPairWithoutPlaintext = onKeyByAnyName({
  ...refusedInStores('GenerateDataKeyPairWithoutPlaintext'),
  crossAccountUse: 'yes',
  relatedOperations: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyWithoutPlaintext'
  ],
  request: GenerateDataKeyPairWithoutPlaintextRequest,
  example: () => ({ KeyPairSpec: 'ECC_NIST_P256' }),
  decides: makesKeyPairs
})
