import { absurd } from 'fp-ts/lib/function.js'
import {
  DisableKeyRotationRequest,
  GetKeyRotationStatusRequest,
  RotateKeyOnDemandRequest
} from '../model/requests/KeyIdRequest.js'
import { EnableKeyRotationRequest, ListKeyRotationsRequest } from '../model/requests/RotationRequests.js'
import { keyIsEnabled, unlessPendingDeletion, validKeyState } from '../rules/keyState.js'
import { materialCanBeRotated, rotationsCanBeListed } from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import type { Source } from '../sources.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { refusedInStores } from './refusedInStores.js'

/** The rotation of key material, which no key in a custom key store has. */

/** The table of key states names the exception for keys in custom key stores next to the one of the state. */
const orUnsupported = { openTo: ['UnsupportedOperationException'] } as const

const rotates = (
  name: 'EnableKeyRotation' | 'DisableKeyRotation' | 'RotateKeyOnDemand',
  source: Source = `API_${name}`
) =>
  decision(
    [
      unless(validKeyState(name, unlessPendingDeletion), 'KMSInvalidStateException', orUnsupported),
      unless(keyIsEnabled, 'DisabledException', orUnsupported),
      unless(materialCanBeRotated, 'UnsupportedOperationException', { source }),
      ...kmsAnswers
    ],
    [],
    absurd<never>
  )

/**
 * Always refused: key material in these stores is not rotated automatically.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.enableKeyRotation({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_EnableKeyRotation
 */
export const enableKeyRotation = onKey({
  ...refusedInStores('EnableKeyRotation'),
  crossAccountUse: 'no',
  relatedOperations: ['DisableKeyRotation', 'GetKeyRotationStatus', 'ListKeyRotations', 'RotateKeyOnDemand'],
  request: EnableKeyRotationRequest,
  decides: rotates('EnableKeyRotation')
})

/**
 * Always refused, since there is no rotation.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.disableKeyRotation({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_DisableKeyRotation
 */
export const disableKeyRotation = onKey({
  ...refusedInStores('DisableKeyRotation'),
  crossAccountUse: 'no',
  relatedOperations: ['EnableKeyRotation', 'GetKeyRotationStatus', 'ListKeyRotations', 'RotateKeyOnDemand'],
  request: DisableKeyRotationRequest,
  decides: rotates('DisableKeyRotation', 'key-state')
})

/**
 * Always refused: key material in these stores is not rotated on demand.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.rotateKeyOnDemand({})(store)({ ...key, enabled: false }), E.mapLeft(({ name }) => name))
 * //=> E.left('DisabledException')
 * @see API_RotateKeyOnDemand
 */
export const rotateKeyOnDemand = onKey({
  ...refusedInStores('RotateKeyOnDemand'),
  answersBeforeItIsDone: true,
  crossAccountUse: 'no',
  relatedOperations: [
    'EnableKeyRotation',
    'DisableKeyRotation',
    'GetKeyRotationStatus',
    'ImportKeyMaterial',
    'ListKeyRotations'
  ],
  request: RotateKeyOnDemandRequest,
  decides: rotates('RotateKeyOnDemand')
})

/**
 * Always refused, in every state of the key.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, DependencyTimeoutException,
 * KMSInternalException.
 *
 * @example
 * pipe(cks.getKeyRotationStatus({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_GetKeyRotationStatus
 */
export const getKeyRotationStatus = onKey({
  ...refusedInStores('GetKeyRotationStatus'),
  crossAccountUse: 'yes',
  relatedOperations: ['DisableKeyRotation', 'EnableKeyRotation', 'ListKeyRotations', 'RotateKeyOnDemand'],
  request: GetKeyRotationStatusRequest,
  decides: decision(
    [unless(materialCanBeRotated, 'UnsupportedOperationException', { source: 'key-state' }), ...kmsAnswers],
    [],
    absurd<never>
  )
})

/**
 * Always refused, in every state of the key.
 *
 * Refused with: InvalidArnException, NotFoundException, UnsupportedOperationException, KMSInternalException.
 *
 * @example
 * pipe(cks.listKeyRotations({})(store)(key), E.mapLeft(({ name }) => name))
 * //=> E.left('UnsupportedOperationException')
 * @see API_ListKeyRotations
 */
export const listKeyRotations = onKey({
  ...refusedInStores('ListKeyRotations'),
  crossAccountUse: 'no',
  relatedOperations: [
    'EnableKeyRotation',
    'DeleteImportedKeyMaterial',
    'DisableKeyRotation',
    'GetKeyRotationStatus',
    'ImportKeyMaterial',
    'RotateKeyOnDemand'
  ],
  request: ListKeyRotationsRequest,
  decides: decision(
    [
      unless(rotationsCanBeListed, 'UnsupportedOperationException'),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [],
    absurd<never>
  )
})
