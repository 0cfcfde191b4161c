import * as E from 'fp-ts/lib/Either.js'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CreateCustomKeyStoreRequest } from '../../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { decoded } from '../../fixtures.js'
import { allOfViolations, constraintsOf, violationsOf } from '../../codec/violationsOf.js'

const forCluster = {
  CustomKeyStoreName: 'my store',
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: '-----BEGIN CERTIFICATE-----',
  KeyStorePassword: 'kmsuser-password'
}
const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA=='
const forPublicProxy = {
  CustomKeyStoreName: 'my store',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://proxy.example.com',
  XksProxyUriPath: '/kms/xks/v1',
  XksProxyAuthenticationCredential: { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey: secret }
}
const forVpcProxy = {
  ...forPublicProxy,
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1234'
}
const kinds = { AWS_CLOUDHSM: forCluster, PUBLIC_ENDPOINT: forPublicProxy, VPC_ENDPOINT_SERVICE: forVpcProxy }

const paths = (u: unknown) => violationsOf(CreateCustomKeyStoreRequest, u).map(({ path }) => path)
const credential = forPublicProxy.XksProxyAuthenticationCredential

describe('a request for a new store', () => {
  it('for a cluster is read without its password', () => {
    expect(decoded(CreateCustomKeyStoreRequest, forCluster)).toEqual({
      ...forCluster,
      KeyStorePassword: '(redacted)'
    })
  })

  it('is for a cluster unless it says otherwise', () => {
    const { CustomKeyStoreType: _, ...request } = forCluster
    expect(decoded(CreateCustomKeyStoreRequest, request)).toEqual({
      ...forCluster,
      KeyStorePassword: '(redacted)'
    })
  })

  it('for a proxy is read without the secret half of its credential', () => {
    const XksProxyAuthenticationCredential = { ...credential, RawSecretAccessKey: '(redacted)' }
    expect(decoded(CreateCustomKeyStoreRequest, forPublicProxy)).toEqual({
      ...forPublicProxy,
      XksProxyAuthenticationCredential
    })
    const owned = { ...forVpcProxy, XksProxyVpcEndpointServiceOwner: '111122223333' }
    expect(decoded(CreateCustomKeyStoreRequest, owned)).toEqual({
      ...owned,
      XksProxyAuthenticationCredential
    })
  })

  it('is known as one that was read, and is not read again: its secret is gone', () => {
    for (const request of Object.values(kinds)) {
      const read = decoded(CreateCustomKeyStoreRequest, request)
      expect(CreateCustomKeyStoreRequest.is(read)).toBe(true)
      expect(CreateCustomKeyStoreRequest.is(request)).toBe(false)
      expect(CreateCustomKeyStoreRequest.encode(read)).toEqual(read)
      expect(paths(read)).toEqual([
        request === forCluster ? 'KeyStorePassword' : 'XksProxyAuthenticationCredential.RawSecretAccessKey'
      ])
    }
  })

  it.each([
    ['AWS_CLOUDHSM', 'CloudHsmClusterId'],
    ['AWS_CLOUDHSM', 'TrustAnchorCertificate'],
    ['AWS_CLOUDHSM', 'KeyStorePassword'],
    ['PUBLIC_ENDPOINT', 'XksProxyUriEndpoint'],
    ['PUBLIC_ENDPOINT', 'XksProxyUriPath'],
    ['PUBLIC_ENDPOINT', 'XksProxyAuthenticationCredential'],
    ['VPC_ENDPOINT_SERVICE', 'XksProxyUriEndpoint'],
    ['VPC_ENDPOINT_SERVICE', 'XksProxyUriPath'],
    ['VPC_ENDPOINT_SERVICE', 'XksProxyAuthenticationCredential'],
    ['VPC_ENDPOINT_SERVICE', 'XksProxyVpcEndpointServiceName']
  ] as const)('for %s needs %s', (kind, member) => {
    for (const nothing of [null, undefined]) {
      expect(violationsOf(CreateCustomKeyStoreRequest, { ...kinds[kind], [member]: nothing })).toEqual([
        { path: member, received: 'undefined', constraint: `Member is required for ${kind}` }
      ])
    }
  })

  it('for an external key store needs a connectivity, and does not speak of one that it lacks', () => {
    const { XksProxyConnectivity: _, ...publicly } = forPublicProxy
    const { XksProxyConnectivity: __, ...throughVpc } = forVpcProxy
    const isRequired = {
      path: 'XksProxyConnectivity',
      received: 'undefined',
      constraint: 'Member is required for EXTERNAL_KEY_STORE'
    }
    expect(violationsOf(CreateCustomKeyStoreRequest, publicly)).toEqual([isRequired])
    expect(
      violationsOf(CreateCustomKeyStoreRequest, {
        CustomKeyStoreName: 'n',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        CloudHsmClusterId: 'cluster-abcdefghijk'
      }).map(({ path, constraint }) => `${path}: ${constraint}`)
    ).toEqual([
      'CloudHsmClusterId: Member must be absent for EXTERNAL_KEY_STORE',
      'XksProxyConnectivity: Member is required for EXTERNAL_KEY_STORE',
      'XksProxyUriEndpoint: Member is required for EXTERNAL_KEY_STORE',
      'XksProxyUriPath: Member is required for EXTERNAL_KEY_STORE',
      'XksProxyAuthenticationCredential: Member is required for EXTERNAL_KEY_STORE'
    ])
    expect(violationsOf(CreateCustomKeyStoreRequest, throughVpc)).toContainEqual({
      path: 'XksProxyVpcEndpointServiceName',
      received: expect.any(String),
      constraint: 'Member must be absent for EXTERNAL_KEY_STORE without XksProxyConnectivity'
    })
  })

  it('needs a name, whatever else it has', () => {
    for (const request of Object.values(kinds)) {
      expect(violationsOf(CreateCustomKeyStoreRequest, { ...request, CustomKeyStoreName: null })).toEqual([
        { path: 'CustomKeyStoreName', received: 'undefined', constraint: 'Member must not be null' }
      ])
    }
  })

  it('with a VPC endpoint service need not name its owner', () => {
    expect(paths(forVpcProxy)).toEqual([])
  })

  it.each([
    ['AWS_CLOUDHSM', 'XksProxyConnectivity', 'PUBLIC_ENDPOINT', "'PUBLIC_ENDPOINT'"],
    ['AWS_CLOUDHSM', 'XksProxyUriEndpoint', 'https://proxy.example.com', "'https://proxy.example.com'"],
    ['AWS_CLOUDHSM', 'XksProxyUriPath', '/kms/xks/v1', "'/kms/xks/v1'"],
    ['AWS_CLOUDHSM', 'XksProxyAuthenticationCredential', credential, 'an object'],
    [
      'AWS_CLOUDHSM',
      'XksProxyVpcEndpointServiceName',
      'com.amazonaws.vpce.us-east-1.vpce-svc-1',
      "'com.amazonaws.vpce.us-east-1.vpce-svc-1'"
    ],
    ['AWS_CLOUDHSM', 'XksProxyVpcEndpointServiceOwner', '111122223333', "'111122223333'"],
    ['PUBLIC_ENDPOINT', 'CloudHsmClusterId', 'cluster-abcdefghijk', "'cluster-abcdefghijk'"],
    ['PUBLIC_ENDPOINT', 'TrustAnchorCertificate', 'x', "'x'"],
    ['PUBLIC_ENDPOINT', 'KeyStorePassword', 'kmsuser-password', "'(redacted)'"],
    [
      'PUBLIC_ENDPOINT',
      'XksProxyVpcEndpointServiceName',
      'com.amazonaws.vpce.us-east-1.vpce-svc-1',
      "'com.amazonaws.vpce.us-east-1.vpce-svc-1'"
    ],
    ['PUBLIC_ENDPOINT', 'XksProxyVpcEndpointServiceOwner', '111122223333', "'111122223333'"],
    ['VPC_ENDPOINT_SERVICE', 'CloudHsmClusterId', 'cluster-abcdefghijk', "'cluster-abcdefghijk'"],
    ['VPC_ENDPOINT_SERVICE', 'TrustAnchorCertificate', 'x', "'x'"],
    ['VPC_ENDPOINT_SERVICE', 'KeyStorePassword', 'kmsuser-password', "'(redacted)'"]
  ] as const)('for %s has no %s', (kind, member, value, received) => {
    expect(violationsOf(CreateCustomKeyStoreRequest, { ...kinds[kind], [member]: value })).toEqual([
      { path: member, received, constraint: `Member must be absent for ${kind}` }
    ])
    expect(paths({ ...kinds[kind], [member]: null })).toEqual([])
  })

  it('of both types at once is told everything that does not agree', () => {
    expect(paths({ CustomKeyStoreName: 'n', XksProxyUriPath: '/kms/xks/v1' })).toEqual([
      'CloudHsmClusterId',
      'TrustAnchorCertificate',
      'KeyStorePassword',
      'XksProxyUriPath'
    ])
    expect(
      paths({
        CustomKeyStoreName: 'n',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        TrustAnchorCertificate: 'x'
      })
    ).toEqual([
      'TrustAnchorCertificate',
      'XksProxyConnectivity',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyAuthenticationCredential'
    ])
  })
})

describe('each member of a request for a new store', () => {
  it.each([
    [forCluster, { CustomKeyStoreName: '' }, 'Member must have length greater than or equal to 1'],
    [
      forCluster,
      { CustomKeyStoreName: 'n'.repeat(257) },
      'Member must have length less than or equal to 256'
    ],
    [
      forCluster,
      { CustomKeyStoreType: '' },
      'Member must satisfy enum value set: [AWS_CLOUDHSM, EXTERNAL_KEY_STORE]'
    ],
    [
      forCluster,
      { CustomKeyStoreType: 'aws_cloudhsm' },
      'Member must satisfy enum value set: [AWS_CLOUDHSM, EXTERNAL_KEY_STORE]'
    ],
    [
      forCluster,
      { CloudHsmClusterId: 'cluster-1a23b4cdefg' },
      'Member must satisfy regular expression pattern: cluster-[2-7a-zA-Z]{11,16}'
    ],
    [forCluster, { TrustAnchorCertificate: '' }, 'Member must have length greater than or equal to 1'],
    [
      forCluster,
      { TrustAnchorCertificate: 'x'.repeat(5001) },
      'Member must have length less than or equal to 5000'
    ],
    [forCluster, { KeyStorePassword: 'p'.repeat(6) }, 'Member must have length greater than or equal to 7'],
    [forCluster, { KeyStorePassword: 'p'.repeat(33) }, 'Member must have length less than or equal to 32'],
    [
      forPublicProxy,
      { XksProxyConnectivity: 'PUBLIC' },
      'Member must satisfy enum value set: [PUBLIC_ENDPOINT, VPC_ENDPOINT_SERVICE]'
    ],
    [
      forPublicProxy,
      { XksProxyUriEndpoint: 'https://xks.example.com:6443' },
      'Member must satisfy regular expression pattern: ^https://[a-zA-Z0-9.-]+$'
    ],
    [forVpcProxy, { XksProxyVpcEndpointServiceOwner: 111122223333 }, 'Member must be a string']
  ])('is held to its constraint: %#', (request, member, constraint) => {
    expect(violationsOf(CreateCustomKeyStoreRequest, { ...request, ...member })).toEqual([
      { path: Object.keys(member)[0], received: expect.any(String), constraint }
    ])
  })

  it.each([
    [forCluster, { CloudHsmClusterId: 'cluster-1' }, 19, 'cluster-[2-7a-zA-Z]{11,16}'],
    [forPublicProxy, { XksProxyUriEndpoint: 'https://' }, 10, '^https://[a-zA-Z0-9.-]+$'],
    [
      forPublicProxy,
      { XksProxyUriPath: '/kms/xks/' },
      10,
      String.raw`^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$`
    ],
    [forVpcProxy, { XksProxyVpcEndpointServiceOwner: 'me' }, 12, '[0-9]{12}']
  ])('is held to its length and its pattern, as AWS prints it: %#', (request, member, length, pattern) => {
    const [path] = Object.keys(member)
    expect(violationsOf(CreateCustomKeyStoreRequest, { ...request, ...member })).toEqual(
      [
        `Member must have length greater than or equal to ${String(length)}`,
        `Member must satisfy regular expression pattern: ${pattern}`
      ].map((constraint) => ({ path, received: expect.any(String) as unknown, constraint }))
    )
  })

  it.each([
    [forCluster, { KeyStorePassword: '7letter' }],
    [forCluster, { KeyStorePassword: '🔑'.repeat(32) }],
    [forCluster, { TrustAnchorCertificate: 'x'.repeat(5000) }],
    [forCluster, { CustomKeyStoreName: '🔑'.repeat(256) }]
  ])('is taken at its limit: %#', (request, member) => {
    expect(constraintsOf(CreateCustomKeyStoreRequest, { ...request, ...member })).toEqual([])
  })

  it.each([
    [{ RawSecretAccessKey: secret }, ['AccessKeyId']],
    [{ AccessKeyId: 'ABCDEFGHIJKLMNOPQRST' }, ['RawSecretAccessKey']],
    [{}, ['AccessKeyId', 'RawSecretAccessKey']],
    [{ ...credential, AccessKeyId: 'A'.repeat(19) }, ['AccessKeyId']],
    [{ ...credential, AccessKeyId: 'A'.repeat(20) }, []],
    [{ ...credential, AccessKeyId: 'A'.repeat(30) }, []],
    [{ ...credential, AccessKeyId: 'A'.repeat(31) }, ['AccessKeyId']],
    [{ ...credential, AccessKeyId: 'ABCDE12345670EXAMPLE' }, ['AccessKeyId']],
    [{ ...credential, RawSecretAccessKey: '/'.repeat(42) }, ['RawSecretAccessKey']],
    [{ ...credential, RawSecretAccessKey: '/'.repeat(43) }, []],
    [{ ...credential, RawSecretAccessKey: 'aZ09/+='.repeat(9) + '=' }, []],
    [{ ...credential, RawSecretAccessKey: '/'.repeat(65) }, ['RawSecretAccessKey']],
    [{ ...credential, RawSecretAccessKey: `${'a'.repeat(43)}-` }, ['RawSecretAccessKey']],
    [{ ...credential, RawSecretAccessKey: `${'a'.repeat(43)}\n` }, ['RawSecretAccessKey']]
  ])(
    'of a credential is needed and held to its constraint: %#',
    (XksProxyAuthenticationCredential, members) => {
      expect(paths({ ...forPublicProxy, XksProxyAuthenticationCredential })).toEqual(
        members.map((member) => `XksProxyAuthenticationCredential.${member}`)
      )
    }
  )

  it('is reported together with every other one at fault', () => {
    expect(
      paths({
        ...forCluster,
        CustomKeyStoreName: '',
        CloudHsmClusterId: 1,
        KeyStorePassword: 'short',
        more: 1
      }).sort()
    ).toEqual(['CloudHsmClusterId', 'CustomKeyStoreName', 'KeyStorePassword'])
  })
})

describe('a secret', () => {
  const hidden = 'hunter2-hunter2-hunter2'
  const inside = [
    hidden,
    [hidden],
    [[hidden]],
    { [hidden]: hidden },
    { value: hidden, length: 10 },
    { AccessKeyId: hidden, RawSecretAccessKey: hidden },
    { AccessKeyId: [hidden], RawSecretAccessKey: { toString: () => hidden } },
    Object(hidden),
    Symbol(hidden),
    new Map([[hidden, hidden]]),
    () => hidden,
    `${hidden}\ud800`,
    hidden.repeat(1000)
  ]

  it.each(['KeyStorePassword', 'XksProxyAuthenticationCredential'] as const)(
    'is in no violation, whatever is given as %s',
    (member) => {
      for (const request of Object.values(kinds)) {
        for (const value of inside) {
          const violations = allOfViolations(CreateCustomKeyStoreRequest, { ...request, [member]: value })
          if (member !== 'KeyStorePassword' || value !== hidden) expect(violations).not.toEqual([])
          expect(JSON.stringify(violations)).not.toContain('hunter2')
        }
      }
    }
  )

  it.each([
    ['a misspelt member', { keyStorePassword: hidden }],
    ['a member of another request', { Plaintext: hidden }],
    ['text', `{"KeyStorePassword":"${hidden}"}`],
    ['a list', [{ KeyStorePassword: hidden }]],
    [
      'a sound member of an unsound request',
      { ...forCluster, CustomKeyStoreName: '', KeyStorePassword: hidden }
    ],
    ['a member that goes with others only', { ...forPublicProxy, KeyStorePassword: hidden }]
  ])('is in no error of the codec itself, where it is given in %s', (_, request) => {
    const read = CreateCustomKeyStoreRequest.decode(request)
    expect(E.isLeft(read)).toBe(true)
    expect(inspect(read, { depth: Infinity, showHidden: true })).not.toContain('hunter2')
  })

  it('is in no request that was read', () => {
    for (const request of Object.values(kinds)) {
      const read = JSON.stringify(decoded(CreateCustomKeyStoreRequest, request))
      expect(read).not.toContain('kmsuser-password')
      expect(read).not.toContain(secret)
    }
  })
})
