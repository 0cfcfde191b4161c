/** Generators of requests about keys as they would arrive if nothing were wrong with their form. */
import fc, { type Arbitrary } from 'fast-check'
import { keyId, xksKeyId, storeId } from './arbitraries.js'
import { cryptography } from './protocol/endpoint.js'

type Raw = Readonly<Record<string, unknown>>

/** One time in so many, a member that is seldom there. */
const seldom = (members: Raw, oneIn = 8): Arbitrary<Raw> =>
  fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant<Raw>({}) },
    { weight: 1, arbitrary: fc.constant(members) }
  )

const aliasArnOf = (name: string): string => `arn:aws:kms:us-east-1:111122223333:${name}`
const arnOf = (id: string): string => `arn:aws:kms:us-east-1:111122223333:key/${id}`

export const aliasName = fc.constantFrom('alias/one', 'alias/two', 'alias/three')

/** A key by its id, or by its ARN; now and then by an alias. */
export const keyName = fc.oneof(
  { weight: 6, arbitrary: keyId },
  { weight: 2, arbitrary: keyId.map(arnOf) },
  { weight: 1, arbitrary: fc.oneof(aliasName, aliasName.map(aliasArnOf)) },
  { weight: 1, arbitrary: fc.constant('arn:aws:kms:us-east-1:banana') }
)

const plaintext = fc.constantFrom('AAAA', 'BBBBBB==')
const EncryptionContext = fc.constantFrom({}, {}, { owner: 'one' })
const useOptions = fc
  .tuple(seldom({ EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }), seldom({ DryRun: true }), EncryptionContext)
  .map(([algorithm, dryRun, context]): Raw => ({ ...algorithm, ...dryRun, EncryptionContext: context }))

/** The key with which a ciphertext was made, its context, and what arrives as the ciphertext: now and then another one. */
const sealed = fc
  .record({
    madeWith: keyId,
    plaintext,
    context: EncryptionContext,
    changed: fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: plaintext })
  })
  .map(({ madeWith, plaintext, context, changed }) => ({
    madeWith,
    ciphertext: changed ?? cryptography.encrypt(arnOf(madeWith), plaintext, context),
    context
  }))

/** The name of the key to decrypt with: as a rule of the one that made the ciphertext, or none. */
const sourceOf = (madeWith: string): Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(madeWith) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: keyName }
  )

/** The context with which the ciphertext was made, or another one. */
const contextFor = (context: object): Arbitrary<object> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(context) }, { weight: 1, arbitrary: EncryptionContext })

export const decrypt: Arbitrary<Raw> = sealed.chain(({ madeWith, ciphertext, context }) =>
  fc
    .tuple(sourceOf(madeWith), contextFor(context), useOptions)
    .map(([KeyId, EncryptionContext, options]) => ({
      ...options,
      CiphertextBlob: ciphertext,
      EncryptionContext,
      ...(KeyId !== undefined && { KeyId })
    }))
)

export const reEncrypt: Arbitrary<Raw> = sealed.chain(({ madeWith, ciphertext, context }) =>
  fc
    .tuple(
      sourceOf(madeWith),
      contextFor(context),
      fc.oneof(fc.constant(madeWith), keyName),
      seldom({ SourceEncryptionAlgorithm: 'SM2PKE' }, 12),
      seldom({ DestinationEncryptionAlgorithm: 'SM2PKE' }, 12),
      seldom({ DryRun: true }, 3)
    )
    .map(([SourceKeyId, SourceEncryptionContext, DestinationKeyId, ...options]) => ({
      CiphertextBlob: ciphertext,
      SourceEncryptionContext,
      DestinationKeyId,
      ...(SourceKeyId !== undefined && { SourceKeyId }),
      ...Object.assign({}, ...options)
    }))
)

export const encrypt: Arbitrary<Raw> = fc
  .tuple(keyName, plaintext, useOptions)
  .map(([KeyId, Plaintext, options]) => ({ KeyId, Plaintext, ...options }))

export const generateDataKey: Arbitrary<Raw> = fc
  .tuple(keyName, fc.constantFrom({ KeySpec: 'AES_256' }, { NumberOfBytes: 5 }), seldom({ DryRun: true }))
  .map(([KeyId, size, dryRun]) => ({ KeyId, ...size, ...dryRun }))

export const aboutKey: Arbitrary<Raw> = keyName.map((KeyId) => ({ KeyId }))

export const scheduleKeyDeletion: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, PendingWindowInDays: fc.constantFrom(7, 8, 30) },
  { requiredKeys: ['KeyId'] }
)

export const listKeys: Arbitrary<Raw> = fc.record(
  { Limit: fc.integer({ min: 1, max: 3 }), Marker: fc.oneof(keyId.map(arnOf), fc.constant('no marker')) },
  { requiredKeys: [] }
)

const oddities = fc.constantFrom<Raw>(
  { KeySpec: 'RSA_2048' },
  { KeyUsage: 'SIGN_VERIFY' },
  { MultiRegion: true },
  { Policy: 'no JSON' },
  { Policy: '{"Principal":"arn:aws"}' },
  { Tags: [{ TagKey: 'aws:owner', TagValue: '' }] }
)

export const createKey: Arbitrary<Raw> = fc
  .record({
    CustomKeyStoreId: storeId,
    shape: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Raw>({ Origin: 'AWS_CLOUDHSM' }) },
      { weight: 4, arbitrary: xksKeyId.map((XksKeyId): Raw => ({ Origin: 'EXTERNAL_KEY_STORE', XksKeyId })) }
    ),
    odd: fc.oneof({ weight: 6, arbitrary: fc.constant<Raw>({}) }, { weight: 1, arbitrary: oddities })
  })
  .map(({ CustomKeyStoreId, shape, odd }): Raw => ({ CustomKeyStoreId, ...shape, ...odd }))
