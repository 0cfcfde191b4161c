import fc, { type Arbitrary } from 'fast-check'
import {
  aliasArn,
  aliasNames,
  either,
  keyArn,
  keyId,
  oneOf,
  rarely,
  storeId,
  xksKeyIds
} from '../smallWorld.js'
import { seldom, type Members } from './Members.js'

/** Requests about keys. */

/** Makes a ciphertext, in base64, for the key of that ARN. */
export type Seal = (keyArn: string, plaintext: string, context: Readonly<Record<string, string>>) => string

export const aliasName = oneOf(aliasNames)

/** A key by its id, or by its ARN; now and then by an alias. */
export const keyName: Arbitrary<string> = either(
  { weight: 6, arbitrary: keyId() },
  { weight: 2, arbitrary: keyId().map(keyArn) },
  { weight: 1, arbitrary: fc.oneof(aliasName, aliasName.map(aliasArn)) },
  { weight: 1, arbitrary: fc.constant('arn:aws:kms:us-east-1:banana') }
)

type Context = Readonly<Record<string, string>>

const plaintext = fc.constantFrom('AAAA', 'BBBBBB==')
const context = fc.constantFrom<Context>({}, {}, { owner: 'one' })
const useOptions = fc
  .tuple(seldom({ EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }), seldom({ DryRun: true }), context)
  .map(([algorithm, dryRun, EncryptionContext]): Members => ({ ...algorithm, ...dryRun, EncryptionContext }))

interface Sealed {
  readonly ciphertext: string
  /** The name of the key to decrypt with: as a rule of the one that made the ciphertext, or none. */
  readonly source: string | undefined
  /** As a rule that with which the ciphertext was made. */
  readonly context: Context
  readonly madeWith: string
}

/** What is to be decrypted: now and then another ciphertext, key or context. */
const sealed = (seal: Seal): Arbitrary<Sealed> =>
  fc
    .record({
      madeWith: keyId(),
      text: plaintext,
      made: context,
      changed: rarely(fc.constant(undefined), plaintext),
      named: either<'same' | 'none' | { readonly other: string }>(
        { weight: 3, arbitrary: fc.constant('same') },
        { weight: 2, arbitrary: fc.constant('none') },
        { weight: 1, arbitrary: keyName.map((other) => ({ other })) }
      ),
      otherContext: either<Context | undefined>(
        { weight: 5, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: context }
      )
    })
    .map(({ madeWith, text, made, changed, named, otherContext }) => ({
      madeWith,
      ciphertext: changed ?? seal(keyArn(madeWith), text, made),
      source: named === 'same' ? madeWith : named === 'none' ? undefined : named.other,
      context: otherContext ?? made
    }))

export const decrypt = (seal: Seal): Arbitrary<Members> =>
  fc.tuple(sealed(seal), useOptions).map(([{ ciphertext, source, context }, options]) => ({
    ...options,
    CiphertextBlob: ciphertext,
    EncryptionContext: context,
    ...(source !== undefined && { KeyId: source })
  }))

export const reEncrypt = (seal: Seal): Arbitrary<Members> =>
  fc
    .tuple(
      sealed(seal),
      fc.oneof(fc.constant(undefined), keyName),
      seldom({ SourceEncryptionAlgorithm: 'SM2PKE' }, 12),
      seldom({ DestinationEncryptionAlgorithm: 'SM2PKE' }, 12),
      seldom({ DryRun: true }, 3)
    )
    .map(([{ ciphertext, source, context, madeWith }, destination, from, to, dryRun]) => ({
      CiphertextBlob: ciphertext,
      SourceEncryptionContext: context,
      DestinationKeyId: destination ?? madeWith,
      ...(source !== undefined && { SourceKeyId: source }),
      ...from,
      ...to,
      ...dryRun
    }))

export const encrypt: Arbitrary<Members> = fc
  .tuple(keyName, plaintext, useOptions)
  .map(([KeyId, Plaintext, options]) => ({ KeyId, Plaintext, ...options }))

export const generateDataKey: Arbitrary<Members> = fc
  .tuple(
    keyName,
    fc.constantFrom<Members>({ KeySpec: 'AES_256' }, { NumberOfBytes: 5 }),
    seldom({ DryRun: true })
  )
  .map(([KeyId, size, dryRun]) => ({ KeyId, ...size, ...dryRun }))

export const aboutKey: Arbitrary<Members> = keyName.map((KeyId) => ({ KeyId }))

export const scheduleKeyDeletion: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, PendingWindowInDays: fc.constantFrom(7, 8, 30) },
  { requiredKeys: ['KeyId'] }
)

export const listKeys: Arbitrary<Members> = fc.record<Members>(
  { Limit: fc.integer({ min: 1, max: 3 }), Marker: fc.oneof(keyId().map(keyArn), fc.constant('no marker')) },
  { requiredKeys: [] }
)

const oddities = fc.constantFrom<Members>(
  { KeySpec: 'RSA_2048' },
  { KeyUsage: 'SIGN_VERIFY' },
  { MultiRegion: true },
  { Policy: 'no JSON' },
  { Policy: '{"Principal":"arn:aws"}' },
  { Tags: [{ TagKey: 'aws:owner', TagValue: '' }] }
)

export const createKey: Arbitrary<Members> = fc
  .record({
    CustomKeyStoreId: storeId(),
    shape: either<Members>(
      { weight: 3, arbitrary: fc.constant({ Origin: 'AWS_CLOUDHSM' }) },
      {
        weight: 4,
        arbitrary: oneOf(xksKeyIds).map((XksKeyId) => ({ Origin: 'EXTERNAL_KEY_STORE', XksKeyId }))
      }
    ),
    odd: either<Members>({ weight: 6, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddities })
  })
  .map(({ CustomKeyStoreId, shape, odd }) => ({ CustomKeyStoreId, ...shape, ...odd }))
