import * as t from 'io-ts'
import type { Circumstances } from '../model/Circumstances.js'
import { DecryptRequest } from '../model/requests/DecryptRequest.js'
import { shown } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { openCiphertext, type Opened, type Sealed } from './openCiphertext.js'
import { operation } from './Operation.js'
import { stage, andThen, type Asked } from './Stage.js'

const sealedIn = (request: DecryptRequest): Sealed => ({
  ciphertext: request.CiphertextBlob,
  keyId: request.KeyId,
  context: request.EncryptionContext,
  algorithm: request.EncryptionAlgorithm
})

const decrypts = decision(
  [unless(isNoDryRun, 'DryRunOperationException', { assumes: ['A54'] })],
  [],
  (_, { key, plaintext }: Opened) => ({ key, plaintext })
)

/**
 * Decrypts a ciphertext, with the key that made it. Only on an account. Without `cryptography` in the circumstances,
 * a ciphertext counts as made with the named key.
 *
 * Key states: Enabled. Refused with: InvalidCiphertextException, NotFoundException, IncorrectKeyException,
 * KMSInvalidStateException, DisabledException, KeyUnavailableException, DependencyTimeoutException,
 * KMSInternalException, InvalidKeyUsageException, DryRunOperationException.
 *
 * @example
 * const request = { KeyId: key.KeyId, CiphertextBlob: 'AQIDBA==' as Base64 }
 * const decrypted = cks.account.decrypt(circumstances)(request)(account)
 * pipe(decrypted, E.map(([answer]) => answer))
 * //=> E.right({ KeyId: 'arn:aws:kms:us-east-1:111122223333:key/key-1' })
 * @see API_Decrypt
 */
export const decrypt = operation({
  operation: 'Decrypt',
  source: 'API_Decrypt',
  permission: 'kms:Decrypt',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['Encrypt', 'GenerateDataKey', 'GenerateDataKeyPair', 'ReEncrypt'],
  request: DecryptRequest,
  response: shown(
    'DecryptResponse',
    {},
    { KeyId: t.string, Plaintext: t.string, EncryptionAlgorithm: t.string }
  ),
  uses: ['KeyId'],
  example: () => ({ CiphertextBlob: 'AQIDBA==' }),
  stage: andThen(
    openCiphertext(sealedIn),
    stage(
      ({ request: { DryRun: dryRun }, found }: Asked<Circumstances, DecryptRequest, Opened>) => ({
        ...found,
        dryRun
      }),
      decrypts
    )
  ),
  answer: ({ key: { Arn }, plaintext }, { given: { cryptography }, account }) => [
    cryptography === undefined
      ? { KeyId: Arn }
      : { KeyId: Arn, Plaintext: plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    account
  ]
})
