/** Keys in stores: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import { account as onAccount, type KeyId } from '../../../src/index.js'
import { leftOpen } from '../../../src/questions/leftOpen.js'
import { keyState } from '../../../src/model/KmsKey.js'
import { CreateKeyRequest } from '../../../src/model/requests/CreateKeyRequest.js'
import { connect } from '../../../src/operations/connect.js'
import { type CreateFacts } from '../../../src/operations/create.js'
import { createsExternalKey } from '../../../src/operations/createExternalKey.js'
import { type CreateKeyFacts } from '../../../src/operations/createKey.js'
import { cancelKeyDeletion } from '../../../src/operations/cancelKeyDeletion.js'
import { useKey } from '../../../src/operations/useKey.js'
import {
  accepted,
  accountId,
  accountWith,
  behindStore,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  externalStore,
  isRead,
  proxyWith,
  verdict,
  withKeys
} from '../../fixtures.js'
import { created, keyMade, updated } from '../attempts.js'

type Members = Readonly<Record<string, unknown>>
const hsm = cloudHsmStore('DISCONNECTED')
const externalKeyMade = (fault: Members) =>
  verdict(keyMade(externalStore('CONNECTED'), { proxy: proxyWith(fault) }, createExternalKeyRequest()))

describe('assumptions', () => {
  it('A23 at CreateKey a proxy without support for the request makes the operation unsupported', () => {
    expect(externalKeyMade({ supportsRequest: false })).toBe('UnsupportedOperationException')
  })

  it.each([
    ['proxyAuthorizesKms', { authorizesKms: false }],
    ['proxyAuthorizesPrincipal', { deniedPrincipals: ['denied'] }],
    ['proxyAuthorizesUseOfKey', { deniedKeys: 'any' }]
  ])(
    'A121 at CreateKey a proxy that denies access makes the store invalid, or as well the key: %s',
    (rule, fault) => {
      const facts = { proxy: proxyWith(fault), principal: 'denied' }
      const made = keyMade(externalStore('CONNECTED'), facts, createExternalKeyRequest())
      expect(verdict(made)).toBe('CustomKeyStoreInvalidStateException')
      expect(made).toMatchObject({ left: { rule, assumes: ['A121'] } })
      const stated = createsExternalKey.parts[0]?.rules.find(({ name }) => name === rule)
      expect(stated?.openTo).toEqual(['KMSInvalidStateException'])
    }
  )

  it('A27 CreateKey in a store whose cluster is missing, not active or out of reach answers as to a wrong configuration', () => {
    const made = (cluster: CreateKeyFacts['cluster']) =>
      verdict(keyMade(cloudHsmStore('CONNECTED'), { cluster }, createCloudHsmKeyRequest()))
    expect(made(undefined)).toBe('CloudHsmClusterInvalidConfigurationException')
    expect(made(clusterWith({ state: 'INITIALIZED' }))).toBe('CloudHsmClusterInvalidConfigurationException')
    expect(made(clusterWith({ reachable: false }))).toBe('CloudHsmClusterInvalidConfigurationException')
  })

  it('the use of a key pending deletion is a KMSInvalidStateException, whether it was enabled or not', () => {
    const store = cloudHsmStore('CONNECTED')
    for (const enabled of [true, false]) {
      const key = cloudHsmKey({ enabled, DeletionDate: 1_900_000_000 })
      expect(verdict(useKey(behindStore(store))(store)(key))).toBe('KMSInvalidStateException')
    }
  })

  it('A29 the loss of key material leaves the state of the key as it is, and refuses its use', () => {
    const store = cloudHsmStore('CONNECTED')
    const key = cloudHsmKey()
    const cluster = clusterWith({ lostKeyMaterial: [key.KeyId] })
    expect(keyState(store)(key)).toBe('Enabled')
    expect(verdict(useKey({ cluster })(store)(key))).toBe('KMSInvalidStateException')
  })

  it('the quotas are 10 stores and 100,000 keys, unless told otherwise', () => {
    const stores = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        externalStore('CONNECTED', 'PUBLIC_ENDPOINT', {
          CustomKeyStoreId: `cks-${String(i)}`,
          CustomKeyStoreName: `store ${String(i)}`
        })
      )
    const withStores = (count: number, quota: Partial<CreateFacts>) =>
      verdict(created(createCloudHsmRequest(), { cluster: clusterWith(), others: stores(count), ...quota }))
    const withKeyCount = (keysOfAccount: number, quota: Partial<CreateKeyFacts>) =>
      verdict(keyMade(cloudHsmStore('CONNECTED'), { keysOfAccount, ...quota }, createCloudHsmKeyRequest()))
    expect([withStores(9, {}), withStores(10, {})]).toEqual(['accepted', 'LimitExceededException'])
    expect([withStores(11, { storeQuota: 12 }), withStores(12, { storeQuota: 12 })]).toEqual([
      'accepted',
      'LimitExceededException'
    ])
    expect([withKeyCount(99_999, {}), withKeyCount(100_000, {})]).toEqual([
      'accepted',
      'LimitExceededException'
    ])
    expect([withKeyCount(4, { keyQuota: 5 }), withKeyCount(5, { keyQuota: 5 })]).toEqual([
      'accepted',
      'LimitExceededException'
    ])
  })

  it('A39 an origin of the other type of store is unsupported; members that cannot go together are not valid', () => {
    expect(verdict(keyMade(cloudHsmStore('CONNECTED'), {}, createExternalKeyRequest()))).toBe(
      'UnsupportedOperationException'
    )
    expect(verdict(keyMade(externalStore('CONNECTED'), {}, createCloudHsmKeyRequest()))).toBe(
      'UnsupportedOperationException'
    )
    const reads = (members: Members) => isRead(CreateKeyRequest, { CustomKeyStoreId: 'cks-1', ...members })
    expect(reads({ Origin: 'AWS_KMS' })).toBe(false)
    expect(reads({})).toBe(false)
    expect(reads({ Origin: 'AWS_CLOUDHSM', XksKeyId: 'key-1' })).toBe(false)
    expect(reads({ Origin: 'EXTERNAL_KEY_STORE' })).toBe(false)
  })

  it('CancelKeyDeletion in a store that is not CONNECTED succeeds; the key is Disabled once it is', () => {
    const key = cloudHsmKey({ DeletionDate: 1_900_000_000 })
    const after = accepted(cancelKeyDeletion({})(hsm)(key))
    expect(keyState(hsm)(after)).toBe('Unavailable')
    expect(keyState(cloudHsmStore('CONNECTED'))(after)).toBe('Disabled')
  })

  it('A41 Create, Update and CreateKey need two active HSMs in different zones, Connect one', () => {
    const cluster = clusterWithHsmsIn('eu-central-1a', 'eu-central-1a')
    const refused = 'CloudHsmClusterInvalidConfigurationException'
    expect(verdict(created(createCloudHsmRequest(), { cluster }))).toBe(refused)
    expect(verdict(updated(hsm, { CloudHsmClusterId: 'cluster-abcdefghijk' }, { cluster }))).toBe(refused)
    expect(verdict(keyMade(cloudHsmStore('CONNECTED'), { cluster }, createCloudHsmKeyRequest()))).toBe(
      refused
    )
    expect(verdict(connect({ cluster: clusterWithHsmsIn('eu-central-1a') })(hsm))).toBe('accepted')
  })

  it('CreateKey in a CONNECTED store answers CustomKeyStoreInvalidStateException when the proxy fails', () => {
    expect(externalKeyMade({ reachable: false })).toBe('CustomKeyStoreInvalidStateException')
    expect(externalKeyMade({ acceptsCredential: false })).toBe('CustomKeyStoreInvalidStateException')
  })

  it('A90 an ARN of another form than those of keys and aliases is invalid where the page says so, or else not found', () => {
    const store = cloudHsmStore('CONNECTED')
    const inAccount = withKeys(cloudHsmKey())(accountWith(store))
    const answers = (KeyId: string) => {
      const request = { KeyId: KeyId as KeyId }
      return [
        verdict(onAccount.disableKey(circumstances)(request)(inAccount)),
        verdict(onAccount.generateDataKey(circumstances)({ ...request, NumberOfBytes: 16 })(inAccount))
      ]
    }
    for (const arn of [
      'arn:',
      'arn:aws:kms:us-east-1:banana',
      'arn:aws:kms:us-east-1:111122223333:store/1'
    ]) {
      expect(answers(arn)).toEqual(['InvalidArnException', 'NotFoundException'])
    }
    for (const id of [`arn:aws:kms:eu-central-1:${accountId}:key/other`, 'arn', 'other']) {
      expect(answers(id)).toEqual(['NotFoundException', 'NotFoundException'])
    }
    expect(answers(cloudHsmKey().Arn)).toEqual(['accepted', 'accepted'])
  })

  it('A91 a key in a custom key store makes data keys', () => {
    const inAccount = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
    const request = { KeyId: cloudHsmKey().KeyId, NumberOfBytes: 16 } as const
    expect(verdict(onAccount.generateDataKey(circumstances)(request)(inAccount))).toBe('accepted')
    expect(verdict(onAccount.generateDataKeyWithoutPlaintext(circumstances)(request)(inAccount))).toBe(
      'accepted'
    )
  })

  it('A92 the use of a disabled key is a DisabledException, or as well a KMSInvalidStateException', () => {
    const store = cloudHsmStore('CONNECTED')
    const key = cloudHsmKey({ enabled: false })
    expect(verdict(useKey(behindStore(store))(store)(key))).toBe('DisabledException')
    const { exceptions } = leftOpen(useKey.explain(behindStore(store))(store)(key))
    expect(exceptions).toEqual(['KMSInvalidStateException'])
  })

  it('A49 a policy is a JSON object, its ARNs have six parts, and a tag key neither repeats nor begins with aws:', () => {
    const made = (members: Members) =>
      verdict(keyMade(cloudHsmStore('CONNECTED'), {}, createCloudHsmKeyRequest(members)))
    const tags = (...keys: ReadonlyArray<string>) => ({
      Tags: keys.map((TagKey) => ({ TagKey, TagValue: 'value' }))
    })
    const principal = (arn: string) => ({ Policy: JSON.stringify({ Principal: { AWS: arn } }) })
    expect(['{}', '[]', '"{}"', 'null', '{'].map((Policy) => made({ Policy }))).toEqual([
      'accepted',
      'MalformedPolicyDocumentException',
      'MalformedPolicyDocumentException',
      'MalformedPolicyDocumentException',
      'MalformedPolicyDocumentException'
    ])
    expect(made(principal('arn:aws:iam::111122223333:root'))).toBe('accepted')
    expect(made(principal('arn:aws:iam'))).toBe('InvalidArnException')
    expect(made(tags('one', 'two'))).toBe('accepted')
    expect(made(tags('one', 'one'))).toBe('TagException')
    expect(made(tags('AWS:one'))).toBe('TagException')
  })
})
