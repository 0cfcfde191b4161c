/** What an operation makes, member by member: what a request does not say is absent, and not there as undefined. */
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import type { Account } from '../../src/model/Account.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { GrantId } from '../../src/model/Grant.js'
import { CreateGrantRequest } from '../../src/model/requests/GrantRequests.js'
import { operationsByName } from '../../src/operations/index.js'
import { configurationOf } from '../../src/operations/createExternalKeyStore.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  createExternalRequest,
  externalStore,
  newCustomKeyStoreId,
  newKeyId,
  otherAccountId,
  withKeys
} from '../fixtures.js'

const store = (changes: object) => ({
  CustomKeyStoreId: newCustomKeyStoreId,
  CreationDate: 1_800_000_000,
  attempt: 0,
  ConnectionState: 'DISCONNECTED',
  ...changes
})

const lastOf = <A>(list: Iterable<A>): A | undefined => [...list].at(-1)

describe('a store that was created', () => {
  const made = (
    request: ReturnType<typeof createExternalRequest> | ReturnType<typeof createCloudHsmRequest>
  ) => {
    const [, after]: readonly [unknown, Account] = accepted(
      account.create(circumstances)(request)(accountWith())
    )
    return lastOf(after.stores)
  }

  it('in a cluster has no password', () => {
    expect(made(createCloudHsmRequest())).toStrictEqual(
      store({
        CustomKeyStoreName: 'hsm store',
        CustomKeyStoreType: 'AWS_CLOUDHSM',
        CloudHsmClusterId: 'cluster-abcdefghijk',
        TrustAnchorCertificate: 'customerCA of abcdefghijk',
        clusterCertificate: 'certificate of abcdefghijk'
      })
    )
  })

  it('behind a public proxy has no service', () => {
    expect(made(createExternalRequest())).toStrictEqual(
      store({
        CustomKeyStoreName: 'public store',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        XksProxyConfiguration: {
          Connectivity: 'PUBLIC_ENDPOINT',
          AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
          UriEndpoint: 'https://public.example.com',
          UriPath: '/first/kms/xks/v1'
        }
      })
    )
  })

  it.each([
    ['no owner of its service', {}, {}],
    [
      'the owner',
      { XksProxyVpcEndpointServiceOwner: otherAccountId },
      { VpcEndpointServiceOwner: otherAccountId }
    ]
  ])('behind a proxy in a VPC has what the request names: %s', (_, asked, kept) => {
    expect(configurationOf(createExternalRequest('VPC_ENDPOINT_SERVICE', asked))).toStrictEqual({
      Connectivity: 'VPC_ENDPOINT_SERVICE',
      AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
      UriEndpoint: 'https://private.example.com',
      UriPath: '/second/kms/xks/v1',
      VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234',
      ...kept
    })
  })
})

describe('a key that was created', () => {
  const before = accountWith(cloudHsmStore('CONNECTED'), externalStore('CONNECTED'))
  const made = (
    request: ReturnType<typeof createExternalKeyRequest> | ReturnType<typeof createCloudHsmKeyRequest>
  ) => {
    const [, after]: readonly [unknown, Account] = accepted(account.createKey(circumstances)(request)(before))
    return lastOf(after.keys)
  }
  const key = {
    KeyId: newKeyId,
    Arn: `arn:aws:kms:eu-central-1:111122223333:key/${newKeyId}`,
    Description: '',
    CreationDate: 1_800_000_000,
    enabled: true
  }
  const Tags = [{ TagKey: 'team', TagValue: 'keys' }]

  it.each([
    ['nothing else', {}, {}],
    ['its description', { Description: 'first' }, { Description: 'first' }],
    ['its tags', { Tags }, { Tags }],
    ['its policy', { Policy: '{}', BypassPolicyLockoutSafetyCheck: true }, { Policy: '{}' }]
  ])('has what the request says: %s', (_, asked, kept) => {
    const inCluster = made(createCloudHsmKeyRequest(asked))
    expect(inCluster).toStrictEqual({
      ...key,
      CustomKeyStoreId: before.stores[0]?.CustomKeyStoreId,
      Origin: 'AWS_CLOUDHSM',
      ...kept
    })
    expect(made(createExternalKeyRequest(asked))).toStrictEqual({
      ...key,
      CustomKeyStoreId: before.stores[1]?.CustomKeyStoreId,
      Origin: 'EXTERNAL_KEY_STORE',
      XksKeyConfiguration: { Id: 'key-1' },
      ...kept
    })
  })
})

describe('a grant that was made', () => {
  const before = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
  const grantee = { GranteePrincipal: 'arn:aws:iam::111122223333:role/one', Operations: ['Encrypt'] }
  const RetiringPrincipal = 'arn:aws:iam::111122223333:role/two'
  const Constraints = { EncryptionContextEquals: { team: 'keys' } }

  it.each([
    ['nothing else', {}],
    ['who may retire it', { RetiringPrincipal }],
    ['its constraints', { Constraints }],
    ['its name', { Name: 'first' }]
  ])('has what the request says: %s', (_, asked) => {
    const request = decoded(CreateGrantRequest, { KeyId: cloudHsmKey().KeyId, ...grantee, ...asked })
    const newGrantId = decoded(GrantId, 'g1')
    const [, after] = accepted(account.createGrant({ ...circumstances, newGrantId })(request)(before))
    expect(lastOf(after.keys)?.Grants).toStrictEqual([
      { GrantId: 'g1', CreationDate: 1_800_000_000, ...grantee, ...asked }
    ])
  })
})

describe('an answer where nobody encrypts has no bytes', () => {
  const { KeyId, Arn } = cloudHsmKey()
  const before = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
  const CiphertextBlob = 'AQIDBA=='
  it.each<readonly [OperationName, object, object]>([
    ['Encrypt', { KeyId, Plaintext: 'YQ==' }, { KeyId: Arn }],
    ['Decrypt', { KeyId, CiphertextBlob }, { KeyId: Arn }],
    [
      'ReEncrypt',
      { SourceKeyId: KeyId, DestinationKeyId: KeyId, CiphertextBlob },
      { SourceKeyId: Arn, KeyId: Arn }
    ],
    ['GenerateDataKey', { KeyId, KeySpec: 'AES_256' }, { KeyId: Arn }],
    ['GenerateDataKeyWithoutPlaintext', { KeyId, KeySpec: 'AES_256' }, { KeyId: Arn }],
    ['GenerateRandom', { NumberOfBytes: 32 }, { NumberOfBytes: 32 }]
  ])('%s', (name, asked, answer) => {
    const stated = operationsByName['exception-text-2022'][name]
    const request = decoded(stated.request, asked) as never
    expect(accepted(stated.onAccount(circumstances)(request)(before))).toStrictEqual([answer, before])
  })
})
