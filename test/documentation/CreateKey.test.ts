/** What the documents say of CreateKey in a custom key store. Written by hand. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import { decode } from '../../src/codec/decode.js'
import { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import type { CreateKeyFacts } from '../../src/operations/createKey.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  createCloudHsmKeyRequest,
  createExternalKeyRequest,
  externalKey,
  externalStore,
  proxyWith,
  proxyWithKey,
  unknownId,
  verdict,
  withKeys
} from '../fixtures.js'
import { keyMade } from './attempts.js'

const hsm = cloudHsmStore('CONNECTED')
const open = externalStore('CONNECTED')
const arn = 'arn:aws:kms:eu-central-1:111122223333:key/99999999-9999-9999-9999-999999999999'

const inHsm = (request: CreateKeyRequest = createCloudHsmKeyRequest(), given: Partial<CreateKeyFacts> = {}) =>
  keyMade(hsm, given, request)
const inExternal = (
  request: CreateKeyRequest = createExternalKeyRequest(),
  given: Partial<CreateKeyFacts> = {}
) => keyMade(open, given, request)

const both = (members: Readonly<Record<string, unknown>>) => [
  verdict(inHsm(createCloudHsmKeyRequest(members))),
  verdict(inExternal(createExternalKeyRequest(members)))
]
const unsupported = ['UnsupportedOperationException', 'UnsupportedOperationException']

describe('CreateKey, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html', () => {
  const isRead = (input: unknown) => E.isRight(decode(CreateKeyRequest)(input))

  describe('its request', () => {
    it('has the origin AWS_CLOUDHSM for an AWS CloudHSM key store', () => {
      expect(isRead({ CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' })).toBe(true)
      expect(verdict(inExternal(createCloudHsmKeyRequest()))).not.toBe('accepted')
    })

    it('has the origin EXTERNAL_KEY_STORE and an XksKeyId for an external key store', () => {
      expect(isRead({ CustomKeyStoreId: 'cks-1', Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'key-1' })).toBe(
        true
      )
      expect(isRead({ CustomKeyStoreId: 'cks-1', Origin: 'EXTERNAL_KEY_STORE' })).toBe(false)
      expect(verdict(inHsm(createExternalKeyRequest()))).not.toBe('accepted')
    })

    it.each(['AWS_KMS', 'EXTERNAL', undefined])('has no custom key store with the origin %s', (Origin) => {
      expect(isRead({ CustomKeyStoreId: 'cks-1', Origin })).toBe(false)
    })

    it('has an XksKeyId with the origin EXTERNAL_KEY_STORE only', () => {
      expect(isRead({ CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM', XksKeyId: 'key-1' })).toBe(false)
    })
  })

  it('answers a key policy of more than 131,072 characters with LimitExceededException', () => {
    const policy = (length: number) => ({ Policy: `{"a":"${'é'.repeat(length - 8)}"}` })
    expect(both(policy(131_073))).toEqual(['LimitExceededException', 'LimitExceededException'])
    expect(both({ Policy: `{"a":"${'e'.repeat(32_760)}"}` })).toEqual(['accepted', 'accepted'])
  })

  describe('what it makes', () => {
    it('is an enabled symmetric encryption key of one Region, in the cluster of the store', () => {
      const before = accountWith(hsm)
      const [{ KeyMetadata }, after] = accepted(
        account.createKey(circumstances)(createCloudHsmKeyRequest({ Description: 'first' }))(before)
      )
      expect(KeyMetadata).toMatchObject({
        KeyId: '99999999-9999-9999-9999-999999999999',
        Arn: arn,
        AWSAccountId: '111122223333',
        CreationDate: 1_800_000_000,
        Description: 'first',
        Enabled: true,
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId: 'cks-1234567890abcdef0',
        CloudHsmClusterId: 'cluster-abcdefghijk',
        MultiRegion: false
      })
      expect(KeyMetadata).not.toHaveProperty('XksKeyConfiguration')
      expect(KeyMetadata).not.toHaveProperty('CurrentKeyMaterialId')
      expect(after.keys).toHaveLength(1)
    })

    it('is an enabled key that stands for the external key, in an external key store', () => {
      const [{ KeyMetadata }] = accepted(
        account.createKey(circumstances)(createExternalKeyRequest())(accountWith(open))
      )
      expect(KeyMetadata).toMatchObject({
        Enabled: true,
        KeyState: 'Enabled',
        Origin: 'EXTERNAL_KEY_STORE',
        CustomKeyStoreId: 'cks-abcdef01234567890',
        XksKeyConfiguration: { Id: 'key-1' },
        MultiRegion: false
      })
      expect(KeyMetadata).not.toHaveProperty('CloudHsmClusterId')
    })
  })

  describe('UnsupportedOperationException', () => {
    it.each(['ML_DSA_65', 'ML_KEM_768', 'ECC_NIST_EDWARDS25519'])(
      'answers to the key spec %s, which only the newer name of the member has',
      (spec) => {
        expect(both({ KeySpec: spec })).toEqual(unsupported)
        expect(
          isRead({ CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM', CustomerMasterKeySpec: spec })
        ).toBe(false)
      }
    )

    it.each(['RSA_2048', 'ECC_NIST_P256', 'HMAC_256', 'SM2'])(
      'answers to the key spec %s, by either name of the member',
      (spec) => {
        expect(both({ KeySpec: spec })).toEqual(unsupported)
        expect(both({ CustomerMasterKeySpec: spec })).toEqual(unsupported)
      }
    )

    it('does not answer to SYMMETRIC_DEFAULT and ENCRYPT_DECRYPT, asked for or not', () => {
      expect(both({ KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' })).toEqual([
        'accepted',
        'accepted'
      ])
      expect(both({})).toEqual(['accepted', 'accepted'])
    })

    it.each(['SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'])(
      'answers to the key usage %s',
      (usage) => {
        expect(both({ KeyUsage: usage })).toEqual(unsupported)
      }
    )

    it('answers to a multi-Region key', () => {
      expect(both({ MultiRegion: true })).toEqual(unsupported)
      expect(both({ MultiRegion: false })).toEqual(['accepted', 'accepted'])
    })

    it('answers when the proxy does not support the request', () => {
      const proxy = proxyWith({ supportsRequest: false })
      expect(verdict(inExternal(undefined, { proxy }))).toBe('UnsupportedOperationException')
    })
  })

  describe('CloudHsmClusterInvalidConfigurationException', () => {
    it('answers unless the cluster has two active HSMs in different Availability Zones', () => {
      const cluster = clusterWithHsmsIn('eu-central-1a', 'eu-central-1a')
      expect(verdict(inHsm(undefined, { cluster }))).toBe('CloudHsmClusterInvalidConfigurationException')
    })
  })

  describe('the external key', () => {
    const withProxy = (proxy: ReturnType<typeof proxyWith>) => verdict(inExternal(undefined, { proxy }))

    it('must not be that of another key of the store, even one pending deletion: XksKeyAlreadyInUseException', () => {
      const pending = externalKey({ DeletionDate: 1_800_000_001 })
      expect(verdict(inExternal(undefined, { keys: [externalKey()] }))).toBe('XksKeyAlreadyInUseException')
      expect(verdict(inExternal(undefined, { keys: [pending] }))).toBe('XksKeyAlreadyInUseException')
    })

    it('may be that of a key of another store', () => {
      const elsewhere = externalKey({ CustomKeyStoreId: 'cks-fedcba09876543210' })
      const before = withKeys(elsewhere)(
        accountWith(open, externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE'))
      )
      expect(verdict(account.createKey(circumstances)(createExternalKeyRequest())(before))).toBe('accepted')
    })

    it('must be known to the proxy: XksKeyNotFoundException', () => {
      const request = createExternalKeyRequest({ XksKeyId: 'no-key' })
      expect(verdict(inExternal(request))).toBe('XksKeyNotFoundException')
    })

    it('must be a 256-bit AES key: XksKeyInvalidConfigurationException', () => {
      expect(withProxy(proxyWithKey({ keySpec: 'AES_128' }))).toBe('XksKeyInvalidConfigurationException')
    })

    it('must be enabled: XksKeyInvalidConfigurationException', () => {
      expect(withProxy(proxyWithKey({ keyStatus: 'DISABLED' }))).toBe('XksKeyInvalidConfigurationException')
    })

    it.each([[['ENCRYPT']], [['DECRYPT']], [[]]])(
      'must encrypt and decrypt, not only %j: XksKeyInvalidConfigurationException',
      (keyUsage) => {
        expect(withProxy(proxyWithKey({ keyUsage }))).toBe('XksKeyInvalidConfigurationException')
      }
    )

    it('may have more uses than these', () => {
      expect(verdict(inExternal(createExternalKeyRequest({ XksKeyId: 'key-2' })))).toBe('accepted')
    })
  })

  describe('CustomKeyStoreInvalidStateException', () => {
    it('answers when the proxy denies requests of the principal', () => {
      const principal = 'arn:aws:iam::111122223333:user/denied'
      const proxy = proxyWith({ deniedPrincipals: [principal] })
      expect(verdict(inExternal(undefined, { proxy, principal }))).toBe('CustomKeyStoreInvalidStateException')
      expect(verdict(inExternal(undefined, { proxy }))).toBe('accepted')
    })

    it.each([
      ['cannot be reached', { reachable: false }],
      ['cannot be reached over the network', { networkIsSound: false }],
      ['has a TLS fault', { tlsIsValid: false }],
      ['answers too late', { answersInTime: false }],
      ['turns requests away', { throttles: true }],
      ['refuses the credential', { acceptsCredential: false }],
      ['denies access', { authorizesKms: false }],
      ['denies requests about the key', { deniedKeys: 'any' }],
      ['is not at the path', { knowsUriPath: false }],
      ['gives an unreadable answer', { answersAreValid: false }]
    ])('answers in a CONNECTED external key store when the proxy %s', (_, fault) => {
      expect(verdict(inExternal(undefined, { proxy: proxyWith(fault) }))).toBe(
        'CustomKeyStoreInvalidStateException'
      )
    })
  })

  describe('the exceptions that any CreateKey has', () => {
    it('LimitExceededException answers when the account has 100,000 KMS keys in the Region', () => {
      expect(verdict(inHsm(undefined, { keysOfAccount: 100_000 }))).toBe('LimitExceededException')
      expect(verdict(inExternal(undefined, { keysOfAccount: 100_000 }))).toBe('LimitExceededException')
      expect(verdict(inHsm(undefined, { keysOfAccount: 99_999 }))).toBe('accepted')
    })

    it('MalformedPolicyDocumentException answers to a policy that is no JSON', () => {
      expect(both({ Policy: '{"Version":' })).toEqual([
        'MalformedPolicyDocumentException',
        'MalformedPolicyDocumentException'
      ])
    })

    it.each([
      ['has none', {}],
      ['has an empty one', { Principal: '' }],
      ['has an empty list', { Principal: { AWS: [] } }],
      ['has a null', { Principal: null }],
      ['is no statement', 'Allow']
    ])(
      'MalformedPolicyDocumentException answers to a policy of which a statement %s in place of a principal',
      (_, one) => {
        const sound = {
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::111122223333:root'] },
          Action: 'kms:*'
        }
        const Policy = JSON.stringify({ Statement: [sound, one] })
        expect(both({ Policy })).toEqual([
          'MalformedPolicyDocumentException',
          'MalformedPolicyDocumentException'
        ])
        expect(both({ Policy: JSON.stringify({ Statement: one }) })[0]).toBe(
          'MalformedPolicyDocumentException'
        )
        expect(both({ Policy: JSON.stringify({ Statement: sound }) })).toEqual(['accepted', 'accepted'])
      }
    )

    it('InvalidArnException answers to a policy with an ARN that is none', () => {
      expect(both({ Policy: '{"Resource":"arn:aws:kms"}' })).toEqual([
        'InvalidArnException',
        'InvalidArnException'
      ])
    })

    it('TagException answers to tags that are not valid', () => {
      expect(both({ Tags: [{ TagKey: 'aws:own', TagValue: '' }] })).toEqual(['TagException', 'TagException'])
    })

    it('CustomKeyStoreNotFoundException answers when there is no store with the id', () => {
      const request = createCloudHsmKeyRequest({ CustomKeyStoreId: unknownId })
      expect(verdict(account.createKey(circumstances)(request)(accountWith(hsm)))).toBe(
        'CustomKeyStoreNotFoundException'
      )
    })

    it.each(['DependencyTimeoutException', 'KMSInternalException'] as const)(
      '%s, with HTTP status 500, answers when KMS cannot serve the request, which can be tried again',
      (failure) => {
        const expected = { left: { name: failure, httpStatus: 500, retry: 'helps' } }
        expect(inHsm(undefined, { failure })).toMatchObject(expected)
        expect(inExternal(undefined, { failure })).toMatchObject(expected)
      }
    )
  })

  it('looks at no cluster for an external key store, and at no proxy for an AWS CloudHSM key store', () => {
    expect(verdict(inExternal(undefined, { cluster: clusterWith({ state: 'DELETED' }) }))).toBe('accepted')
    expect(verdict(inHsm(undefined, { proxy: proxyWith({ reachable: false }), keys: [cloudHsmKey()] }))).toBe(
      'accepted'
    )
  })
})
