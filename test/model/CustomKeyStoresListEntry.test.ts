import { describe, expect, it } from 'vitest'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { CustomKeyStoresListEntry } from '../../src/model/responses/storeFromListEntry.js'
import { allStores, cloudHsmStore, decoded, externalStore } from '../fixtures.js'
import { pathsOf, violationsOf } from '../codec/violationsOf.js'

describe('an entry of the list', () => {
  it('is an AWS CloudHSM key store as AWS shows it', () => {
    expect(listEntry(cloudHsmStore('CONNECTED'))).toEqual({
      CustomKeyStoreId: 'cks-1234567890abcdef0',
      CustomKeyStoreName: 'hsm store',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA of abcdefghijk',
      ConnectionState: 'CONNECTED',
      CreationDate: 1_700_000_000
    })
  })

  it('is an external key store as AWS shows it', () => {
    const store = externalStore('FAILED', 'VPC_ENDPOINT_SERVICE')
    expect(listEntry(store)).toEqual({
      CustomKeyStoreId: 'cks-fedcba09876543210',
      CustomKeyStoreName: 'vpc store',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConfiguration: {
        Connectivity: 'VPC_ENDPOINT_SERVICE',
        AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
        UriEndpoint: 'https://private.example.com',
        UriPath: '/second/kms/xks/v1',
        VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
      },
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT',
      CreationDate: 1_700_000_200
    })
  })

  it('shows neither attempts nor the certificate of the cluster, and an error code only when FAILED', () => {
    for (const store of allStores) {
      const entry = listEntry(store)
      expect('attempt' in entry || 'clusterCertificate' in entry).toBe(false)
      expect('ConnectionErrorCode' in entry).toBe(store.ConnectionState === 'FAILED')
    }
  })
})

describe('an entry that is read', () => {
  const entry = listEntry(cloudHsmStore('DISCONNECTED'))

  it.each(['INVALID_CREDENTIALS', '', undefined])(
    'has no code outside of FAILED: %j',
    (ConnectionErrorCode) => {
      expect(decoded(CustomKeyStoresListEntry, { ...entry, ConnectionErrorCode })).toStrictEqual(entry)
    }
  )

  it('has the code of a store that has FAILED', () => {
    const failed = listEntry(cloudHsmStore('FAILED'))
    expect(decoded(CustomKeyStoresListEntry, failed)).toStrictEqual(failed)
    expect(pathsOf(CustomKeyStoresListEntry, { ...failed, ConnectionErrorCode: '' })).toEqual([
      'ConnectionErrorCode'
    ])
  })

  it('is refused for its date', () => {
    expect(violationsOf(CustomKeyStoresListEntry, { ...entry, CreationDate: 'yesterday' })).toEqual([
      { path: 'CreationDate', received: "'yesterday'", constraint: 'Member must be a valid Timestamp' }
    ])
  })
})
