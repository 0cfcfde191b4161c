import { absurd } from 'fp-ts/lib/function.js'
import {
  DeriveSharedSecretRequest,
  GenerateMacRequest,
  SignRequest,
  VerifyMacRequest,
  VerifyRequest
} from '../model/requests/AsymmetricRequests.js'
import { GetPublicKeyRequest } from '../model/requests/KeyIdRequest.js'
import { keyAgrees, keyHasPublicKey, keyMakesMacs, keySignsAndVerifies } from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { keyIsAtHand, kmsSucceeds } from '../rules/service.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKeyByAnyName, onKeyOrAlias } from './onKey.js'
import { keyIsReady, refusedInStores } from './refusedInStores.js'

/** Uses that no key in a custom key store allows: signatures, MACs, shared secrets and public keys. */

const usable = [unless(keyIsAtHand, 'KeyUnavailableException'), ...kmsAnswers] as const

const signs = decision(
  [...keyIsReady, unless(keySignsAndVerifies, 'InvalidKeyUsageException'), ...usable],
  [],
  absurd<never>
)

/**
 * Always refused: keys in these stores are symmetric, and only encrypt and decrypt.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, InvalidKeyUsageException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.sign({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('InvalidKeyUsageException')
 * @see API_Sign
 */
export const sign = onKeyByAnyName({
  ...refusedInStores('Sign'),
  crossAccountUse: 'yes',
  relatedOperations: ['Verify'],
  request: SignRequest,
  example: () => ({ Message: 'AQIDBA==', SigningAlgorithm: 'ECDSA_SHA_256' }),
  decides: signs
})

/**
 * Always refused, as `sign` is.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, InvalidKeyUsageException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.verify({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('InvalidKeyUsageException')
 * @see API_Verify
 */
export const verify = onKeyByAnyName({
  ...refusedInStores('Verify'),
  crossAccountUse: 'yes',
  relatedOperations: ['Sign'],
  request: VerifyRequest,
  example: () => ({ Message: 'AQIDBA==', Signature: 'AQIDBA==', SigningAlgorithm: 'ECDSA_SHA_256' }),
  decides: signs
})

const makesMacs = decision(
  [
    ...keyIsReady,
    unless(keyMakesMacs, 'InvalidKeyUsageException'),
    unless(keyIsAtHand, 'KeyUnavailableException'),
    unless(kmsSucceeds, 'KMSInternalException')
  ],
  [],
  absurd<never>
)

/**
 * Always refused: no key in these stores is an HMAC key.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, InvalidKeyUsageException,
 * KeyUnavailableException, KMSInternalException.
 *
 * @example
 * pipe(cks.generateMac({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('InvalidKeyUsageException')
 * @see API_GenerateMac
 */
export const generateMac = onKeyByAnyName({
  ...refusedInStores('GenerateMac'),
  crossAccountUse: 'yes',
  relatedOperations: ['VerifyMac'],
  request: GenerateMacRequest,
  example: () => ({ Message: 'AQIDBA==', MacAlgorithm: 'HMAC_SHA_256' }),
  decides: makesMacs
})

/**
 * Always refused, as `generateMac` is.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, InvalidKeyUsageException,
 * KeyUnavailableException, KMSInternalException.
 *
 * @example
 * pipe(cks.verifyMac({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('InvalidKeyUsageException')
 * @see API_VerifyMac
 */
export const verifyMac = onKeyByAnyName({
  ...refusedInStores('VerifyMac'),
  crossAccountUse: 'yes',
  relatedOperations: ['GenerateMac'],
  request: VerifyMacRequest,
  example: () => ({ Message: 'AQIDBA==', Mac: 'AQIDBA==', MacAlgorithm: 'HMAC_SHA_256' }),
  decides: makesMacs
})

/**
 * Always refused: no key in these stores agrees on secrets with another.
 *
 * Refused with: NotFoundException, KMSInvalidStateException, DisabledException, InvalidKeyUsageException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.deriveSharedSecret({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('InvalidKeyUsageException')
 * @see API_DeriveSharedSecret
 */
export const deriveSharedSecret = onKeyByAnyName({
  ...refusedInStores('DeriveSharedSecret'),
  crossAccountUse: 'yes',
  relatedOperations: ['CreateKey', 'DescribeKey', 'GetPublicKey'],
  request: DeriveSharedSecretRequest,
  example: () => ({ KeyAgreementAlgorithm: 'ECDH', PublicKey: 'AQIDBA==' }),
  decides: decision(
    [...keyIsReady, unless(keyAgrees, 'InvalidKeyUsageException'), ...usable],
    [],
    absurd<never>
  )
})

/**
 * Always refused: a symmetric key has no public half.
 *
 * Refused with: InvalidArnException, NotFoundException, KMSInvalidStateException, DisabledException,
 * UnsupportedOperationException, KeyUnavailableException, DependencyTimeoutException, KMSInternalException.
 *
 * @example
 * pipe(cks.getPublicKey({})(store)(key), E.mapLeft(({ name }) => name)) //=> E.left('UnsupportedOperationException')
 * @see API_GetPublicKey
 */
export const getPublicKey = onKeyOrAlias({
  ...refusedInStores('GetPublicKey'),
  crossAccountUse: 'yes',
  relatedOperations: ['CreateKey'],
  request: GetPublicKeyRequest,
  decides: decision(
    [
      ...keyIsReady,
      unless(keyHasPublicKey, 'UnsupportedOperationException', { openTo: ['InvalidKeyUsageException'] }),
      ...usable
    ],
    [],
    absurd<never>
  )
})
