/** The requests whose members are few: by id, Describe and GenerateRandom. */
import { describe, expect, it } from 'vitest'
import { CustomKeyStoreIdRequest } from '../../../src/model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../../../src/model/requests/GenerateRandomRequest.js'
import { decoded } from '../../fixtures.js'
import { constraintsOf, violationsOf } from '../../codec/violationsOf.js'

describe('a request by id', () => {
  it.each(['c', 'cks-1234567890abcdef0', 'c'.repeat(64), '🔑'.repeat(64)])(
    'is read: %j',
    (CustomKeyStoreId) => {
      expect(decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId, Force: true })).toEqual({
        CustomKeyStoreId
      })
    }
  )

  it.each([
    [{}, 'undefined', 'Member must not be null'],
    [{ CustomKeyStoreId: null }, 'undefined', 'Member must not be null'],
    [{ customKeyStoreId: 'cks-1' }, 'undefined', 'Member must not be null'],
    [{ CustomKeyStoreId: '' }, "''", 'Member must have length greater than or equal to 1'],
    [{ CustomKeyStoreId: ['cks-1'] }, 'an array', 'Member must be a string'],
    [{ CustomKeyStoreId: { S: 'cks-1' } }, 'an object', 'Member must be a string'],
    [{ CustomKeyStoreId: 1 }, '1', 'Member must be a string'],
    [{ CustomKeyStoreId: false }, 'false', 'Member must be a string']
  ])('is refused without an id: %o', (request, received, constraint) => {
    expect(violationsOf(CustomKeyStoreIdRequest, request)).toEqual([
      { path: 'CustomKeyStoreId', received, constraint }
    ])
  })
})

describe('a request to describe stores', () => {
  it.each([
    [{}],
    [{ CustomKeyStoreId: 'cks-1' }],
    [{ CustomKeyStoreName: 'my store' }],
    [{ Limit: 1 }],
    [{ Limit: 1000 }],
    [{ Limit: 10, Marker: 'ÿ' }],
    [{ CustomKeyStoreId: 'cks-1', Limit: 1, Marker: 'm'.repeat(1024) }]
  ])('is read: %o', (request) => {
    expect(decoded(DescribeCustomKeyStoresRequest, request)).toEqual(request)
  })

  it('takes a null for an absent member', () => {
    const request = { CustomKeyStoreId: null, CustomKeyStoreName: 'my store', Limit: null, Marker: null }
    expect(decoded(DescribeCustomKeyStoresRequest, request)).toEqual({ CustomKeyStoreName: 'my store' })
  })

  it('is refused with both an id and a name', () => {
    const request = { CustomKeyStoreId: 'cks-1', CustomKeyStoreName: 'my store' }
    expect(violationsOf(DescribeCustomKeyStoresRequest, request)).toEqual([
      {
        path: 'CustomKeyStoreName',
        received: "'my store'",
        constraint: 'Member must be absent where CustomKeyStoreId is given'
      }
    ])
  })

  it.each([
    [{ Limit: 0 }, 'Member must have value greater than or equal to 1'],
    [{ Limit: 1001 }, 'Member must have value less than or equal to 1000'],
    [{ Limit: 1.5 }, 'Member must be an integer'],
    [{ Limit: '10' }, 'Member must be an integer'],
    [{ Marker: '' }, 'Member must have length greater than or equal to 1'],
    [{ Marker: 'm'.repeat(1025) }, 'Member must have length less than or equal to 1024'],
    [{ CustomKeyStoreId: '' }, 'Member must have length greater than or equal to 1'],
    [{ CustomKeyStoreName: '' }, 'Member must have length greater than or equal to 1'],
    [{ CustomKeyStoreName: 'n'.repeat(257) }, 'Member must have length less than or equal to 256']
  ])('is held to the constraint of each member: %o', (request, constraint) => {
    expect(constraintsOf(DescribeCustomKeyStoresRequest, request)).toEqual([constraint])
  })
})

describe('a request for random bytes', () => {
  it.each([
    [{ NumberOfBytes: 1 }],
    [{ NumberOfBytes: 1024 }],
    [{ NumberOfBytes: 32, CustomKeyStoreId: 'cks-1' }]
  ])('is read: %o', (request) => {
    expect(decoded(GenerateRandomRequest, request)).toEqual(request)
  })

  it.each([
    [{}, 'Member must not be null'],
    [{ NumberOfBytes: null }, 'Member must not be null'],
    [{ NumberOfBytes: 0 }, 'Member must have value greater than or equal to 1'],
    [{ NumberOfBytes: 1025 }, 'Member must have value less than or equal to 1024'],
    [{ NumberOfBytes: NaN }, 'Member must be an integer'],
    [{ NumberOfBytes: 32, CustomKeyStoreId: '' }, 'Member must have length greater than or equal to 1']
  ])('is held to the constraint of each member: %o', (request, constraint) => {
    expect(constraintsOf(GenerateRandomRequest, request)).toEqual([constraint])
  })
})
