import { describe, expect, it } from 'vitest'
import { CreateKeyRequest } from '../../../src/model/requests/CreateKeyRequest.js'
import { decoded } from '../../fixtures.js'
import { constraintsOf, pathsOf, violationsOf } from '../../codec/violationsOf.js'

const inCluster = { CustomKeyStoreId: 'cks-1234567890abcdef0', Origin: 'AWS_CLOUDHSM' }
const outside = {
  CustomKeyStoreId: 'cks-1234567890abcdef0',
  Origin: 'EXTERNAL_KEY_STORE',
  XksKeyId: 'bb8562717f809024'
}

describe('a request for a key', () => {
  it.each([[inCluster], [outside]])('is read: %o', (request) => {
    const members = {
      ...request,
      Description: '',
      Policy: '{}',
      Tags: [{ TagKey: 'k', TagValue: '' }],
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'RSA_2048',
      KeyUsage: 'SIGN_VERIFY',
      MultiRegion: true,
      BypassPolicyLockoutSafetyCheck: false
    }
    expect(decoded(CreateKeyRequest, request)).toEqual(request)
    expect(decoded(CreateKeyRequest, { ...members, more: 1 })).toEqual(members)
  })

  it.each([
    [{ ...inCluster, CustomKeyStoreId: null }, 'CustomKeyStoreId'],
    [{ ...outside, CustomKeyStoreId: undefined }, 'CustomKeyStoreId'],
    [{ ...inCluster, Origin: null }, 'Origin'],
    [{ ...inCluster, Origin: 'AWS_KMS' }, 'Origin'],
    [{ ...inCluster, Origin: 'EXTERNAL' }, 'Origin'],
    [{ ...inCluster, Origin: 'CLOUDHSM' }, 'Origin'],
    [{ ...inCluster, XksKeyId: 'k' }, 'XksKeyId'],
    [{ ...outside, XksKeyId: null }, 'XksKeyId'],
    [{ ...outside, Origin: 'AWS_KMS' }, 'Origin']
  ])('of which the members do not go together is refused: %o', (request, path) => {
    expect(pathsOf(CreateKeyRequest, request)).toEqual([path])
    expect(CreateKeyRequest.is(request)).toBe(false)
  })

  it.each([
    [{ CustomKeyStoreId: 'c'.repeat(64) }],
    [{ Description: '🔑'.repeat(8192) }],
    [{ Policy: 'p'.repeat(131073) }],
    [{ Tags: [] }],
    [{ Tags: [{ TagKey: 'k'.repeat(128), TagValue: 'v'.repeat(256) }] }],
    [{ KeySpec: 'HMAC_512' }],
    [{ KeyUsage: 'KEY_AGREEMENT' }]
  ])('is taken at the limits of its members: %#', (member) => {
    expect(constraintsOf(CreateKeyRequest, { ...inCluster, ...member })).toEqual([])
  })

  it.each([
    [
      { CustomKeyStoreId: 'c'.repeat(65) },
      'CustomKeyStoreId',
      'Member must have length less than or equal to 64'
    ],
    [{ Description: 'd'.repeat(8193) }, 'Description', 'Member must have length less than or equal to 8192'],
    [
      { Policy: 'Ā' },
      'Policy',
      String.raw`Member must satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u00FF]+`
    ],
    [{ Policy: {} }, 'Policy', 'Member must be a string'],
    [
      { Tags: [{ TagKey: '', TagValue: '' }] },
      'Tags.0.TagKey',
      'Member must have length greater than or equal to 1'
    ],
    [
      { Tags: [{ TagKey: 'k'.repeat(129), TagValue: '' }] },
      'Tags.0.TagKey',
      'Member must have length less than or equal to 128'
    ],
    [
      { Tags: [{ TagKey: 'k', TagValue: 'v'.repeat(257) }] },
      'Tags.0.TagValue',
      'Member must have length less than or equal to 256'
    ],
    [
      { Tags: [{ TagKey: 'k', TagValue: '' }, { TagKey: 'l' }] },
      'Tags.1.TagValue',
      'Member must not be null'
    ],
    [
      { KeySpec: 'AES_256' },
      'KeySpec',
      expect.stringMatching(/^Member must satisfy enum value set: \[SYMMETRIC_DEFAULT, /)
    ],
    [
      { CustomerMasterKeySpec: '' },
      'CustomerMasterKeySpec',
      expect.stringMatching(/^Member must satisfy enum value set: /)
    ],
    [
      { KeyUsage: 'WRAP' },
      'KeyUsage',
      expect.stringMatching(/^Member must satisfy enum value set: \[ENCRYPT_DECRYPT, /)
    ],
    [{ MultiRegion: 'true' }, 'MultiRegion', 'Member must be a valid boolean'],
    [
      { BypassPolicyLockoutSafetyCheck: 1 },
      'BypassPolicyLockoutSafetyCheck',
      'Member must be a valid boolean'
    ]
  ])('is held to the constraint of each member: %#', (member, path, constraint) => {
    expect(violationsOf(CreateKeyRequest, { ...inCluster, ...member })).toEqual([
      { path, received: expect.any(String), constraint }
    ])
  })

  it.each([
    ['k', undefined],
    ['K'.repeat(128), undefined],
    ['-_.', undefined],
    ['a/b', 'pattern'],
    ['K'.repeat(129), 'less']
  ])('names an external key by an id within its limits: %j', (XksKeyId, broken) => {
    const constraints = constraintsOf(CreateKeyRequest, { ...outside, XksKeyId })
    expect(constraints).toEqual(broken === undefined ? [] : [expect.stringContaining(broken)])
  })

  it('tells of an empty id of an external key that it is too short and unlike the pattern', () => {
    expect(constraintsOf(CreateKeyRequest, { ...outside, XksKeyId: '' })).toEqual([
      'Member must have length greater than or equal to 1',
      'Member must satisfy regular expression pattern: ^[a-zA-Z0-9-_.]+$'
    ])
  })
})
