import { absurd } from 'fp-ts/lib/function.js'
import {
  DeleteImportedKeyMaterialRequest,
  GetParametersForImportRequest,
  ImportKeyMaterialRequest
} from '../model/requests/ImportRequests.js'
import { materialCanBeImported } from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { refusedInStores } from './refusedInStores.js'

/** The import of key material, which no key in a custom key store takes. */

const imports = decision(
  [unless(materialCanBeImported, 'UnsupportedOperationException', { source: 'key-state' }), ...kmsAnswers],
  [],
  absurd<never>
)

/**
 * Always refused: no key in these stores takes imported material.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * pipe(cks.getParametersForImport({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_GetParametersForImport
 */
export const getParametersForImport = onKey({
  ...refusedInStores('GetParametersForImport'),
  crossAccountUse: 'no',
  relatedOperations: ['ImportKeyMaterial', 'DeleteImportedKeyMaterial'],
  request: GetParametersForImportRequest,
  example: () => ({ WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }),
  decides: imports
})

/**
 * Always refused, in every state of the key.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * pipe(cks.importKeyMaterial({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_ImportKeyMaterial
 */
export const importKeyMaterial = onKey({
  ...refusedInStores('ImportKeyMaterial'),
  crossAccountUse: 'no',
  relatedOperations: [
    'DeleteImportedKeyMaterial',
    'GetParametersForImport',
    'ListKeyRotations',
    'RotateKeyOnDemand'
  ],
  request: ImportKeyMaterialRequest,
  example: () => ({ ImportToken: 'AQIDBA==', EncryptedKeyMaterial: 'AQIDBA==' }),
  decides: imports
})

/**
 * Always refused, since no material is imported.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * pipe(cks.deleteImportedKeyMaterial({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_DeleteImportedKeyMaterial
 */
export const deleteImportedKeyMaterial = onKey({
  ...refusedInStores('DeleteImportedKeyMaterial'),
  crossAccountUse: 'no',
  relatedOperations: ['GetParametersForImport', 'ListKeyRotations', 'ImportKeyMaterial'],
  request: DeleteImportedKeyMaterialRequest,
  decides: imports
})
