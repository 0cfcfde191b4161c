/** What the documents say of DescribeCustomKeyStores. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { decode } from '../../src/codec/decode.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { describe as describeStores } from '../../src/operations/describe.js'
import {
  accepted,
  accountId,
  cloudHsmStore,
  decoded,
  everyState,
  externalStore,
  storesIn,
  verdict
} from '../fixtures.js'

type Members = Readonly<Record<string, unknown>>

const described = (stores: ReadonlyArray<CustomKeyStore>, members: Members = {}) =>
  describeStores({})(decoded(DescribeCustomKeyStoresRequest, members))(stores)
const stores = storesIn('CONNECTED')

describe('DescribeCustomKeyStores, https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html', () => {
  it('shows every store of the account and Region, when neither id nor name is given', () => {
    const { CustomKeyStores, Truncated } = accepted(described(stores))
    expect(CustomKeyStores.map((entry) => entry.CustomKeyStoreName)).toEqual([
      'hsm store',
      'public store',
      'vpc store'
    ])
    expect(Truncated).toBe(false)
  })

  it('shows an empty list, when there is none', () => {
    expect(accepted(described([]))).toEqual({ CustomKeyStores: [], Truncated: false })
  })

  it.each([{ CustomKeyStoreId: 'cks-abcdef01234567890' }, { CustomKeyStoreName: 'public store' }])(
    'shows one store by %o',
    (members) => {
      const { CustomKeyStores } = accepted(described(stores, members))
      expect(CustomKeyStores).toMatchObject([{ CustomKeyStoreName: 'public store' }])
      expect(CustomKeyStores).toHaveLength(1)
    }
  )

  it.each([{ CustomKeyStoreId: 'cks-00000000000000000' }, { CustomKeyStoreName: 'no store' }])(
    'answers CustomKeyStoreNotFoundException when there is no store with %o',
    (members) => {
      expect(verdict(described(stores, members))).toBe('CustomKeyStoreNotFoundException')
    }
  )

  it('does not take an id and a name together', () => {
    const both = { CustomKeyStoreId: 'cks-abcdef01234567890', CustomKeyStoreName: 'public store' }
    expect(decode(DescribeCustomKeyStoresRequest)(both)).toHaveProperty('_tag', 'Left')
  })

  it.each(everyState)('is valid for stores of every type that are %s', (state) => {
    expect(accepted(described(storesIn(state))).CustomKeyStores).toHaveLength(3)
  })

  describe('pages', () => {
    it('have no more stores than Limit, and a NextMarker if and only if they are truncated', () => {
      const first = accepted(described(stores, { Limit: 2 }))
      expect(first.CustomKeyStores).toHaveLength(2)
      expect(first.Truncated).toBe(true)
      expect(first).toHaveProperty('NextMarker')
      const last = accepted(described(stores, { Limit: 3 }))
      expect(last.CustomKeyStores).toHaveLength(3)
      expect(last.Truncated).toBe(false)
      expect(last).not.toHaveProperty('NextMarker')
    })

    it('go on after the Marker with which the page before ended', () => {
      const first = accepted(described(stores, { Limit: 2 }))
      const second = accepted(described(stores, { Limit: 2, Marker: first.NextMarker }))
      expect(second.CustomKeyStores.map((entry) => entry.CustomKeyStoreName)).toEqual(['vpc store'])
      expect(second.Truncated).toBe(false)
    })

    it('answer InvalidMarkerException to a marker that none has given', () => {
      expect(described(stores, { Marker: 'made up' })).toMatchObject({
        left: { name: 'InvalidMarkerException', httpStatus: 400 }
      })
    })
  })

  it('answers KMSInternalException when something fails inside KMS', () => {
    const failing = describeStores({ failure: 'KMSInternalException' })
    expect(verdict(failing({})(stores))).toBe('KMSInternalException')
  })
})

describe('CustomKeyStoresListEntry, https://docs.aws.amazon.com/kms/latest/APIReference/API_CustomKeyStoresListEntry.html', () => {
  const shown = (store: CustomKeyStore) => accepted(described([store])).CustomKeyStores[0]

  it('shows of an AWS CloudHSM key store its cluster and trust anchor certificate, and no password', () => {
    expect(shown(cloudHsmStore('CONNECTED'))).toEqual({
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      CustomKeyStoreName: 'hsm store',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA of abcdefghijk',
      ConnectionState: 'CONNECTED',
      CreationDate: 1_700_000_000
    })
  })

  it('shows of an external key store its proxy configuration, and no secret access key', () => {
    expect(shown(externalStore('DISCONNECTED'))).toEqual({
      CustomKeyStoreId: 'cks-abcdef01234567890',
      CustomKeyStoreName: 'public store',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConfiguration: {
        Connectivity: 'PUBLIC_ENDPOINT',
        AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
        UriEndpoint: 'https://public.example.com',
        UriPath: '/first/kms/xks/v1'
      },
      ConnectionState: 'DISCONNECTED',
      CreationDate: 1_700_000_100
    })
  })

  it('shows the VPC endpoint service, and its owner where one is named, for that connectivity only', () => {
    const store = externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE')
    const configuration = { ...store.XksProxyConfiguration, VpcEndpointServiceOwner: accountId }
    expect(shown(store)).toMatchObject({
      XksProxyConfiguration: { VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234' }
    })
    expect(
      shown(externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE', { XksProxyConfiguration: configuration }))
    ).toMatchObject({ XksProxyConfiguration: { VpcEndpointServiceOwner: '111122223333' } })
  })

  it('shows a ConnectionErrorCode when the store is FAILED, and never otherwise', () => {
    for (const state of everyState) {
      for (const store of storesIn(state)) {
        expect('ConnectionErrorCode' in shown(store)!).toBe(state === 'FAILED')
      }
    }
    expect(shown(cloudHsmStore('FAILED'))).toHaveProperty('ConnectionErrorCode', 'INVALID_CREDENTIALS')
    expect(shown(externalStore('FAILED'))).toHaveProperty('ConnectionErrorCode', 'XKS_PROXY_TIMED_OUT')
  })
})
