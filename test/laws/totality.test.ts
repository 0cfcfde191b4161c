/** Laws of any value at all. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { hostileValue, longString } from './hostileValues.js'
import { namedBy } from '../named.js'
import { keyRequest, sound } from './outcomes.js'

/** Every codec of the package, with those of all requests and answers; each name once. */
const codecs: ReadonlyMap<string, t.Mixed> = new Map(
  [
    ...Object.values(cks as Readonly<Record<string, unknown>>),
    ...Object.values<cks.AnyOperation>(cks.operations).flatMap(({ request, response }) => [request, response])
  ].flatMap((one) => (one instanceof t.Type ? [[one.name, one as t.Mixed]] : []))
)

/** Codecs of requests, each with members that are strings. */
const withStrings: ReadonlyArray<readonly [t.Mixed, ReadonlyArray<string>]> = [
  [cks.CreateCustomKeyStoreRequest, ['CustomKeyStoreName', 'TrustAnchorCertificate', 'KeyStorePassword']],
  [cks.CreateCustomKeyStoreRequest, ['XksProxyUriEndpoint', 'XksProxyUriPath', 'CloudHsmClusterId']],
  [cks.UpdateCustomKeyStoreRequest, ['XksProxyVpcEndpointServiceName', 'XksProxyVpcEndpointServiceOwner']],
  [cks.CreateKeyRequest, ['Policy', 'Description', 'XksKeyId', 'KeySpec', 'Origin']],
  [cks.DescribeCustomKeyStoresRequest, ['Marker', 'Limit']],
  [cks.XksProxyAuthenticationCredential, ['AccessKeyId', 'RawSecretAccessKey']]
]

const withSecrets: ReadonlyArray<readonly [cks.OperationName, t.Mixed]> = [
  ['CreateCustomKeyStore', cks.CreateCustomKeyStoreRequest],
  ['UpdateCustomKeyStore', cks.UpdateCustomKeyStoreRequest]
]

describe('totality', () => {
  test.each([...codecs])('36. whatever is decoded, nothing is thrown: %s', (_, codec) => {
    fc.assert(
      fc.property(hostileValue, (make) => {
        const result = cks.decode(codec)(make())
        if (E.isLeft(result)) expect(cks.report(result.left)).not.toHaveLength(0)
      }),
      { numRuns: 150 }
    )
  })

  test('37. whatever change of the infrastructure is given, nothing is thrown', () => {
    const lists = ['clusters', 'proxies', 'vpcEndpointServices'] as const
    const change = fc.oneof(
      hostileValue,
      fc
        .tuple(fc.constantFrom(...lists), fc.array(hostileValue, { maxLength: 3 }))
        .map(([list, values]) => () => ({ [list]: values.map((make) => make()) }))
    )
    fc.assert(
      fc.property(change, (make) => {
        const result = cks.withInfrastructureChange(make())(any.soundInfrastructure)
        if (E.isLeft(result)) expect(cks.report(result.left)).not.toHaveLength(0)
      }),
      { numRuns: 500 }
    )
  })

  test('38. ten million characters are refused in few words', () => {
    const long = longString('/')
    for (const [codec, members] of withStrings) {
      const value = Object.fromEntries(members.map((member) => [member, long]))
      const result = cks.decode(codec)({ CustomKeyStoreId: long, ...value })
      expect(E.isLeft(result) && result.left.every(({ received }) => received.length < 100)).toBe(true)
    }
  })

  test('39. what the type of a store does not use is not looked at', () => {
    fc.assert(
      fc.property(any.editionName, any.store, any.backing, (edition, store, backing) => {
        const { cluster, proxy, ...facts } = namedBy(backing, store)
        const { failure, vpcEndpointService } = facts
        const used = cks.isCloudHsm(store) ? { cluster, failure } : { proxy, vpcEndpointService, failure }
        const [all, operations] = [{ cluster, proxy, ...facts }, cks.under(edition)]
        expect(operations.connect(all)(store)).toStrictEqual(operations.connect(used)(store))
        expect(cks.settle(all)(store)).toStrictEqual(cks.settle(used)(store))
        const request = keyRequest(store)
        const key = (backing: cks.BackingKeyStore) =>
          operations.createKey({ ...sound(store), cluster: undefined, proxy: undefined, ...backing })(
            request
          )(store)
        expect(key(all)).toStrictEqual(key(used))
      }),
      { numRuns: 300 }
    )
  })

  test.each(withSecrets)(
    '40. a secret does not outlive the reading of its request: %s',
    (operation, codec) => {
      fc.assert(
        fc.property(rawRequest[operation], (request) => {
          const read = cks.decode(codec)(request)
          expect(JSON.stringify(read)).not.toMatch(any.secretMark)
          if (E.isLeft(read)) expect(cks.report(read.left).join()).not.toMatch(any.secretMark)
          const raw = codec.decode(request)
          expect(inspect(raw, { depth: Infinity, showHidden: true })).not.toMatch(any.secretMark)
          if (E.isLeft(raw)) expect(PathReporter.report(raw).join()).not.toMatch(any.secretMark)
        }),
        { numRuns: 500 }
      )
    }
  )
})
