/** Lengths, ranges and patterns of the members of requests, and what all operations share. Written by hand. */
import { describe, expect, it } from 'vitest'
import { commonErrors } from '../../src/exceptions/commonErrors.js'
import { exceptions, type ExceptionName } from '../../src/exceptions/Exception.js'
import { decode } from '../../src/codec/decode.js'
import { operations } from '../../src/operations/index.js'
import { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { UpdateCustomKeyStoreRequest } from '../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { credential } from '../fixtures.js'

/** Whether the request of UpdateCustomKeyStore may have the value. */
const takes = (member: string, value: unknown) =>
  decode(UpdateCustomKeyStoreRequest)({ CustomKeyStoreId: 'cks-1', [member]: value })._tag === 'Right'

describe('the length of a member', () => {
  const longPath = (length: number) => `/${'p'.repeat(length - 12)}/kms/xks/v1`
  // prettier-ignore
  it.each<[string, number, number, (length: number) => string]>([
    ['CustomKeyStoreId',      1,  64,  (length) => 'c'.repeat(length)],
    ['NewCustomKeyStoreName', 1,  256, (length) => 'n'.repeat(length)],
    ['CloudHsmClusterId',     19, 24,  (length) => `cluster-${'a'.repeat(length - 8)}`],
    ['KeyStorePassword',      7,  32,  (length) => 'p'.repeat(length)],
    ['XksProxyUriEndpoint',   10, 128, (length) => `https://${'h'.repeat(length - 8)}`]
  ])('%s has %i to %i characters', (member, minimum, maximum, value) => {
    const lengths = [minimum - 1, minimum, maximum, maximum + 1]
    expect(lengths.map((length) => takes(member, value(length)))).toEqual([false, true, true, false])
  })

  it('XksProxyUriPath has 10 to 128 characters', () => {
    expect(takes('XksProxyUriPath', '/kms/xks/v1')).toBe(true)
    expect([128, 129].map((length) => takes('XksProxyUriPath', longPath(length)))).toEqual([true, false])
  })

  it('XksProxyVpcEndpointServiceName has at most 64 characters', () => {
    const name = (length: number) => 'com.amazonaws.vpce.us-east-1.vpce-svc-'.padEnd(length, '0')
    expect([64, 65].map((length) => takes('XksProxyVpcEndpointServiceName', name(length)))).toEqual([
      true,
      false
    ])
  })

  it('AccessKeyId has 20 to 30 characters, RawSecretAccessKey 43 to 64', () => {
    const ids = [19, 20, 30, 31].map((n) => ({ ...credential, AccessKeyId: 'A'.repeat(n) }))
    const secrets = [42, 43, 64, 65].map((n) => ({ ...credential, RawSecretAccessKey: 's'.repeat(n) }))
    expect(ids.map((id) => takes('XksProxyAuthenticationCredential', id))).toEqual([false, true, true, false])
    expect(secrets.map((secret) => takes('XksProxyAuthenticationCredential', secret))).toEqual([
      false,
      true,
      true,
      false
    ])
  })

  it('CustomKeyStoreName has 1 to 256 characters and TrustAnchorCertificate 1 to 5000', () => {
    const create = (changes: Readonly<Record<string, unknown>>) =>
      decode(CreateCustomKeyStoreRequest)({
        CustomKeyStoreName: 'store',
        CloudHsmClusterId: 'cluster-abcdefghijk',
        TrustAnchorCertificate: 'customerCA',
        KeyStorePassword: 'kmsuser-password',
        ...changes
      })._tag === 'Right'
    const names = [0, 1, 256, 257].map((n) => create({ CustomKeyStoreName: 'n'.repeat(n) }))
    const certificates = [0, 1, 5000, 5001].map((n) => create({ TrustAnchorCertificate: 'c'.repeat(n) }))
    expect(names).toEqual([false, true, true, false])
    expect(certificates).toEqual([false, true, true, false])
  })

  it('XksKeyId has 1 to 128 characters', () => {
    const key = { CustomKeyStoreId: 'cks-1', Origin: 'EXTERNAL_KEY_STORE' }
    const takesId = (XksKeyId: string) => decode(CreateKeyRequest)({ ...key, XksKeyId })._tag === 'Right'
    expect([0, 1, 128, 129].map((n) => takesId('k'.repeat(n)))).toEqual([false, true, true, false])
    expect(takesId('Key_1.of-vendor')).toBe(true)
    expect(takesId('key/1')).toBe(false)
  })

  it('Description has at most 8192 characters, Policy at least 1 up to U+00FF, a tag key 1 to 128 and its value at most 256', () => {
    const key = { CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }
    const reads = (changes: object) => decode(CreateKeyRequest)({ ...key, ...changes })._tag === 'Right'
    const tag = (TagKey: string, TagValue: string) => ({ Tags: [{ TagKey, TagValue }] })
    expect([8192, 8193].map((n) => reads({ Description: 'd'.repeat(n) }))).toEqual([true, false])
    expect([0, 1].map((n) => reads({ Policy: 'p'.repeat(n) }))).toEqual([false, true])
    expect(['\t\n\r ~ÿ', 'Ā', '\u0000', '\v', '☃'].map((Policy) => reads({ Policy }))).toEqual([
      true,
      false,
      false,
      false,
      false
    ])
    expect([0, 1, 128, 129].map((n) => reads(tag('t'.repeat(n), '')))).toEqual([false, true, true, false])
    expect([0, 256, 257].map((n) => reads(tag('t', 'v'.repeat(n))))).toEqual([true, true, false])
  })

  it('Limit is 1 to 1000, and Marker has 1 to 1024 characters up to U+00FF', () => {
    const reads = (input: object) => decode(DescribeCustomKeyStoresRequest)(input)._tag === 'Right'
    expect([0, 1, 1000, 1001, 1.5].map((Limit) => reads({ Limit }))).toEqual([
      false,
      true,
      true,
      false,
      false
    ])
    expect([0, 1, 1024, 1025].map((n) => reads({ Marker: 'm'.repeat(n) }))).toEqual([
      false,
      true,
      true,
      false
    ])
    expect(['ÿ', 'Ā', '\n'].map((Marker) => reads({ Marker }))).toEqual([true, false, false])
  })
})

describe('the pattern of a member', () => {
  it.each<[string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      'CloudHsmClusterId',
      ['cluster-abcdefghijk', 'cluster-2345672ABCZ'],
      ['cluster-1a23b4cdefg', 'Cluster-abcdefghijk', 'cluster-abcdefghij8', 'abcdefghijkabcdefghijk']
    ],
    [
      'XksProxyUriEndpoint',
      ['https://myproxy.xks.example.com', 'https://10.0.0.1'],
      [
        'http://myproxy.xks.example.com',
        'https://myproxy.xks.example.com:443',
        'https://myproxy.xks.example.com/',
        'https://user@example.com',
        'HTTPS://myproxy.example.com'
      ]
    ],
    [
      'XksProxyUriPath',
      ['/kms/xks/v1', '/prefix/kms/xks/v1', '/a/b_c-d/kms/xks/v1'],
      ['kms/xks/v1', '/kms/xks/v1/', '/kms/xks/v', '/kms/xks/v100', '/a.b/kms/xks/v1', '//kms/xks/v1']
    ],
    [
      'XksProxyVpcEndpointServiceName',
      [
        'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
        'eu.amazonaws.vpce.eusc-de-east-1.vpce-svc-1'
      ],
      [
        'com.amazonaws.us-east-1.vpce-svc-1',
        'org.amazonaws.vpce.us-east-1.vpce-svc-1',
        'com.amazonaws.vpce.us-east-1.vpce-svc-A'
      ]
    ],
    ['XksProxyVpcEndpointServiceOwner', ['111122223333'], ['11112222333', '1111222233334', '11112222333a']],
    ['XksProxyConnectivity', ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'], ['PUBLIC', 'public_endpoint', '']]
  ])('%s', (member, right, wrong) => {
    expect(right.filter((value) => !takes(member, value))).toEqual([])
    expect(wrong.filter((value) => takes(member, value))).toEqual([])
  })

  it('AccessKeyId is of A-Z and 2-7, RawSecretAccessKey of letters, digits, /, + and =', () => {
    const takesCredential = (changes: object) =>
      takes('XksProxyAuthenticationCredential', { ...credential, ...changes })
    expect(takesCredential({})).toBe(true)
    expect(takesCredential({ AccessKeyId: 'ABCDEFGHIJKLMNOPQRS2' })).toBe(true)
    expect(takesCredential({ AccessKeyId: 'ABCDEFGHIJKLMNOPQRS1' })).toBe(false)
    expect(takesCredential({ AccessKeyId: 'abcdefghijklmnopqrst' })).toBe(false)
    expect(takesCredential({ RawSecretAccessKey: `${'a/B+9='.repeat(7)}a` })).toBe(true)
    expect(takesCredential({ RawSecretAccessKey: `${'a/B+9='.repeat(7)}-` })).toBe(false)
  })
})

describe('what all operations share', () => {
  it.each([
    'CreateCustomKeyStore',
    'DescribeCustomKeyStores',
    'ConnectCustomKeyStore',
    'DisconnectCustomKeyStore',
    'UpdateCustomKeyStore',
    'DeleteCustomKeyStore',
    'CreateKey'
  ] as const)('%s needs the permission of its own name and has no use across accounts', (operation) => {
    const { permission, crossAccountUse } = operations[operation]
    expect([permission, crossAccountUse]).toEqual([`kms:${operation}`, 'no'])
  })

  const failures = ['KMSInternalException', 'DependencyTimeoutException', 'KeyUnavailableException']

  it('a documented exception has HTTP status 400, but for the three failures of KMS itself, which have 500', () => {
    const names = Object.keys(exceptions) as ReadonlyArray<ExceptionName>
    for (const name of names) {
      const expected = failures.includes(name) ? [500, 'service'] : [400, 'client']
      expect([name, exceptions[name].httpStatus, exceptions[name].fault]).toEqual([name, ...expected])
    }
    expect(names).toEqual(expect.arrayContaining(failures))
  })

  it('a failure of KMS itself can be tried again', () => {
    for (const name of failures) expect(exceptions[name as ExceptionName].retry).toBe('helps')
  })

  // prettier-ignore
  it.each([
    ['AccessDeniedException', 400],
    ['ThrottlingException',   400],
    ['ValidationException',   400],
    ['IncompleteSignature',   400],
    ['RequestExpired',        400],
    ['InvalidClientTokenId',  403],
    ['OptInRequired',         403],
    ['InternalFailure',       500],
    ['ServiceUnavailable',    503]
  ] as const)('any operation can answer %s, with HTTP status %i', (name, status) => {
    expect(commonErrors[name].httpStatus).toBe(status)
  })
})
