/** The constraints of the identifiers, as the API pages and the service model print them. */
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as identifiers from '../../src/model/identifiers.js'
import { Marker } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { constraintsOf } from '../codec/violationsOf.js'

type Name = keyof typeof identifiers | 'Marker'
const codecs: Readonly<Record<Name, t.Mixed>> = { ...identifiers, Marker }

const constraints = (name: Name, s: string): ReadonlyArray<string> => constraintsOf(codecs[name], s)

const tooShort = (length: number) => `Member must have length greater than or equal to ${String(length)}`
const tooLong = (length: number) => `Member must have length less than or equal to ${String(length)}`
const service = 'com.amazonaws.vpce.us-east-1.vpce-svc-'

const within: ReadonlyArray<readonly [Name, ReadonlyArray<string>]> = [
  ['CustomKeyStoreId', ['c', 'cks-1234567890abcdef0', 'a'.repeat(64), '🔑'.repeat(64), ' \n']],
  ['CustomKeyStoreName', ['n', 'My store', 'n'.repeat(256), '🔑'.repeat(256), '<>&"']],
  ['TrustAnchorCertificate', ['-', '-----BEGIN CERTIFICATE-----\n', 'x'.repeat(5000), '🔑'.repeat(5000)]],
  ['KeyId', ['k', '1234abcd-12ab-34cd-56ef-1234567890ab', 'k'.repeat(2048)]],
  ['CloudHsmClusterId', ['cluster-abcdefghijk', 'cluster-ABCDEFGHIJ234567', 'cluster-zzzzzzzzzzzzzzzz']],
  ['XksProxyUriEndpoint', ['https://ab', 'https://My-Proxy.Example.com', `https://${'a'.repeat(120)}`]],
  ['XksProxyUriPath', ['/kms/xks/v1', '/kms/xks/v0', '/kms/xks/v99', '///kms/xks/v1', '/a_b/C-9/kms/xks/v1']],
  ['XksProxyUriPath', [`/${'p'.repeat(116)}/kms/xks/v1`, '/kms/xks/v1/kms/xks/v1', '/-/kms/xks/v00']],
  ['XksProxyVpcEndpointServiceName', [`${service}0`, `${service}${'z'.repeat(26)}`]],
  [
    'XksProxyVpcEndpointServiceName',
    ['eu.amazonaws.vpce.eusc-de-east-1.vpce-svc-0a', 'com.amazonaws.vpce.a-b-42.vpce-svc-0']
  ],
  ['AccountId', ['111122223333', '000000000000']],
  ['AccessKeyId', ['ABCDEFGHIJKLMNOPQRST', 'UVWXYZ234567UVWXYZ234567UVWXYZ']],
  ['XksKeyId', ['k', '.', '-_.', 'bb8562717f809024', 'K'.repeat(128)]],
  ['Marker', [' ', 'ÿ', '1700000000/cks-1', '~'.repeat(1024)]]
]

const outside: ReadonlyArray<readonly [Name, string, string]> = [
  ['CustomKeyStoreId', '', tooShort(1)],
  ['CustomKeyStoreId', 'a'.repeat(65), tooLong(64)],
  ['CustomKeyStoreId', '🔑'.repeat(65), tooLong(64)],
  ['CustomKeyStoreName', '', tooShort(1)],
  ['CustomKeyStoreName', 'n'.repeat(257), tooLong(256)],
  ['TrustAnchorCertificate', '', tooShort(1)],
  ['TrustAnchorCertificate', 'x'.repeat(5001), tooLong(5000)],
  ['KeyId', '', tooShort(1)],
  ['KeyId', 'k'.repeat(2049), tooLong(2048)],
  ['CloudHsmClusterId', 'cluster-abcdefghij', tooShort(19)],
  ['CloudHsmClusterId', 'cluster-abcdefghijklmnopq', tooLong(24)],
  ['XksProxyUriEndpoint', 'https://a', tooShort(10)],
  ['XksProxyUriEndpoint', `https://${'a'.repeat(121)}`, tooLong(128)],
  ['XksProxyUriPath', '/kms/xks/', tooShort(10)],
  ['XksProxyUriPath', `/${'p'.repeat(117)}/kms/xks/v1`, tooLong(128)],
  ['XksProxyVpcEndpointServiceName', 'com.amazonaws.vpce.', tooShort(20)],
  ['XksProxyVpcEndpointServiceName', `${service}${'z'.repeat(27)}`, tooLong(64)],
  ['AccountId', '11112222333', tooShort(12)],
  ['AccountId', '1111222233334', tooLong(12)],
  ['AccessKeyId', 'ABCDEFGHIJKLMNOPQRS', tooShort(20)],
  ['AccessKeyId', 'UVWXYZ234567UVWXYZ234567UVWXYZA', tooLong(30)],
  ['XksKeyId', '', tooShort(1)],
  ['XksKeyId', 'K'.repeat(129), tooLong(128)],
  ['Marker', '', tooShort(1)],
  ['Marker', '~'.repeat(1025), tooLong(1024)]
]

/** Strings of a right length that the pattern does not fit. */
const misshapen: ReadonlyArray<readonly [Name, ReadonlyArray<string>]> = [
  // The first is AWS's own example, which breaks AWS's own pattern by its 1.
  [
    'CloudHsmClusterId',
    ['cluster-1a23b4cdefg', 'cluster-abcdefghij0', 'cluster-abcdefghij8', 'cluster-9bcdefghijk']
  ],
  ['CloudHsmClusterId', ['Cluster-abcdefghijk', 'clusters-abcdefghij', 'xcluster-abcdefghijk']],
  ['CloudHsmClusterId', ['cluster-abcde-ghijk', 'cluster-äbcdefghijk', 'cluster-abcdefghijk\n']],
  [
    'XksProxyUriEndpoint',
    ['https://xks.example.com:6443', 'https://proxy.example.com/', 'http://proxy.example.com']
  ],
  [
    'XksProxyUriEndpoint',
    ['HTTPS://proxy.example.com', 'https://under_score.com', 'https://user@example.com']
  ],
  [
    'XksProxyUriEndpoint',
    ['https://pröxy.example.com', ' https://example.com', 'https://example.com\n', 'https:///a']
  ],
  [
    'XksProxyUriPath',
    ['/kms/xks/v', '/kms/xks/v100', '/kms/xks/v1/', '/kms/xks/vx', 'kms/xks/v1', '/KMS/xks/v1']
  ],
  [
    'XksProxyUriPath',
    ['//kms/xks/v1', '/a.b/kms/xks/v1', '/a%20b/kms/xks/v1', '/kms/xks/v1\n', '/kms/xks/v1?a']
  ],
  ['XksProxyUriPath', ['/prefixkms/xks/v1', '/../kms/xks/v1', '/kms/xks/v١', '/prefix/xks/v1']],
  ['XksProxyVpcEndpointServiceName', ['com.amazonaws.vpce.e', 'org.amazonaws.vpce.us-east-1.vpce-svc-0']],
  [
    'XksProxyVpcEndpointServiceName',
    ['com.amazonaws.vpce.east-1.vpce-svc-0', 'com.amazonaws.vpce.a-b-c-d-1.vpce-svc-0']
  ],
  ['XksProxyVpcEndpointServiceName', ['com.amazonaws.vpce.us-east-.vpce-svc-0', `${service}ABC`, service]],
  [
    'XksProxyVpcEndpointServiceName',
    ['com-amazonaws.vpce.us-east-1.vpce-svc-0', `${service}0\n`, `x${service}0`]
  ],
  ['AccountId', ['11112222333a', '١١١١٢٢٢٢٣٣٣٣', '1111-2222-33', '11112222333 ']],
  // AWS's own example again, by its 1 and its 0.
  [
    'AccessKeyId',
    ['ABCDE12345670EXAMPLE', 'abcdefghijklmnopqrst', 'ABCDEFGHIJKLMNOPQRS8', 'ABCDEFGHIJKLMNOPQRS\n']
  ],
  ['XksKeyId', ['a b', 'a/b', 'a:b', 'a@b', 'ä', 'a\n', '<']],
  ['Marker', ['Ā', '🔑', '\u001f', '\n', 'a\tb']]
]

describe('within its limits', () => {
  it.each(within)('%s', (name, examples) => {
    for (const example of examples) expect([example, constraints(name, example)]).toEqual([example, []])
  })
})

describe('one character short of the minimum, or beyond the maximum', () => {
  it.each(outside)('%s: %j', (name, example, constraint) => {
    // What is too short or too long may be unlike the pattern besides.
    const [first, ...others] = constraints(name, example)
    expect(first).toBe(constraint)
    for (const other of others) expect(other).toMatch(/^Member must satisfy regular expression pattern: /)
  })
})

describe('against its pattern', () => {
  it.each(misshapen)('%s', (name, examples) => {
    for (const example of examples) {
      expect([example, constraints(name, example)]).toEqual([
        example,
        [expect.stringMatching(/^Member must satisfy regular expression pattern: /)]
      ])
    }
  })
})

describe('a string that almost fits its pattern, over and over', () => {
  it.each([
    ['XksProxyUriPath', '/'.repeat(128)],
    ['XksProxyUriPath', `${'/kms/xks/v1'.repeat(11)}/`],
    ['XksProxyUriPath', `${'/kms/xks'.repeat(15)}/v123`],
    ['XksProxyUriEndpoint', `https://${'a.'.repeat(59)}a:`],
    ['XksProxyVpcEndpointServiceName', `com.amazonaws.vpce.${'a'.repeat(45)}`],
    ['XksProxyVpcEndpointServiceName', `com.amazonaws.vpce.${'a-'.repeat(22)}1`],
    ['CloudHsmClusterId', 'cluster-aaaaaaaaaaaaaaa1'],
    ['AccessKeyId', `${'A'.repeat(29)}a`],
    ['XksKeyId', `${'a'.repeat(127)}/`],
    ['Marker', `${'a'.repeat(1023)}Ā`]
  ] satisfies ReadonlyArray<readonly [Name, string]>)('is refused: %s %j', (name, example) => {
    const answers = Array.from({ length: 1000 }, () => constraints(name, example).length)
    expect(answers.every((violations) => violations === 1)).toBe(true)
  })
})
