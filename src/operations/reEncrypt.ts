import * as t from 'io-ts'
import type { Base64 } from '../codec/blob.js'
import type { Circumstances } from '../model/Circumstances.js'
import { behind } from '../model/Infrastructure.js'
import type { KmsKey } from '../model/KmsKey.js'
import { ReEncryptRequest } from '../model/requests/ReEncryptRequest.js'
import { shown } from '../model/responses/shown.js'
import { algorithmFitsKey, isNoDryRun } from '../rules/ciphertext.js'
import { unless } from '../rules/Rule.js'
import { decision, decisionOf } from './Decision.js'
import { openCiphertext, type Opened, type Sealed } from './openCiphertext.js'
import { operation } from './Operation.js'
import type { KeyInStore } from '../rules/keyState.js'
import { keyNamed, stage, andThen, type Asked } from './Stage.js'
import { keyCanBeUsed, useOf } from './useKey.js'

const sealedIn = (request: ReEncryptRequest): Sealed => ({
  ciphertext: request.CiphertextBlob,
  keyId: request.SourceKeyId,
  context: request.SourceEncryptionContext,
  algorithm: request.SourceEncryptionAlgorithm
})

interface Source {
  readonly source: KmsKey
  readonly plaintext: Base64
}

const encryptsAgain = decision(
  [
    ...keyCanBeUsed,
    unless(algorithmFitsKey, 'InvalidKeyUsageException'),
    unless(isNoDryRun, 'DryRunOperationException', { assumes: ['A54'] })
  ],
  [],
  ({ key }, { source, plaintext }: Source) => ({ source, plaintext, destination: key })
)

type Found = KeyInStore & { readonly before: Opened }

/**
 * Decrypts a ciphertext and encrypts it again, without the plaintext being shown. The source first. Only on an
 * account; the key states hold for both keys.
 *
 * Key states: Enabled. Refused with: InvalidCiphertextException, NotFoundException, IncorrectKeyException,
 * KMSInvalidStateException, DisabledException, KeyUnavailableException, DependencyTimeoutException,
 * KMSInternalException, InvalidKeyUsageException, DryRunOperationException.
 *
 * @example
 * const request = { DestinationKeyId: key.KeyId, SourceKeyId: key.KeyId, CiphertextBlob: 'AQIDBA==' as Base64 }
 * pipe(cks.account.reEncrypt(circumstances)(request)(account), E.map(([{ KeyId }]) => KeyId))
 * //=> E.right('arn:aws:kms:us-east-1:111122223333:key/key-1')
 * @see API_ReEncrypt
 */
export const reEncrypt = operation({
  operation: 'ReEncrypt',
  source: 'API_ReEncrypt',
  permission: 'kms:ReEncrypt*',
  crossAccountUse: 'yes',
  answersBeforeItIsDone: false,
  relatedOperations: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyPair'],
  request: ReEncryptRequest,
  response: shown(
    'ReEncryptResponse',
    {},
    {
      CiphertextBlob: t.string,
      SourceKeyId: t.string,
      KeyId: t.string,
      SourceEncryptionAlgorithm: t.string,
      DestinationEncryptionAlgorithm: t.string
    }
  ),
  uses: ['SourceKeyId', 'DestinationKeyId'],
  example: () => ({ CiphertextBlob: 'AQIDBA==' }),
  stage: andThen(
    decisionOf('source key', openCiphertext(sealedIn)),
    decisionOf(
      'destination key',
      andThen(
        keyNamed(({ request }: Asked<Circumstances, ReEncryptRequest, Opened>) => request.DestinationKeyId),
        stage(
          ({
            given: { infrastructure, failure, principal },
            request: { DestinationEncryptionAlgorithm: algorithm, DryRun: dryRun },
            found: { store, key, before }
          }: Asked<Circumstances, ReEncryptRequest, Found>) => ({
            ...useOf({ ...behind(infrastructure, store), failure, principal }, store, key),
            algorithm,
            dryRun,
            source: before.key,
            plaintext: before.plaintext
          }),
          encryptsAgain
        )
      )
    )
  ),
  answer: ({ source, plaintext, destination }, { given: { cryptography }, request, account }) => {
    const keys = { SourceKeyId: source.Arn, KeyId: destination.Arn }
    if (cryptography === undefined) return [keys, account]
    const context = request.DestinationEncryptionContext ?? {}
    return [
      {
        CiphertextBlob: cryptography.encrypt(destination.Arn, plaintext, context),
        ...keys,
        SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT'
      },
      account
    ]
  }
})
