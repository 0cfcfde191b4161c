/** By which values the stores, keys and aliases of an account are found. */
import { expect, it } from 'vitest'
import { Alias } from '../../src/model/Alias.js'
import { addressesBeside, aliasesIn, keysIn, storesIn } from '../../src/model/accountTables.js'
import type { Table } from '../../src/model/table/Table.js'
import { accountWith, cloudHsmKey, cloudHsmStore, decoded, externalKey, externalStore } from '../fixtures.js'

/** The values of an entry in each index. */
const valuesIn = <A, Name extends string>({ indexes }: Table<A, Name>, entry: A) =>
  Object.fromEntries(Object.entries<(entry: A) => unknown>(indexes).map(([name, of]) => [name, of(entry)]))

const open = externalStore('CONNECTED', 'PUBLIC_ENDPOINT', {
  CustomKeyStoreId: 'cks-open',
  CustomKeyStoreName: 'open',
  CreationDate: 7,
  XksProxyConfiguration: {
    ...externalStore('CONNECTED').XksProxyConfiguration,
    UriEndpoint: 'https://Keys.example.com',
    UriPath: '/a/kms/xks/v1'
  }
})
const vpc = externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE', {
  XksProxyConfiguration: {
    ...externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE').XksProxyConfiguration,
    UriEndpoint: 'https://keys.example.com',
    UriPath: '/b/kms/xks/v1',
    VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1'
  }
})
const hsm = cloudHsmStore('CONNECTED', {
  CustomKeyStoreId: 'cks-hsm',
  CustomKeyStoreName: 'hsm',
  CreationDate: 8,
  CloudHsmClusterId: 'cluster-1',
  clusterCertificate: 'certificate 1'
})

it('a store has an id, a name, a place in time, and what no other store may share', () => {
  const stores = storesIn(accountWith())
  expect(valuesIn(stores, hsm)).toEqual({
    id: ['cks-hsm'],
    name: ['hsm'],
    cluster: ['cluster cluster-1', 'certificate certificate 1'],
    address: [],
    place: [[8, 'cks-hsm']]
  })
  expect(valuesIn(stores, open)).toEqual({
    id: ['cks-open'],
    name: ['open'],
    cluster: [],
    address: ['uri 24 https://keys.example.com/a/kms/xks/v1', 'PUBLIC_ENDPOINT 24 https://keys.example.com'],
    place: [[7, 'cks-open']]
  })
  expect(valuesIn(stores, vpc)['address']).toEqual([
    'uri 24 https://keys.example.com/b/kms/xks/v1',
    'VPC_ENDPOINT_SERVICE 24 https://keys.example.com',
    'service com.amazonaws.vpce.eu-central-1.vpce-svc-1'
  ])
})

it('a proxy shares its address with those of either connectivity, and its service with those that have one', () => {
  const beside = (path: string) => [
    `uri 24 https://keys.example.com${path}`,
    'PUBLIC_ENDPOINT 24 https://keys.example.com',
    'VPC_ENDPOINT_SERVICE 24 https://keys.example.com'
  ]
  expect(addressesBeside(open.XksProxyConfiguration)).toEqual(beside('/a/kms/xks/v1'))
  expect(addressesBeside(vpc.XksProxyConfiguration)).toEqual([
    ...beside('/b/kms/xks/v1'),
    'service com.amazonaws.vpce.eu-central-1.vpce-svc-1'
  ])
})

it('a key has an id, an ARN, a store, and what it has of an external key, a date of deletion and grants', () => {
  const keys = keysIn(accountWith())
  const bare = cloudHsmKey({ KeyId: 'key-1', Arn: 'arn:1', CustomKeyStoreId: 'cks-hsm' })
  const nothing = { external: [], deletion: [], grant: [], retiring: [] }
  expect(valuesIn(keys, bare)).toEqual({
    id: ['key-1'],
    name: ['key-1', 'arn:1'],
    store: ['cks-hsm'],
    ...nothing
  })
  const grant = {
    GranteePrincipal: 'arn:aws:iam::111122223333:role/a',
    Operations: ['Decrypt'],
    CreationDate: 1,
    IssuingAccount: 'arn:aws:iam::111122223333:root'
  }
  const retired = { ...grant, RetiringPrincipal: 'arn:aws:iam::111122223333:role/r' }
  const full = externalKey({
    KeyId: 'key-2',
    Arn: 'key-2',
    CustomKeyStoreId: 'cks-open',
    XksKeyConfiguration: { Id: 'external' },
    DeletionDate: 9,
    Grants: [
      { ...retired, GrantId: 'g1' },
      { ...grant, GrantId: 'g1' },
      { ...retired, GrantId: 'g2' }
    ]
  })
  expect(valuesIn(keys, full)).toEqual({
    id: ['key-2'],
    name: ['key-2'],
    store: ['cks-open'],
    external: ['cks-open external'],
    deletion: [9],
    grant: ['g1', 'g2'],
    retiring: ['arn:aws:iam::111122223333:role/r']
  })
})

it('an alias has a name, and the key that it stands for', () => {
  const alias = decoded(Alias, {
    AliasName: 'alias/a',
    TargetKeyId: 'key-1',
    CreationDate: 1,
    LastUpdatedDate: 1
  })
  expect(valuesIn(aliasesIn(accountWith()), alias)).toEqual({ name: ['alias/a'], key: ['key-1'] })
})
