import { describe, expect, it } from 'vitest'
import { UpdateCustomKeyStoreRequest } from '../../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { decoded } from '../../fixtures.js'
import { allOfViolations, constraintsOf, pathsOf, violationsOf } from '../../codec/violationsOf.js'

const CustomKeyStoreId = 'cks-1234567890abcdef0'
const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA=='

describe('a request for a change', () => {
  it('may carry nothing to change', () => {
    expect(decoded(UpdateCustomKeyStoreRequest, { CustomKeyStoreId })).toEqual({ CustomKeyStoreId })
  })

  it('may carry every member, whatever the type of the store, and is read without its secrets', () => {
    const members = {
      CustomKeyStoreId,
      NewCustomKeyStoreName: 'another name',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: 'https://proxy.example.com',
      XksProxyUriPath: '/kms/xks/v1',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1234',
      XksProxyVpcEndpointServiceOwner: '111122223333'
    }
    const credential = { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey: secret }
    const secrets = { KeyStorePassword: 'password', XksProxyAuthenticationCredential: credential }
    const read = decoded(UpdateCustomKeyStoreRequest, { ...members, ...secrets })
    expect(read).toEqual({
      ...members,
      KeyStorePassword: '(redacted)',
      XksProxyAuthenticationCredential: { ...credential, RawSecretAccessKey: '(redacted)' }
    })
    expect(UpdateCustomKeyStoreRequest.is(read)).toBe(true)
    expect(UpdateCustomKeyStoreRequest.encode(read)).toEqual(read)
    expect(pathsOf(UpdateCustomKeyStoreRequest, read)).toEqual([
      'KeyStorePassword',
      'XksProxyAuthenticationCredential.RawSecretAccessKey'
    ])
  })

  it('does not know the name of a member of Create, nor what cannot be changed', () => {
    const others = {
      CustomKeyStoreName: '',
      CustomKeyStoreType: 1,
      TrustAnchorCertificate: [],
      ConnectionState: 'FAILED'
    }
    expect(decoded(UpdateCustomKeyStoreRequest, { CustomKeyStoreId, ...others })).toEqual({
      CustomKeyStoreId
    })
  })

  it('takes a null for an absent member', () => {
    const nulls = {
      NewCustomKeyStoreName: null,
      KeyStorePassword: null,
      XksProxyAuthenticationCredential: null,
      XksProxyVpcEndpointServiceName: null
    }
    expect(decoded(UpdateCustomKeyStoreRequest, { CustomKeyStoreId, ...nulls })).toEqual({ CustomKeyStoreId })
  })

  it('may name an empty VPC endpoint service, for none', () => {
    const request = { CustomKeyStoreId, XksProxyVpcEndpointServiceName: '' }
    expect(decoded(UpdateCustomKeyStoreRequest, request)).toEqual(request)
    expect(UpdateCustomKeyStoreRequest.is(request)).toBe(true)
  })

  it.each([
    [{ CustomKeyStoreId: '' }, 'Member must have length greater than or equal to 1'],
    [{ CustomKeyStoreId: 'c'.repeat(65) }, 'Member must have length less than or equal to 64'],
    [{ CustomKeyStoreId: null }, 'Member must not be null'],
    [{ NewCustomKeyStoreName: '' }, 'Member must have length greater than or equal to 1'],
    [{ NewCustomKeyStoreName: 'n'.repeat(257) }, 'Member must have length less than or equal to 256'],
    [{ KeyStorePassword: 'p'.repeat(6) }, 'Member must have length greater than or equal to 7'],
    [{ KeyStorePassword: 'p'.repeat(33) }, 'Member must have length less than or equal to 32'],
    [
      { XksProxyConnectivity: 'NONE' },
      'Member must satisfy enum value set: [PUBLIC_ENDPOINT, VPC_ENDPOINT_SERVICE]'
    ],
    [{ XksProxyVpcEndpointServiceName: 0 }, 'Member must be a string']
  ])('is held to the constraint of each member: %o', (member, constraint) => {
    expect(violationsOf(UpdateCustomKeyStoreRequest, { CustomKeyStoreId, ...member })).toEqual([
      { path: Object.keys(member)[0], received: expect.any(String), constraint }
    ])
  })

  it.each([
    [{ CloudHsmClusterId: 'cluster-abcdefghi1' }, 19],
    [{ XksProxyUriEndpoint: '' }, 10],
    [{ XksProxyUriPath: '' }, 10],
    [{ XksProxyVpcEndpointServiceName: ' ' }, 20],
    [{ XksProxyVpcEndpointServiceOwner: '' }, 12]
  ])('is held to the length and the pattern of each member: %o', (member, length) => {
    expect(constraintsOf(UpdateCustomKeyStoreRequest, { CustomKeyStoreId, ...member })).toEqual([
      `Member must have length greater than or equal to ${String(length)}`,
      expect.stringMatching(/^Member must satisfy regular expression pattern: /)
    ])
  })

  it.each([
    [{ AccessKeyId: 'ABCDEFGHIJKLMNOPQRST' }],
    [{ RawSecretAccessKey: secret }],
    [secret],
    [[secret]]
  ])('must carry both halves of a credential, and shows none: %#', (XksProxyAuthenticationCredential) => {
    const violations = allOfViolations(UpdateCustomKeyStoreRequest, {
      CustomKeyStoreId,
      XksProxyAuthenticationCredential
    })
    expect(violations).toHaveLength(1)
    expect(JSON.stringify(violations)).not.toContain('c2VjcmV0')
    expect(JSON.stringify(violations)).not.toContain('ABCDEF')
  })
})
