/** Requests and answers: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import { infrastructureOf } from '../../../src/model/Infrastructure.js'
import { account } from '../../../src/account/onAccount.js'
import { exceptions } from '../../../src/exceptions/Exception.js'
import type { CustomKeyStore } from '../../../src/model/CustomKeyStore.js'
import { decode } from '../../../src/codec/decode.js'
import { CreateCustomKeyStoreRequest } from '../../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { CustomKeyStoreIdRequest } from '../../../src/model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../../../src/model/requests/GenerateRandomRequest.js'
import { UpdateCustomKeyStoreRequest } from '../../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { describe as describeStores } from '../../../src/operations/describe.js'
import { generateRandom } from '../../../src/operations/generateRandom.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmStore,
  decoded,
  everyState,
  externalKey,
  externalStore,
  infrastructureFacts,
  isRead,
  proxyWith,
  updateRequest,
  verdict,
  withKeys
} from '../../fixtures.js'
import { updated } from '../attempts.js'

type Members = Readonly<Record<string, unknown>>
const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const request = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: cloudHsmId })

describe('assumptions', () => {
  it('A1 the checks go from the request to the state, the other stores, the backing key store and KMS itself', () => {
    const rival = externalStore('CONNECTED', 'PUBLIC_ENDPOINT', {
      CustomKeyStoreId: 'cks-rival',
      CustomKeyStoreName: 'taken',
      XksProxyConfiguration: { ...open.XksProxyConfiguration, UriPath: '/taken/kms/xks/v1' }
    })
    const wrong = { NewCustomKeyStoreName: 'taken', XksProxyUriPath: '/taken/kms/xks/v1' }
    const right = { NewCustomKeyStoreName: 'free', XksProxyUriPath: '/free/kms/xks/v1' }
    const failure = 'KMSInternalException'
    const failed = externalStore('FAILED')
    const proxy = proxyWith({ tlsIsValid: false, acceptsCredential: false })
    const facts = { others: [rival], proxy, failure } as const
    expect([
      verdict(account.update(circumstances)(updateRequest(open, wrong))(accountWith(rival))),
      verdict(updated(failed, { ...wrong, KeyStorePassword: 'kmsuser-password' }, facts)),
      verdict(updated(failed, wrong, facts)),
      verdict(updated(open, wrong, facts)),
      verdict(updated(open, { ...wrong, NewCustomKeyStoreName: 'free' }, facts)),
      verdict(updated(open, right, facts)),
      verdict(updated(open, right, { ...facts, proxy: proxyWith({ acceptsCredential: false }) })),
      verdict(updated(open, right, { ...facts, proxy: proxyWith() })),
      verdict(updated(open, right, { others: [rival] }))
    ]).toEqual([
      'CustomKeyStoreNotFoundException',
      'ValidationException',
      'CustomKeyStoreInvalidStateException',
      'CustomKeyStoreNameInUseException',
      'XksProxyUriInUseException',
      'XksProxyInvalidConfigurationException',
      'XksProxyIncorrectAuthenticationCredentialException',
      'KMSInternalException',
      'accepted'
    ])
  })

  it('A2 a member that is missing, or belongs to the other type of store, is a ValidationException', () => {
    expect(isRead(CreateCustomKeyStoreRequest, { CustomKeyStoreName: 'store' })).toBe(false)
    expect(verdict(updated(hsm, { XksProxyUriPath: '/kms/xks/v1' }))).toBe('ValidationException')
    expect(verdict(updated(open, { CloudHsmClusterId: 'cluster-abcdefghijk' }))).toBe('ValidationException')
  })

  it('a proxy URI path may end in v0 to v99', () => {
    const ends = ['v0', 'v1', 'v99', 'v100', 'v'].map((version) =>
      isRead(UpdateCustomKeyStoreRequest, {
        CustomKeyStoreId: 'cks-1',
        XksProxyUriPath: `/kms/xks/${version}`
      })
    )
    expect(ends).toEqual([true, true, true, false, false])
  })

  it('A25 Describe with an id and a name is a ValidationException', () => {
    const both = { CustomKeyStoreId: cloudHsmId, CustomKeyStoreName: 'hsm store' }
    expect(isRead(DescribeCustomKeyStoresRequest, both)).toBe(false)
  })

  it('A31 a value that is too long is refused while the request is read, not as a quota', () => {
    expect(decode(CustomKeyStoreIdRequest)({ CustomKeyStoreId: 'c'.repeat(65) })).toMatchObject({
      left: [{ path: 'CustomKeyStoreId', constraint: 'Member must have length less than or equal to 64' }]
    })
  })

  it('A32 GenerateRandom needs NumberOfBytes', () => {
    expect(isRead(GenerateRandomRequest, {})).toBe(false)
    expect(isRead(GenerateRandomRequest, { NumberOfBytes: 1 })).toBe(true)
  })

  it('A33 a store of another account or Region is not found', () => {
    expect(verdict(account.connect(circumstances)(request)(accountWith(open)))).toBe(
      'CustomKeyStoreNotFoundException'
    )
    expect(verdict(account.describe(circumstances)(request)(accountWith(open)))).toBe(
      'CustomKeyStoreNotFoundException'
    )
  })

  it('A34 GenerateRandom with an external key store is unsupported in every state', () => {
    const verdicts = everyState.map((state) => verdict(generateRandom({})(externalStore(state))))
    expect(new Set(verdicts)).toEqual(new Set(['UnsupportedOperationException']))
  })

  it('the HTTP statuses are those of the API pages, where SDK models have others', () => {
    expect(exceptions.KMSInvalidStateException.httpStatus).toBe(400)
    expect(exceptions.DisabledException.httpStatus).toBe(400)
    expect(exceptions.NotFoundException.httpStatus).toBe(400)
    expect(exceptions.DependencyTimeoutException.httpStatus).toBe(500)
  })

  it('A37 an operation that has nothing to say answers an empty JSON object', () => {
    const disconnected = accountWith(hsm)
    const connected = accountWith(cloudHsmStore('CONNECTED'))
    const answers = [
      account.connect(circumstances)(request)(disconnected),
      account.disconnect(circumstances)(request)(connected),
      account.update(circumstances)(request)(disconnected),
      account.delete(circumstances)(request)(disconnected)
    ].map((result) => JSON.stringify(accepted(result)[0]))
    expect(answers).toEqual(['{}', '{}', '{}', '{}'])
  })

  it('A38 Describe lists by CreationDate, then id, 100 to a page, and takes markers in its own form only', () => {
    const store = (id: string, CreationDate: number) =>
      cloudHsmStore('CONNECTED', { CustomKeyStoreId: id, CustomKeyStoreName: id, CreationDate })
    const listed = (stores: ReadonlyArray<CustomKeyStore>, members: Members = {}) =>
      describeStores({})(decoded(DescribeCustomKeyStoresRequest, members))(stores)
    const ids = accepted(listed([store('b', 2), store('a', 2), store('c', 1)])).CustomKeyStores
    expect(ids.map((entry) => entry.CustomKeyStoreId)).toEqual(['c', 'a', 'b'])
    const many = Array.from({ length: 101 }, (_, i) => store(`cks-${String(i)}`, i))
    const first = accepted(listed(many))
    expect(first.CustomKeyStores).toHaveLength(100)
    const { NextMarker } = first
    expect(accepted(listed(many, { Marker: NextMarker })).CustomKeyStores).toHaveLength(1)
    expect(verdict(listed(many, { Marker: `0${String(NextMarker)}` }))).toBe('InvalidMarkerException')
  })

  it('A48 GenerateRandom in a CONNECTED store does not look at the cluster', () => {
    const given = {
      ...circumstances,
      infrastructure: infrastructureOf({ ...infrastructureFacts, clusters: [] })
    }
    const before = withKeys(externalKey())(accountWith(cloudHsmStore('CONNECTED')))
    const wanted = { CustomKeyStoreId: cloudHsmId, NumberOfBytes: 7 }
    expect(verdict(account.generateRandom(given)(wanted)(before))).toBe('accepted')
    expect(
      verdict(account.generateRandom({ ...given, failure: 'KMSInternalException' })(wanted)(before))
    ).toBe('KMSInternalException')
  })
})
