/** The uses of a key through the protocol. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  everyState,
  externalKey,
  externalStore,
  proxyWith,
  withKeys
} from '../fixtures.js'
import { ask, cryptography, errorOf, withFacts } from './endpoint.js'

const KeyId = '11111111-2222-3333-4444-555555555555'
const Arn = `arn:aws:kms:eu-central-1:111122223333:key/${KeyId}`
const otherId = '66666666-7777-8888-9999-000000000000'
const otherArn = `arn:aws:kms:eu-central-1:111122223333:key/${otherId}`

const stores = accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED'))
const account = withKeys(cloudHsmKey(), externalKey())(stores)
const disabled = withKeys(cloudHsmKey({ enabled: false }), externalKey())(stores)
const pending = withKeys(cloudHsmKey({ DeletionDate: 1_900_000_000 }), externalKey())(stores)

const Plaintext = Buffer.from('plain text').toString('base64')
const EncryptionContext = { Department: 'Finance', ['__proto__']: 'a' }
const encrypted = (context = {}, arn = Arn): string => cryptography.encrypt(arn, Plaintext, context)

const uses = [
  ['Encrypt', { KeyId, Plaintext }],
  ['Decrypt', { CiphertextBlob: encrypted() }],
  ['Decrypt', { CiphertextBlob: encrypted(), KeyId }],
  ['ReEncrypt', { CiphertextBlob: encrypted(), DestinationKeyId: otherId }],
  ['ReEncrypt', { CiphertextBlob: encrypted({}, otherArn), DestinationKeyId: KeyId }],
  ['GenerateDataKey', { KeyId, KeySpec: 'AES_256' }],
  ['GenerateDataKeyWithoutPlaintext', { KeyId, NumberOfBytes: 7 }]
] as const

const verdicts = (...[account, changes]: [Account, Parameters<typeof ask>[3]?]) =>
  new Set(uses.map(([operation, request]) => errorOf(account, operation, request, changes)))
const every = (verdict: string) => new Set([verdict])

describe('any use of a key', () => {
  it('is accepted in a connected store alone', () => {
    for (const state of everyState) {
      const held = withKeys(...account.keys)(accountWith(cloudHsmStore(state), externalStore('CONNECTED')))
      expect([state, verdicts(held)]).toEqual([
        state,
        every(state === 'CONNECTED' ? 'accepted' : 'KMSInvalidStateException')
      ])
    }
  })

  it('is decided by the state of the key and by what stands behind its store', () => {
    expect(verdicts(disabled)).toEqual(every('DisabledException'))
    expect(verdicts(pending)).toEqual(every('KMSInvalidStateException'))
    const lost = withFacts({ clusters: [clusterWith({ lostKeyMaterial: [KeyId] })] })
    expect(verdicts(account, lost)).toEqual(every('KMSInvalidStateException'))
    expect(verdicts(account, { failure: 'KMSInternalException' })).toEqual(every('KMSInternalException'))
    expect(verdicts(account, { failure: 'KeyUnavailableException' })).toEqual(
      every('KeyUnavailableException')
    )
    const unreachable = withFacts({ proxies: [proxyWith({ reachable: false })] })
    expect(errorOf(account, 'Encrypt', { KeyId: otherId, Plaintext }, unreachable)).toBe(
      'KMSInvalidStateException'
    )
  })

  it('needs a key of the account', () => {
    expect(verdicts(stores)).toEqual(every('NotFoundException'))
  })

  it('changes nothing', () => {
    for (const [operation, request] of uses) expect(ask(account, operation, request).after).toBe(account)
  })

  it('is only tried in a dry run, which shows nothing and fails last', () => {
    for (const [operation, request] of uses) {
      const { status, body } = ask(account, operation, { ...request, DryRun: true })
      expect([status, Object.keys(body), body.__type]).toEqual([
        400,
        ['__type', 'message'],
        'DryRunOperationException'
      ])
      expect(errorOf(disabled, operation, { ...request, DryRun: true })).toBe('DisabledException')
      expect(errorOf(account, operation, { ...request, DryRun: false })).toBe('accepted')
    }
  })
})

describe('Encrypt and Decrypt', () => {
  it('undo each other, by id and by ARN', () => {
    const { body } = ask(account, 'Encrypt', { KeyId, Plaintext, EncryptionContext })
    expect(body).toEqual({
      CiphertextBlob: encrypted(EncryptionContext),
      KeyId: Arn,
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT'
    })
    const { CiphertextBlob } = body
    for (const named of [{}, { KeyId }, { KeyId: Arn }]) {
      expect(ask(account, 'Decrypt', { CiphertextBlob, EncryptionContext, ...named }).body).toEqual({
        KeyId: Arn,
        Plaintext,
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT'
      })
    }
  })

  it('refuse an algorithm that the key does not have', () => {
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256'
    expect(errorOf(account, 'Encrypt', { KeyId, Plaintext, EncryptionAlgorithm })).toBe(
      'InvalidKeyUsageException'
    )
    expect(errorOf(account, 'Decrypt', { CiphertextBlob: encrypted(), EncryptionAlgorithm })).toBe(
      'InvalidKeyUsageException'
    )
    expect(errorOf(account, 'Encrypt', { KeyId, Plaintext, EncryptionAlgorithm: 'ROT13' })).toBe(
      'ValidationException'
    )
    expect(errorOf(account, 'Encrypt', { KeyId, Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })).toBe(
      'accepted'
    )
  })

  it.each([
    [0, 'ValidationException'],
    [1, 'accepted'],
    [4096, 'accepted'],
    [4097, 'ValidationException']
  ])('take 1 to 4096 bytes: %i', (bytes, verdict) => {
    const Plaintext = Buffer.alloc(bytes).toString('base64')
    expect(errorOf(account, 'Encrypt', { KeyId, Plaintext })).toBe(verdict)
  })

  it.each([
    [0, 'ValidationException'],
    [6144, 'InvalidCiphertextException'],
    [6145, 'ValidationException']
  ])('take a ciphertext of up to 6144 bytes: %i', (bytes, verdict) => {
    expect(errorOf(account, 'Decrypt', { CiphertextBlob: Buffer.alloc(bytes).toString('base64') })).toBe(
      verdict
    )
  })

  it('never repeat a plaintext that is refused', () => {
    const long = 'c2VjcmV0'.repeat(700)
    for (const Plaintext of [long, 'c2VjcmV0!', [long], { long }]) {
      expect(JSON.stringify(ask(account, 'Encrypt', { KeyId, Plaintext }))).not.toContain('c2VjcmV0')
    }
  })
})

describe('a ciphertext', () => {
  it('of elsewhere is an InvalidCiphertextException', () => {
    expect(errorOf(account, 'Decrypt', { CiphertextBlob: 'AAAA' })).toBe('InvalidCiphertextException')
    expect(errorOf(account, 'ReEncrypt', { CiphertextBlob: 'AAAA', DestinationKeyId: KeyId })).toBe(
      'InvalidCiphertextException'
    )
  })

  it('is bound to its encryption context', () => {
    const CiphertextBlob = encrypted(EncryptionContext)
    expect(errorOf(account, 'Decrypt', { CiphertextBlob })).toBe('InvalidCiphertextException')
    expect(errorOf(account, 'ReEncrypt', { CiphertextBlob, DestinationKeyId: KeyId })).toBe(
      'InvalidCiphertextException'
    )
    expect(errorOf(disabled, 'Decrypt', { CiphertextBlob })).toBe('DisabledException')
  })

  it('is decrypted with no key but its own', () => {
    const CiphertextBlob = encrypted()
    expect(errorOf(account, 'Decrypt', { CiphertextBlob, KeyId: otherId })).toBe('IncorrectKeyException')
    expect(errorOf(disabled, 'Decrypt', { CiphertextBlob, KeyId: otherId })).toBe('IncorrectKeyException')
    expect(errorOf(account, 'Decrypt', { CiphertextBlob, KeyId: 'unknown' })).toBe('NotFoundException')
    expect(
      errorOf(account, 'ReEncrypt', { CiphertextBlob, SourceKeyId: otherId, DestinationKeyId: KeyId })
    ).toBe('IncorrectKeyException')
  })
})

describe('ReEncrypt', () => {
  it('answers with a ciphertext of the other key and context', () => {
    const request = {
      CiphertextBlob: encrypted({ a: '1' }),
      SourceEncryptionContext: { a: '1' },
      SourceKeyId: KeyId,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationKeyId: otherId,
      DestinationEncryptionContext: { b: '2' }
    }
    expect(ask(account, 'ReEncrypt', request).body).toEqual({
      CiphertextBlob: encrypted({ b: '2' }, otherArn),
      SourceKeyId: Arn,
      KeyId: otherArn,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT'
    })
    const withoutContext = { CiphertextBlob: encrypted(), DestinationKeyId: otherId }
    expect(ask(account, 'ReEncrypt', withoutContext).body.CiphertextBlob).toBe(encrypted({}, otherArn))
  })

  it('refuses an algorithm that either key does not have', () => {
    const request = { CiphertextBlob: encrypted(), DestinationKeyId: otherId }
    for (const member of ['SourceEncryptionAlgorithm', 'DestinationEncryptionAlgorithm']) {
      expect(errorOf(account, 'ReEncrypt', { ...request, [member]: 'SM2PKE' })).toBe(
        'InvalidKeyUsageException'
      )
    }
  })
})

describe('GenerateDataKey', () => {
  it.each([
    [{ KeySpec: 'AES_256' }, 32],
    [{ KeySpec: 'AES_128' }, 16],
    [{ NumberOfBytes: 1 }, 1],
    [{ NumberOfBytes: 1024 }, 1024]
  ])('answers with a key in plain and encrypted: %o', (size, bytes) => {
    const Plaintext = Buffer.alloc(bytes, 7).toString('base64')
    const CiphertextBlob = cryptography.encrypt(Arn, Plaintext, EncryptionContext)
    const request = { KeyId, EncryptionContext, ...size }
    expect(ask(account, 'GenerateDataKey', request).body).toEqual({ CiphertextBlob, Plaintext, KeyId: Arn })
    expect(ask(account, 'GenerateDataKeyWithoutPlaintext', request).body).toEqual({
      CiphertextBlob,
      KeyId: Arn
    })
  })

  it.each([
    [{}, "Value null at 'keySpec'"],
    [{ KeySpec: 'AES_256', NumberOfBytes: 32 }, "Value '32' at 'numberOfBytes'"],
    [{ KeySpec: 'AES_192' }, "Value 'AES_192' at 'keySpec'"],
    [{ NumberOfBytes: 0 }, "Value '0' at 'numberOfBytes'"],
    [{ NumberOfBytes: 1025 }, "Value '1025' at 'numberOfBytes'"]
  ])('needs one size, within the limits: %o', (size, message) => {
    for (const operation of ['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']) {
      const { body } = ask(account, operation, { KeyId, ...size })
      expect(body.__type).toBe('ValidationException')
      expect(body.message).toContain(message)
    }
  })
})
