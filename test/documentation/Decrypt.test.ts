/** What the documents say of a ciphertext that is not as it was made. Written by hand. */
import { describe, expect, it } from 'vitest'
import { accountWith, cloudHsmKey, cloudHsmStore, externalKey, externalStore, withKeys } from '../fixtures.js'
import { cryptography, errorOf } from '../protocol/endpoint.js'

const inCluster = cloudHsmKey()
const external = externalKey()
const account = withKeys(
  inCluster,
  external
)(accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED')))

const sealed = (arn: string) => cryptography.encrypt(arn, 'YQ==', { a: 'b' })
const decrypted = (arn: string, EncryptionContext: object) =>
  errorOf(account, 'Decrypt', { CiphertextBlob: sealed(arn), EncryptionContext })
const reEncrypted = (arn: string, DestinationKeyId: string, SourceEncryptionContext: object) =>
  errorOf(account, 'ReEncrypt', { CiphertextBlob: sealed(arn), DestinationKeyId, SourceEncryptionContext })

describe('Decryption errors, https://docs.aws.amazon.com/kms/latest/developerguide/xks-troubleshooting.html#fix-xks-decrypt', () => {
  it('KMSInvalidStateException answers Decrypt and ReEncrypt where the proxy finds the ciphertext of an external key changed, or its encryption context wrong', () => {
    expect(decrypted(external.Arn, { a: 'b' })).toBe('accepted')
    expect(decrypted(external.Arn, { a: 'c' })).toBe('KMSInvalidStateException')
    expect(reEncrypted(external.Arn, inCluster.KeyId, { a: 'b' })).toBe('accepted')
    expect(reEncrypted(external.Arn, inCluster.KeyId, {})).toBe('KMSInvalidStateException')
  })
})

describe('Decrypt, https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html', () => {
  it('InvalidCiphertextException answers Decrypt and ReEncrypt where the ciphertext of a key in a cluster was changed, or its encryption context is wrong', () => {
    expect(decrypted(inCluster.Arn, { a: 'b' })).toBe('accepted')
    expect(decrypted(inCluster.Arn, { a: 'c' })).toBe('InvalidCiphertextException')
    expect(reEncrypted(inCluster.Arn, external.KeyId, { a: 'b' })).toBe('accepted')
    expect(reEncrypted(inCluster.Arn, external.KeyId, {})).toBe('InvalidCiphertextException')
  })

  it('InvalidCiphertextException answers a ciphertext that no key has made, whatever key is named', () => {
    for (const KeyId of [inCluster.KeyId, external.KeyId]) {
      expect(errorOf(account, 'Decrypt', { CiphertextBlob: 'YQ==', KeyId })).toBe(
        'InvalidCiphertextException'
      )
    }
  })
})
