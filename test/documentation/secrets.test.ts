/** What the documents say of secrets, held against what stands for them in answers and accounts. Written by hand. */
import { describe, expect, it } from 'vitest'
import { accountWith, credential, externalStore } from '../fixtures.js'
import { errorOf } from '../protocol/endpoint.js'
import { createCloudHsm, createPublic } from '../protocol/requests.js'

describe('XksProxyAuthenticationCredentialType, https://docs.aws.amazon.com/kms/latest/APIReference/API_XksProxyAuthenticationCredentialType.html', () => {
  const redacted = { ...credential, RawSecretAccessKey: '(redacted)' }

  it('(redacted), of 10 characters and with parentheses, is no RawSecretAccessKey', () => {
    const create = { ...createPublic, XksProxyAuthenticationCredential: redacted }
    expect(errorOf(accountWith(), 'CreateCustomKeyStore', createPublic)).toBe('accepted')
    expect(errorOf(accountWith(), 'CreateCustomKeyStore', create)).toBe('ValidationException')
    const store = externalStore('DISCONNECTED')
    const update = { CustomKeyStoreId: store.CustomKeyStoreId, XksProxyAuthenticationCredential: redacted }
    expect(errorOf(accountWith(store), 'UpdateCustomKeyStore', update)).toBe('ValidationException')
  })

  it('(redacted) is no KeyStorePassword either', () => {
    const create = { ...createCloudHsm, KeyStorePassword: '(redacted)' }
    expect(errorOf(accountWith(), 'CreateCustomKeyStore', createCloudHsm)).toBe('accepted')
    expect(errorOf(accountWith(), 'CreateCustomKeyStore', create)).toBe('ValidationException')
  })
})
