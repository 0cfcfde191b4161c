/** Which members of a request go together, as the pages state it. Written by hand. */
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { memberFindings } from '../../src/codec/memberFindings.js'
import { everyRequest } from '../everyRequest.js'
import { reasonsOf } from '../codec/violationsOf.js'
import { credential } from '../fixtures.js'

type Name = keyof typeof everyRequest
type Members = Readonly<Record<string, unknown>>

const forCluster = {
  CustomKeyStoreName: 'store',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'customerCA',
  KeyStorePassword: 'kmsuser-password'
}
const forProxy = {
  CustomKeyStoreName: 'store',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://proxy.example.com',
  XksProxyUriPath: '/kms/xks/v1',
  XksProxyAuthenticationCredential: credential
}
const service = 'com.amazonaws.vpce.us-east-1.vpce-svc-1'
const forService = {
  ...forProxy,
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: service
}
const hsmKey = { CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }
const externalKey = { CustomKeyStoreId: 'cks-1', Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'k' }
const dataKey = { KeyId: 'k', KeySpec: 'AES_256' }

const without = (member: string, request: Members): Members => ({ ...request, [member]: null })

/** The rule, the member at fault, what is assumed, a request that keeps it, and one that does not. */
type Row = readonly [Name, string, string, string, string, Members, Members]

const create = 'CreateCustomKeyStore'
const rows: ReadonlyArray<Row> = [
  ...(['CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword'] as const).flatMap(
    (member): ReadonlyArray<Row> => [
      [
        create,
        `${member}IsGivenForCloudHsm`,
        `${member} must be given where CustomKeyStoreType is AWS_CLOUDHSM or absent.`,
        member,
        'A2',
        forCluster,
        without(member, forCluster)
      ],
      [
        create,
        `${member}IsForCloudHsmOnly`,
        `${member} must be absent unless CustomKeyStoreType is AWS_CLOUDHSM or absent.`,
        member,
        'A2',
        forProxy,
        { ...forService, [member]: forCluster[member] }
      ]
    ]
  ),
  ...(
    [
      'XksProxyConnectivity',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyAuthenticationCredential'
    ] as const
  ).flatMap((member): ReadonlyArray<Row> => [
    [
      create,
      `${member}IsGivenForExternal`,
      `${member} must be given where CustomKeyStoreType is EXTERNAL_KEY_STORE.`,
      member,
      'A2',
      forService,
      without(member, forProxy)
    ],
    [
      create,
      `${member}IsForExternalOnly`,
      `${member} must be absent unless CustomKeyStoreType is EXTERNAL_KEY_STORE.`,
      member,
      'A2',
      { ...forCluster, CustomKeyStoreType: 'AWS_CLOUDHSM' },
      { ...forCluster, [member]: forProxy[member] }
    ]
  ]),
  [
    create,
    'XksProxyVpcEndpointServiceNameIsGivenForVpc',
    'XksProxyVpcEndpointServiceName must be given where CustomKeyStoreType is EXTERNAL_KEY_STORE and XksProxyConnectivity is VPC_ENDPOINT_SERVICE.',
    'XksProxyVpcEndpointServiceName',
    'A2',
    forService,
    without('XksProxyVpcEndpointServiceName', forService)
  ],
  ...(
    [
      ['XksProxyVpcEndpointServiceName', service],
      ['XksProxyVpcEndpointServiceOwner', '111122223333']
    ] as const
  ).map(([member, value]): Row => [
    create,
    `${member}IsForVpcOnly`,
    `${member} must be absent unless CustomKeyStoreType is EXTERNAL_KEY_STORE and XksProxyConnectivity is VPC_ENDPOINT_SERVICE.`,
    member,
    'A2',
    forProxy,
    { ...forProxy, [member]: value }
  ]),
  [
    'DescribeCustomKeyStores',
    'CustomKeyStoreNameIsAbsentBesideCustomKeyStoreId',
    'CustomKeyStoreName must be absent where CustomKeyStoreId is given.',
    'CustomKeyStoreName',
    'A25',
    { CustomKeyStoreId: 'cks-1' },
    { CustomKeyStoreId: 'cks-1', CustomKeyStoreName: 'store' }
  ],
  [
    'CreateKey',
    'CustomKeyStoreIdIsGiven',
    'CustomKeyStoreId must be given, since KMS keys outside of custom key stores are no part of this model.',
    'CustomKeyStoreId',
    'A52',
    hsmKey,
    {}
  ],
  [
    'CreateKey',
    'OriginIsThatOfACustomKeyStore',
    'Origin must be AWS_CLOUDHSM or EXTERNAL_KEY_STORE where CustomKeyStoreId is given.',
    'Origin',
    'A39',
    externalKey,
    { ...externalKey, Origin: 'EXTERNAL' }
  ],
  [
    'CreateKey',
    'XksKeyIdIsGivenForExternalKeyStore',
    'XksKeyId must be given where Origin is EXTERNAL_KEY_STORE.',
    'XksKeyId',
    'A39',
    externalKey,
    without('XksKeyId', externalKey)
  ],
  [
    'CreateKey',
    'XksKeyIdIsAbsentForCloudHsm',
    'XksKeyId must be absent where Origin is AWS_CLOUDHSM.',
    'XksKeyId',
    'A39',
    hsmKey,
    { ...hsmKey, XksKeyId: 'k' }
  ],
  ...(['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'] as const).flatMap(
    (operation): ReadonlyArray<Row> => [
      [
        operation,
        'KeySpecOrNumberOfBytesIsGiven',
        'KeySpec or NumberOfBytes must be given.',
        'KeySpec',
        'A58',
        { KeyId: 'k', NumberOfBytes: 1 },
        { KeyId: 'k' }
      ],
      [
        operation,
        'NumberOfBytesIsAbsentBesideKeySpec',
        'NumberOfBytes must be absent where KeySpec is given.',
        'NumberOfBytes',
        'A58',
        dataKey,
        { ...dataKey, NumberOfBytes: 1 }
      ]
    ]
  ),
  [
    'RetireGrant',
    'GrantIsNamedOnce',
    'GrantToken must be given, or else KeyId and GrantId.',
    'GrantToken',
    'A107',
    { KeyId: 'k', GrantId: 'g' },
    { KeyId: 'k' }
  ],
  ...(
    [
      ['GenerateDataKey', dataKey],
      ['GenerateRandom', { NumberOfBytes: 1 }],
      ['Decrypt', { CiphertextBlob: 'AAAA' }],
      ['DeriveSharedSecret', { KeyId: 'key', KeyAgreementAlgorithm: 'ECDH', PublicKey: 'AAAA' }],
      ['GenerateDataKeyPair', { KeyId: 'key', KeyPairSpec: 'SM2' }]
    ] as const
  ).map(([operation, request]): Row => [
    operation,
    'RecipientIsAbsent',
    'Recipient must be absent, since answers encrypted for an enclave are no part of this model.',
    'Recipient',
    'A53',
    request,
    { ...request, Recipient: {} }
  ])
]

const codecOf = (operation: Name): t.Decoder<unknown, object> => everyRequest[operation]

const verdictOf = (operation: Name, rule: string, request: unknown) =>
  memberFindings(everyRequest[operation])(request).find(({ statement }) => statement.name === rule)?.verdict

describe('which members go together', () => {
  it('is told by these rules and no others', () => {
    const listed = Object.entries(everyRequest).flatMap(([operation, { together }]) =>
      together.map(({ name }) => `${operation} ${name}`)
    )
    expect(listed.sort()).toEqual(rows.map(([operation, rule]) => `${operation} ${rule}`).sort())
  })

  it.each(rows)('at %s: %s', (operation, rule, says, member, assumed, right, wrong) => {
    const claim = everyRequest[operation].together.find(({ name }) => name === rule)
    const source = `API_${operation}`
    expect(claim).toMatchObject({ says, source, assumes: [assumed], member })
    expect(verdictOf(operation, rule, right)).toBe('holds')
    expect(reasonsOf(codecOf(operation), right)).toEqual([])
    expect(verdictOf(operation, rule, wrong)).toBe('does not hold')
    const implied = rule.endsWith('Only') ? { implied: true } : {}
    expect(reasonsOf(codecOf(operation), wrong)).toEqual([
      { path: member, kind: 'together', rule, source, assumes: [assumed], ...implied }
    ])
  })

  it('is not asked of the other kind of store, nor of members that could not be read', () => {
    expect(verdictOf(create, 'KeyStorePasswordIsGivenForCloudHsm', forProxy)).toBe('does not apply')
    expect(verdictOf(create, 'KeyStorePasswordIsForCloudHsmOnly', forCluster)).toBe('does not apply')
    const unreadable = { ...without('KeyStorePassword', forCluster), CustomKeyStoreName: '' }
    expect(verdictOf(create, 'KeyStorePasswordIsGivenForCloudHsm', unreadable)).toBe('does not apply')
    expect(verdictOf('CreateKey', 'CustomKeyStoreIdIsGiven', 'text')).toBe('does not apply')
  })
})
