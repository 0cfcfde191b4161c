import * as t from 'io-ts'
import type { Base64 } from '../codec/blob.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Circumstances } from '../model/Circumstances.js'
import { behind } from '../model/Infrastructure.js'
import {
  bytesOf,
  GenerateDataKeyRequest,
  GenerateDataKeyWithoutPlaintextRequest
} from '../model/requests/GenerateDataKeyRequest.js'
import { shown } from '../model/responses/shown.js'
import { isNoDryRun } from '../rules/ciphertext.js'
import { keyMakesDataKeys } from '../rules/keyEffects.js'
import { unless } from '../rules/Rule.js'
import { decision } from './Decision.js'
import { operation } from './Operation.js'
import { keyByAnyName, stage, andThen, type AboutKey, type Asked } from './Stage.js'
import { keyCanBeUsed, useOf } from './useKey.js'

/** A data key in plain, encrypted, and the ARN of the key that encrypted it. */
export interface DataKey {
  readonly CiphertextBlob?: Base64
  readonly Plaintext?: Base64
  readonly KeyId: string
}

const makes = andThen(
  keyByAnyName,
  stage(
    ({
      given: { infrastructure, failure, principal },
      request: { DryRun: dryRun },
      found: { store, key }
    }: AboutKey<Circumstances, GenerateDataKeyRequest>) => ({
      ...useOf({ ...behind(infrastructure, store), failure, principal }, store, key),
      dryRun
    }),
    decision(
      [...keyCanBeUsed, unless(isNoDryRun, 'DryRunOperationException')],
      [keyMakesDataKeys],
      ({ key }) => key
    )
  )
)

const dataKey = (
  Arn: string,
  {
    given: { cryptography },
    request
  }: Pick<Asked<Circumstances, GenerateDataKeyRequest>, 'given' | 'request'>
): DataKey => {
  if (cryptography === undefined) return { KeyId: Arn }
  const bytes = request.KeySpec === undefined ? request.NumberOfBytes : bytesOf[request.KeySpec]
  const Plaintext = cryptography.randomBytes(bytes)
  const CiphertextBlob = cryptography.encrypt(Arn, Plaintext, request.EncryptionContext ?? {})
  return { CiphertextBlob, Plaintext, KeyId: Arn }
}

const page = <Name extends OperationName>(name: Name) =>
  ({
    operation: name,
    permission: `kms:${name}`,
    crossAccountUse: 'yes',
    answersBeforeItIsDone: false,
    uses: ['KeyId'],
    example: () => ({ KeySpec: 'AES_256' }),
    stage: makes
  }) as const

/**
 * Makes a data key, in plain and encrypted. Only on an account. Bytes are base64; without `cryptography` in the
 * circumstances there are none in the answer.
 *
 * Key states: Enabled. Refused with: NotFoundException, KMSInvalidStateException, DisabledException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException, DryRunOperationException.
 *
 * @example
 * const request = { KeyId: key.KeyId, KeySpec: 'AES_256' } as const
 * pipe(cks.account.generateDataKey(circumstances)(request)(account), E.map(([answer]) => answer))
 * //=> E.right({ KeyId: 'arn:aws:kms:us-east-1:111122223333:key/key-1' })
 * @see API_GenerateDataKey
 */
export const generateDataKey = operation({
  ...page('GenerateDataKey'),
  request: GenerateDataKeyRequest,
  source: 'API_GenerateDataKey',
  relatedOperations: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext'
  ],
  response: shown(
    'GenerateDataKeyResponse',
    {},
    { CiphertextBlob: t.string, Plaintext: t.string, KeyId: t.string }
  ),
  answer: ({ Arn }, asked) => [dataKey(Arn, asked), asked.account]
})

/**
 * Makes a data key, encrypted only. Only on an account.
 *
 * Key states: Enabled. Refused with: NotFoundException, KMSInvalidStateException, DisabledException,
 * KeyUnavailableException, DependencyTimeoutException, KMSInternalException, DryRunOperationException.
 *
 * @example
 * const request = { KeyId: key.KeyId, NumberOfBytes: 64 }
 * const made = cks.account.generateDataKeyWithoutPlaintext(circumstances)(request)(account)
 * pipe(made, E.map(([answer]) => answer)) //=> E.right({ KeyId: 'arn:aws:kms:us-east-1:111122223333:key/key-1' })
 * @see API_GenerateDataKeyWithoutPlaintext
 */
export const generateDataKeyWithoutPlaintext = operation({
  ...page('GenerateDataKeyWithoutPlaintext'),
  request: GenerateDataKeyWithoutPlaintextRequest,
  source: 'API_GenerateDataKeyWithoutPlaintext',
  relatedOperations: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext'
  ],
  response: shown(
    'GenerateDataKeyWithoutPlaintextResponse',
    {},
    { CiphertextBlob: t.string, KeyId: t.string }
  ),
  answer: ({ Arn }, asked) => {
    const { Plaintext: _, ...shownKey } = dataKey(Arn, asked)
    return [shownKey, asked.account]
  }
})
