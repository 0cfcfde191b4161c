/** What AWS answers, read leniently. */
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { operations } from '../../src/operations/index.js'
import {
  CustomKeyStoresListEntry,
  DescribeCustomKeyStoresResponse,
  ErrorAnswer
} from '../../src/protocol/index.js'
import { storeFromListEntry } from '../../src/index.js'
import { store as anyStore } from '../arbitraries.js'
import {
  accepted,
  accountWith,
  cloudHsmStore,
  clusterWith,
  decoded,
  externalStore,
  updateRequest
} from '../fixtures.js'
import { account } from '../../src/account/onAccount.js'
import { healthyInfrastructure } from '../../src/model/Infrastructure.js'
import { violationsOf } from '../codec/violationsOf.js'
import { ask, given } from './endpoint.js'

/** In the form of AWS's own samples, which break AWS's own patterns. */
const external = {
  CustomKeyStoreId: 'cks-0123456789abcdef0',
  CustomKeyStoreName: 'Example',
  ConnectionState: 'FAILED',
  ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT',
  CreationDate: '2022-12-14T20:17:36.419000+00:00',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConfiguration: {
    AccessKeyId: 'ABCDE98765432EXAMPLE',
    Connectivity: 'VPC_ENDPOINT_SERVICE',
    UriEndpoint: 'https://xks.example.com:6443',
    UriPath: '/example/kms/xks/v1',
    VpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-example'
  }
}
const cloudHsm = {
  CloudHsmClusterId: 'cluster-1a23b4cdefg',
  ConnectionState: 'CONNECTED',
  CreationDate: '1.499288695918E9',
  CustomKeyStoreId: 'cks-1234567890abcdef0',
  CustomKeyStoreName: 'Example',
  TrustAnchorCertificate: '<certificate>'
}

describe('storeFromListEntry', () => {
  it('reads an external key store', () => {
    expect(storeFromListEntry(external)).toEqual(
      E.right({ ...external, CreationDate: 1_671_049_056.419, attempt: 0 })
    )
  })

  it('reads an AWS CloudHSM key store, also from before there was another type', () => {
    const store = {
      ...cloudHsm,
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CreationDate: 1_499_288_695.918,
      attempt: 0,
      clusterCertificate: 'certificate of cluster-1a23b4cdefg'
    }
    expect(storeFromListEntry(cloudHsm)).toEqual(E.right(store))
    expect(storeFromListEntry({ ...cloudHsm, CustomKeyStoreType: 'AWS_CLOUDHSM' })).toEqual(E.right(store))
    for (const none of [null, undefined, '']) {
      expect(storeFromListEntry({ ...cloudHsm, ConnectionErrorCode: none })).toStrictEqual(E.right(store))
    }
    expect(storeFromListEntry({ ...cloudHsm, ConnectionErrorCode: 'USER_NOT_FOUND' })).toMatchObject({
      left: [{ path: 'ConnectionErrorCode', kind: 'together' }]
    })
    expect(storeFromListEntry({ ...cloudHsm, owner: 'x' })).toStrictEqual(E.right({ ...store, owner: 'x' }))
    expect([cloudHsm, { ...store, CreationDate: 'now' }, null].some(CustomKeyStoresListEntry.is)).toBe(false)
    expect(CustomKeyStoresListEntry.encode(listEntry(cloudHsmStore('CONNECTED')))).toEqual(
      listEntry(cloudHsmStore('CONNECTED'))
    )
  })

  it.each([
    [{ ...external, ConnectionErrorCode: 'USER_LOCKED_OUT' }, 'ConnectionErrorCode'],
    [{ ...external, ConnectionErrorCode: null }, 'ConnectionErrorCode'],
    [{ ...external, ConnectionState: 'BROKEN' }, 'ConnectionState'],
    [{ ...external, CreationDate: 'yesterday' }, 'CreationDate'],
    [{ ...external, XksProxyConfiguration: {} }, 'XksProxyConfiguration.Connectivity'],
    [{ ...cloudHsm, CloudHsmClusterId: {} }, 'CloudHsmClusterId'],
    [[cloudHsm], '']
  ])('says what is wrong with %o', (entry, path) => {
    expect(violationsOf(CustomKeyStoresListEntry, entry).map((violation) => violation.path)).toEqual([path])
    expect(E.isLeft(storeFromListEntry(entry))).toBe(true)
    expect(CustomKeyStoresListEntry.is(entry)).toBe(false)
  })

  it('is the way back from what is shown, but for what is not', () => {
    fc.assert(
      fc.property(anyStore, (store) => {
        const shown: unknown = JSON.parse(JSON.stringify(listEntry(store)))
        const read = accepted(E.mapLeft(() => ({ name: 'unreadable' }))(storeFromListEntry(shown)))
        const notShown =
          store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? { clusterCertificate: store.clusterCertificate } : {}
        expect({ ...read, ...notShown, attempt: store.attempt }).toEqual(store)
        expect(decoded(CustomKeyStoresListEntry, shown)).toEqual(shown)
        expect(CustomKeyStoresListEntry.is(shown)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  it('makes a store whose cluster is related to itself where nothing is at fault, and to no other', () => {
    const store = accepted(
      E.mapLeft(() => ({ name: 'unreadable' }))(
        storeFromListEntry({
          ...cloudHsm,
          ConnectionState: 'DISCONNECTED',
          CloudHsmClusterId: 'cluster-abcdefghijk'
        })
      )
    )
    const moved = (CloudHsmClusterId: string) =>
      account.update({ ...given, infrastructure: healthyInfrastructure })(
        updateRequest(store, { CloudHsmClusterId })
      )(accountWith(store))
    expect(E.isRight(moved('cluster-abcdefghijk'))).toBe(true)
    expect(moved('cluster-zyxwvutsrqp')).toMatchObject(E.left({ name: 'CloudHsmClusterNotRelatedException' }))
    expect(clusterWith().clusterId).toBe('cluster-abcdefghijk')
  })
})

describe('DescribeCustomKeyStoresResponse', () => {
  it('reads a page, with or without what tells of more', () => {
    const CustomKeyStores = [external, cloudHsm]
    const entries = CustomKeyStores.map((entry) => decoded(CustomKeyStoresListEntry, entry))
    expect(decoded(DescribeCustomKeyStoresResponse, { CustomKeyStores })).toEqual({
      CustomKeyStores: entries,
      Truncated: false
    })
    const page = { CustomKeyStores, Truncated: true, NextMarker: 'more', ResponseMetadata: {} }
    expect(decoded(DescribeCustomKeyStoresResponse, page)).toEqual({
      CustomKeyStores: entries,
      Truncated: true,
      NextMarker: 'more'
    })
    expect(violationsOf(DescribeCustomKeyStoresResponse, { CustomKeyStores: [{}] })).toHaveLength(1)
    const read = { CustomKeyStores: entries, Truncated: false }
    expect([read, { CustomKeyStores: entries }, 1].map(DescribeCustomKeyStoresResponse.is)).toEqual([
      true,
      false,
      false
    ])
  })
})

describe('the answers', () => {
  it('of this library can be read', () => {
    const stores = accountWith(cloudHsmStore('CONNECTED'), externalStore('FAILED'))
    const { body: described } = ask(stores, 'DescribeCustomKeyStores', {})
    expect(decoded(operations.DescribeCustomKeyStores.response, described)).toEqual(described)
    const { CustomKeyStoreId } = cloudHsmStore('CONNECTED')
    const { body: key } = ask(stores, 'CreateKey', { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' })
    expect(decoded(operations.CreateKey.response, key)).toEqual(key)
    const { body: bytes } = ask(stores, 'GenerateRandom', { NumberOfBytes: 4 })
    expect(decoded(operations.GenerateRandom.response, bytes)).toEqual({ Plaintext: 'BwcHBw==' })
    const { body: error } = ask(stores, 'ConnectCustomKeyStore', { CustomKeyStoreId: 'cks-0' })
    expect(decoded(ErrorAnswer, error)).toMatchObject({ name: 'CustomKeyStoreNotFoundException' })
  })

  it('to create is an id of any form', () => {
    const answer = { CustomKeyStoreId: 'x'.repeat(100) }
    expect(decoded(operations.CreateCustomKeyStore.response, answer)).toEqual(answer)
    expect(violationsOf(operations.CreateCustomKeyStore.response, {})).toHaveLength(1)
  })

  it('of a key may have dates in any form and lack all but the id', () => {
    const KeyMetadata = { KeyId: 'a', CreationDate: '2022-12-14T20:17:36Z', DeletionDate: null }
    expect(decoded(operations.CreateKey.response, { KeyMetadata })).toEqual({
      KeyMetadata: { KeyId: 'a', CreationDate: 1_671_049_056 }
    })
  })

  it('that say nothing are an object or no body at all', () => {
    for (const nothing of [{}, { Unknown: 1 }, '', undefined])
      expect(decoded(operations.ConnectCustomKeyStore.response, nothing)).toEqual({})
    for (const other of ['text', 1, [], null])
      expect(violationsOf(operations.ConnectCustomKeyStore.response, other)).toHaveLength(1)
    expect([{}, { a: 1 }, undefined].map(operations.DeleteCustomKeyStore.response.is)).toEqual([
      true,
      false,
      false
    ])
    expect(operations.DeleteCustomKeyStore.response.encode({})).toEqual({})
  })
})

describe('ErrorAnswer', () => {
  it.each([
    [
      { __type: 'ThrottlingException', message: 'slow' },
      { name: 'ThrottlingException', message: 'slow' }
    ],
    [
      { __type: 'com.amazon.coral.service#A', Message: 'b' },
      { name: 'A', message: 'b' }
    ],
    [{ __type: 'SerializationException' }, { name: 'SerializationException', message: '' }]
  ])('reads %o', (error, read) => {
    expect(decoded(ErrorAnswer, error)).toEqual(read)
    expect(ErrorAnswer.is(read)).toBe(true)
    expect(ErrorAnswer.is(error)).toBe(false)
  })

  it('needs a type', () => {
    expect(violationsOf(ErrorAnswer, { message: 'a' })).toMatchObject([{ path: '__type' }])
  })
})
