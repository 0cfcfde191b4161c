import * as t from 'io-ts'
import type { Circumstances } from '../model/Circumstances.js'
import { behind } from '../model/Infrastructure.js'
import { EncryptRequest } from '../model/requests/EncryptRequest.js'
import { shown } from '../model/responses/shown.js'
import { algorithmFitsKey, isNoDryRun } from '../rules/ciphertext.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { keyByAnyName, stage, andThen, type AboutKey } from './Stage.js'
import { operation } from './Operation.js'
import { keyCanBeUsed, useOf } from './useKey.js'

const encrypts = decision(
  [
    ...keyCanBeUsed,
    unless(algorithmFitsKey, 'InvalidKeyUsageException'),
    unless(isNoDryRun, 'DryRunOperationException')
  ],
  [],
  ({ key }) => key
)

/**
 * Encrypts up to 4096 bytes with a key. Only on an account. Bytes are base64; without `cryptography` in the
 * circumstances there are none in the answer.
 *
 * Key states: Enabled. Refused with: NotFoundException, KMSInvalidStateException, DisabledException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException, InvalidKeyUsageException,
 * DryRunOperationException.
 *
 * @example
 * const request = { KeyId: key.KeyId, Plaintext: 'AQIDBA==' as Base64 }
 * pipe(cks.account.encrypt(circumstances)(request)(account), E.map(([answer]) => answer))
 * //=> E.right({ KeyId: 'arn:aws:kms:us-east-1:111122223333:key/key-1' })
 * @see API_Encrypt
 */
export const encrypt = operation({
  operation: 'Encrypt',
  source: 'API_Encrypt',
  permission: 'kms:Encrypt',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyPair'],
  request: EncryptRequest,
  response: shown(
    'EncryptResponse',
    {},
    { CiphertextBlob: t.string, KeyId: t.string, EncryptionAlgorithm: t.string }
  ),
  uses: ['KeyId'],
  example: () => ({ Plaintext: 'AQIDBA==' }),
  stage: andThen(
    keyByAnyName,
    stage(
      ({
        given: { infrastructure, failure, principal },
        request: { EncryptionAlgorithm: algorithm, DryRun: dryRun },
        found: { store, key }
      }: AboutKey<Circumstances, EncryptRequest>) => ({
        ...useOf({ ...behind(infrastructure, store), failure, principal }, store, key),
        algorithm,
        dryRun
      }),
      encrypts
    )
  ),
  answer: ({ Arn }, { given: { cryptography }, request, account }) => [
    cryptography === undefined
      ? { KeyId: Arn }
      : {
          CiphertextBlob: cryptography.encrypt(Arn, request.Plaintext, request.EncryptionContext ?? {}),
          KeyId: Arn,
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT'
        },
    account
  ]
})
