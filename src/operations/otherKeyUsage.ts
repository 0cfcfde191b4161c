import {
  DeriveSharedSecretRequest,
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairWithoutPlaintextRequest,
  GenerateMacRequest,
  SignRequest,
  VerifyMacRequest,
  VerifyRequest
} from '../model/requests/AsymmetricRequests.js'
import { GetPublicKeyRequest } from '../model/requests/KeyIdRequest.js'
import {
  keyAgrees,
  keyEncryptsKeyPairs,
  keyHasPublicKey,
  keyMakesMacs,
  keySignsAndVerifies
} from '../rules/notInStores.js'
import { unless } from '../rules/Rule.js'
import { keyIsAtHand, kmsSucceeds } from '../rules/service.js'
import { decision } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { onKey } from './onKey.js'
import { asItIs, keyIsReady, refusedInStores } from './refusedInStores.js'

/** Uses that no key in a custom key store allows: signatures, MACs, shared secrets, public keys and data key pairs. */

const usable = [unless(keyIsAtHand, 'KeyUnavailableException'), ...kmsAnswers] as const

const signs = decision(
  [...keyIsReady, unless(keySignsAndVerifies, 'InvalidKeyUsageException'), ...usable],
  [],
  asItIs
)

/** @see API_Sign */
export const sign = onKey({
  ...refusedInStores('Sign'),
  crossAccountUse: 'yes',
  relatedOperations: ['Verify'],
  request: SignRequest,
  mayBeAlias: true,
  decides: signs
})

/** @see API_Verify */
export const verify = onKey({
  ...refusedInStores('Verify'),
  crossAccountUse: 'yes',
  relatedOperations: ['Sign'],
  request: VerifyRequest,
  mayBeAlias: true,
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
  asItIs
)

/** @see API_GenerateMac */
export const generateMac = onKey({
  ...refusedInStores('GenerateMac'),
  crossAccountUse: 'yes',
  relatedOperations: ['VerifyMac'],
  request: GenerateMacRequest,
  mayBeAlias: true,
  decides: makesMacs
})

/** @see API_VerifyMac */
export const verifyMac = onKey({
  ...refusedInStores('VerifyMac'),
  crossAccountUse: 'yes',
  relatedOperations: ['GenerateMac'],
  request: VerifyMacRequest,
  mayBeAlias: true,
  decides: makesMacs
})

/** @see API_DeriveSharedSecret */
export const deriveSharedSecret = onKey({
  ...refusedInStores('DeriveSharedSecret'),
  crossAccountUse: 'yes',
  relatedOperations: ['CreateKey', 'DescribeKey', 'GetPublicKey'],
  request: DeriveSharedSecretRequest,
  mayBeAlias: true,
  decides: decision([...keyIsReady, unless(keyAgrees, 'InvalidKeyUsageException'), ...usable], [], asItIs)
})

/** @see API_GetPublicKey */
export const getPublicKey = onKey({
  ...refusedInStores('GetPublicKey'),
  crossAccountUse: 'yes',
  relatedOperations: ['CreateKey'],
  request: GetPublicKeyRequest,
  mayBeAlias: true,
  decides: decision(
    [
      ...keyIsReady,
      unless(keyHasPublicKey, 'UnsupportedOperationException', { openTo: ['InvalidKeyUsageException'] }),
      ...usable
    ],
    [],
    asItIs
  )
})

const makesKeyPairs = decision(
  [...keyIsReady, unless(keyEncryptsKeyPairs, 'UnsupportedOperationException'), ...usable],
  [],
  asItIs
)

/** @see API_GenerateDataKeyPair */
export const generateDataKeyPair = onKey({
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
  mayBeAlias: true,
  decides: makesKeyPairs
})

/** @see API_GenerateDataKeyPairWithoutPlaintext */
export const generateDataKeyPairWithoutPlaintext = onKey({
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
  mayBeAlias: true,
  decides: makesKeyPairs
})
