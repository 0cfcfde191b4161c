/** What is the same for every request, above all that nothing given as one makes the library throw. */
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/codec/decode.js'
import { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../../src/model/requests/GenerateRandomRequest.js'
import { UpdateCustomKeyStoreRequest } from '../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { decoded } from '../fixtures.js'
import { violationsOf } from './violationsOf.js'

type Members = Readonly<Record<string, unknown>>

/** A request that is in order, of each kind that has to carry something, and what it is read as where that differs. */
const requests: ReadonlyArray<readonly [t.Mixed, Members, Members?]> = [
  [
    CreateCustomKeyStoreRequest,
    {
      CustomKeyStoreName: 'my store',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'x',
      KeyStorePassword: 'kmsuser-password',
      CustomKeyStoreType: 'AWS_CLOUDHSM'
    },
    {
      CustomKeyStoreName: 'my store',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'x',
      KeyStorePassword: '(redacted)',
      CustomKeyStoreType: 'AWS_CLOUDHSM'
    }
  ],
  [CreateKeyRequest, { CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }],
  [CustomKeyStoreIdRequest, { CustomKeyStoreId: 'cks-1' }],
  [GenerateRandomRequest, { NumberOfBytes: 1 }],
  [UpdateCustomKeyStoreRequest, { CustomKeyStoreId: 'cks-1' }]
]
const codecs = [...requests.map(([codec]) => codec), DescribeCustomKeyStoresRequest]

const fails = (): never => {
  throw new Error('unreadable')
}
class Holder {
  constructor(members: object) {
    Object.assign(this, members)
  }
  get Unknown() {
    return fails()
  }
}

describe('a request', () => {
  it('is read without what is unknown', () => {
    for (const [codec, request, read = request] of requests) {
      expect(decoded(codec, { ...request, Unknown: 1, '': null, toString: 2, 0: 3 })).toEqual(read)
    }
  })

  it('is the same whether an absent member is left out, null or undefined', () => {
    for (const [codec, request, read = request] of requests) {
      expect(decoded(codec, { ...request, Unknown: null, CustomerMasterKeySpec: undefined })).toEqual(read)
    }
  })

  it('is read the same from an object of some class, or without prototype', () => {
    for (const [codec, request, read = request] of requests) {
      expect(decoded(codec, new Holder(request))).toEqual(read)
      expect(decoded(codec, Object.assign(Object.create(null), request))).toEqual(read)
      expect(decoded(codec, new Proxy(request, {}))).toEqual(read)
    }
  })

  it('is not made of what a prototype has, nor of a member named __proto__', () => {
    for (const [codec, request, read = request] of requests) {
      expect(violationsOf(codec, Object.create(request))).not.toEqual([])
      const named: unknown = JSON.parse(`{ "__proto__": ${JSON.stringify(request)} }`)
      expect(violationsOf(codec, named)).not.toEqual([])
      expect(decoded(codec, { ...(named as object), ...request })).toEqual(read)
    }
    const named: unknown = JSON.parse('{ "__proto__": { "CustomKeyStoreId": "cks-1" } }')
    expect(decoded(DescribeCustomKeyStoresRequest, named)).toEqual({})
    expect(Object.hasOwn(Object.prototype, 'CustomKeyStoreId')).toBe(false)
  })

  it('is left as it was', () => {
    for (const [codec, request] of requests) {
      const frozen = Object.freeze({ ...request, Unknown: null })
      decode(codec)(frozen)
      expect(frozen).toEqual({ ...request, Unknown: null })
    }
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['a number', 1],
    ['a string', '{ "CustomKeyStoreId": "cks-1" }'],
    ['a bigint', 1n],
    ['a symbol', Symbol('cks-1')],
    ['an array', [{ CustomKeyStoreId: 'cks-1' }]],
    ['a function', Object.assign(() => 1, { CustomKeyStoreId: 'cks-1' })],
    ['an object that does not show its members', new Proxy({}, { getOwnPropertyDescriptor: fails })],
    ['an object without a type', new Proxy({}, new Proxy({}, { get: () => fails }))]
  ])('is not %s', (_, u) => {
    for (const codec of codecs) {
      expect(violationsOf(codec, u).map(({ path }) => path)).toEqual([''])
    }
  })

  it('is refused, not thrown at, when a member throws as it is read', () => {
    for (const [codec, request] of requests) {
      for (const member of Object.keys(request)) {
        const hostile = Object.defineProperty({ ...request }, member, { get: fails, enumerable: true })
        expect(E.isLeft(decode(codec)(hostile))).toBe(true)
      }
    }
  })

  it('is read without its unknown members, so it does not matter that one throws', () => {
    for (const [codec, request] of requests) {
      const hostile = Object.defineProperty({ ...request }, 'Unknown', { get: fails, enumerable: true })
      expect(decode<unknown>(codec)(hostile)).toStrictEqual(decode<unknown>(codec)(request))
    }
  })

  it('is refused where it lacks everything', () => {
    for (const [codec] of requests) {
      for (const u of [{}, new Holder({}), new Map(), new Date(0), /x/, Object.create(null)]) {
        expect(violationsOf(codec, u)).not.toEqual([])
      }
    }
  })

  it('with a member of ten megabytes is refused in short', () => {
    const long = 'k'.repeat(10_000_000)
    const members = Object.fromEntries(
      requests.flatMap(([, request]) => Object.keys(request)).map((m) => [m, long])
    )
    for (const codec of codecs) {
      const violations = violationsOf(codec, members)
      expect(violations).not.toEqual([])
      expect(JSON.stringify(violations).length).toBeLessThan(2000)
    }
  })
})
