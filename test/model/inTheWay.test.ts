/** Of many stores, those that can be in the way of one are found: each that has what it is to have, and few others. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import { keysForExternal, storesInTheWay } from '../../src/model/inTheWay.js'
import type { CustomKeyStore, ExternalKeyStore } from '../../src/model/CustomKeyStore.js'
import { accountWith, cloudHsmStore, externalKey, externalStore, withKeys } from '../fixtures.js'

const many = 12
const numbers = Array.from({ length: many }, (_, i) => i)

const clusters = numbers.map((i) =>
  cloudHsmStore('DISCONNECTED', {
    CustomKeyStoreId: `cks-cluster${i}`,
    CustomKeyStoreName: `cluster store ${i}`,
    CloudHsmClusterId: `cluster-${i}`,
    clusterCertificate: `certificate ${i}`
  })
)
const configuration = externalStore('CONNECTED').XksProxyConfiguration
const inVpc = externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE').XksProxyConfiguration
const opens = numbers.map((i) =>
  externalStore('DISCONNECTED', 'PUBLIC_ENDPOINT', {
    CustomKeyStoreId: `cks-open${i}`,
    CustomKeyStoreName: `open store ${i}`,
    XksProxyConfiguration: {
      ...configuration,
      UriEndpoint: `https://open${i}.example.com`,
      UriPath: `/${i}/kms/xks/v1`
    }
  })
)
const vpcs = numbers.map((i) =>
  externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE', {
    CustomKeyStoreId: `cks-vpc${i}`,
    CustomKeyStoreName: `vpc store ${i}`,
    XksProxyConfiguration: {
      ...inVpc,
      UriEndpoint: `https://vpc${i}.example.com`,
      UriPath: `/${i}/kms/xks/v1`,
      VpcEndpointServiceName: `com.amazonaws.vpce.eu-central-1.vpce-svc-${i}`
    }
  })
)
const account: Account = accountWith(...clusters, ...opens, ...vpcs)

const found = (wanted: Parameters<typeof storesInTheWay>[1]): ReadonlyArray<string> => [
  ...new Set(storesInTheWay(account, wanted).map(({ CustomKeyStoreId: id }) => id.replace('cks-', '')))
]

const configured = (store: CustomKeyStore, changes: object) => ({
  ...(store as ExternalKeyStore).XksProxyConfiguration,
  ...changes
})

const elsewhere = { UriEndpoint: 'https://elsewhere.example.com', UriPath: '/else/kms/xks/v1' }

describe('what is in the way of a store', () => {
  it('is nothing where it shares nothing', () => {
    expect(found({})).toEqual([])
    expect(found({ name: 'another' })).toEqual([])
    expect(found({ cluster: { clusterId: 'cluster-x', certificate: 'x' } })).toEqual([])
    expect(found({ configuration: configured(opens[0]!, elsewhere) })).toEqual([])
    expect(
      found({ configuration: configured(vpcs[0]!, { ...elsewhere, VpcEndpointServiceName: 'another' }) })
    ).toEqual([])
  })

  it.each(numbers)('is the store with the same name, cluster, certificate, address or service: %d', (i) => {
    expect(found({ name: `open store ${i}` as never })).toEqual([`open${i}`])
    expect(found({ cluster: { clusterId: `cluster-${i}`, certificate: 'x' } })).toEqual([`cluster${i}`])
    expect(found({ cluster: { clusterId: 'cluster-x', certificate: `certificate ${i}` } })).toEqual([
      `cluster${i}`
    ])
    const { UriPath } = elsewhere
    expect(found({ configuration: configured(opens[i]!, {}) })).toEqual([`open${i}`])
    expect(found({ configuration: configured(opens[i]!, { UriPath }) })).toEqual([`open${i}`])
    expect(
      found({ configuration: configured(opens[i]!, { UriEndpoint: `https://OPEN${i}.example.com` }) })
    ).toEqual([`open${i}`])
    expect(found({ configuration: configured(vpcs[i]!, { UriPath, VpcEndpointServiceName: 'x' }) })).toEqual([
      `vpc${i}`
    ])
    expect(found({ configuration: configured(vpcs[i]!, elsewhere) })).toEqual([`vpc${i}`])
  })

  it('is a store that is reached in the other way at the same address', () => {
    const { UriEndpoint } = (opens[5] as ExternalKeyStore).XksProxyConfiguration
    const through = configured(vpcs[0]!, { UriEndpoint, VpcEndpointServiceName: 'another' })
    expect(found({ configuration: through })).toEqual(['open5'])
  })
})

it.each(numbers)('the keys that stand for an external key are those of that store and id: %d', (i) => {
  const held = withKeys(
    ...numbers.map((n) =>
      externalKey({
        KeyId: `key-${n}`,
        CustomKeyStoreId: `cks-open${n % 3}`,
        XksKeyConfiguration: { Id: `external-${n >> 1}` }
      })
    )
  )(account)
  const ids = keysForExternal(held, opens[i % 3]!, `external-${i >> 1}`).map(({ KeyId }) => KeyId)
  expect(ids).toContain(`key-${i}`)
  expect(ids.length).toBe(1)
})
