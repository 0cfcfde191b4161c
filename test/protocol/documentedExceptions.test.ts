/** Every exception that the pages of the eight operations list, reached through the protocol. */
import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/model/Account.js'
import type { InfrastructureFacts } from '../../src/model/Infrastructure.js'
import type { ProtocolCircumstances } from '../../src/protocol/index.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  externalKey,
  proxyWith,
  proxyWithKey,
  vpcEndpointServiceWith,
  withKeys
} from '../fixtures.js'
import { ask, withFacts } from './endpoint.js'
import {
  cloudHsm,
  connected,
  createCloudHsm,
  createCloudHsmKey,
  createExternalKey,
  createPublic,
  createVpc,
  disconnected,
  empty,
  external,
  viaVpc,
  vpc
} from './requests.js'

type Cases = ReadonlyArray<Case>
type Case = readonly [
  error: string,
  account: Account,
  request: object,
  changes?: Partial<ProtocolCircumstances>
]
const failing = { failure: 'KMSInternalException' } as const
const late = { failure: 'DependencyTimeoutException' } as const
const clusters = (...some: InfrastructureFacts['clusters']) => withFacts({ clusters: some })
const proxies = (...some: InfrastructureFacts['proxies']) => withFacts({ proxies: some })
const services = (...some: InfrastructureFacts['vpcEndpointServices']) =>
  withFacts({ vpcEndpointServices: some })
const otherCluster = clusterWith({ clusterId: 'cluster-zyxwvutsrqp', certificate: 'another' })

const create: Cases = [
  ['CloudHsmClusterInUseException', disconnected, { ...createCloudHsm, CustomKeyStoreName: 'other' }],
  ['CustomKeyStoreNameInUseException', disconnected, { ...createPublic, XksProxyUriPath: '/x/kms/xks/v1' }],
  ['CloudHsmClusterNotFoundException', empty, createCloudHsm, clusters()],
  ['KMSInternalException', empty, createCloudHsm, failing],
  [
    'CloudHsmClusterNotActiveException',
    empty,
    createCloudHsm,
    clusters(clusterWith({ state: 'INITIALIZED' }))
  ],
  ['IncorrectTrustAnchorException', empty, { ...createCloudHsm, TrustAnchorCertificate: 'another' }],
  ['CloudHsmClusterInvalidConfigurationException', empty, createCloudHsm, clusters(clusterWithHsmsIn('a'))],
  ['LimitExceededException', empty, createCloudHsm, { storeQuota: 0 }],
  ['XksProxyUriInUseException', disconnected, { ...createPublic, CustomKeyStoreName: 'other' }],
  [
    'XksProxyUriEndpointInUseException',
    viaVpc,
    { ...createPublic, XksProxyUriEndpoint: 'https://private.example.com' }
  ],
  ['XksProxyUriUnreachableException', empty, createPublic, proxies()],
  [
    'XksProxyIncorrectAuthenticationCredentialException',
    empty,
    createPublic,
    proxies(proxyWith({ acceptsCredential: false }))
  ],
  [
    'XksProxyVpcEndpointServiceInUseException',
    viaVpc,
    { ...createVpc, CustomKeyStoreName: 'other', XksProxyUriEndpoint: 'https://other.example.com' }
  ],
  ['XksProxyVpcEndpointServiceNotFoundException', empty, createVpc, services()],
  [
    'XksProxyVpcEndpointServiceInvalidConfigurationException',
    empty,
    createVpc,
    services(vpcEndpointServiceWith({ acceptanceRequired: true }))
  ],
  ['XksProxyInvalidResponseException', empty, createPublic, proxies(proxyWith({ answersAreValid: false }))],
  ['XksProxyInvalidConfigurationException', empty, createPublic, proxies(proxyWith({ tlsIsValid: false }))]
]

const describeStores: Cases = [
  ['InvalidMarkerException', disconnected, { Marker: 'made up' }],
  ['CustomKeyStoreNotFoundException', disconnected, { CustomKeyStoreName: 'unknown' }],
  ['KMSInternalException', disconnected, {}, failing]
]

const unknown: Case = ['CustomKeyStoreNotFoundException', disconnected, { CustomKeyStoreId: 'cks-0' }]

const connect: Cases = [
  ['CloudHsmClusterNotActiveException', disconnected, cloudHsm, clusters(clusterWith({ state: 'DEGRADED' }))],
  ['CustomKeyStoreInvalidStateException', accountWith(cloudHsmStore('FAILED')), cloudHsm],
  unknown,
  ['KMSInternalException', disconnected, external, failing],
  ['CloudHsmClusterInvalidConfigurationException', disconnected, cloudHsm, clusters(clusterWithHsmsIn())]
]

const disconnect: Cases = [
  ['CustomKeyStoreInvalidStateException', disconnected, cloudHsm],
  unknown,
  ['KMSInternalException', connected, cloudHsm, failing]
]

const toCluster = { ...cloudHsm, CloudHsmClusterId: 'cluster-abcdefghijk' }
const toPath = { ...external, XksProxyUriPath: '/first/kms/xks/v1' }
const threeStores = accountWith(...disconnected.stores, ...viaVpc.stores)
const toService = {
  ...external,
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyUriEndpoint: 'https://other.example.com',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
}

const update: Cases = [
  unknown,
  ['CustomKeyStoreNameInUseException', disconnected, { ...external, NewCustomKeyStoreName: 'hsm store' }],
  ['CloudHsmClusterNotFoundException', disconnected, toCluster, clusters()],
  [
    'CloudHsmClusterNotRelatedException',
    disconnected,
    { ...cloudHsm, CloudHsmClusterId: 'cluster-zyxwvutsrqp' },
    clusters(otherCluster)
  ],
  ['CustomKeyStoreInvalidStateException', connected, toCluster],
  ['KMSInternalException', disconnected, toPath, failing],
  [
    'CloudHsmClusterNotActiveException',
    disconnected,
    toCluster,
    clusters(clusterWith({ state: 'DEGRADED' }))
  ],
  ['CloudHsmClusterInvalidConfigurationException', disconnected, toCluster, clusters(clusterWithHsmsIn('a'))],
  [
    'XksProxyUriInUseException',
    threeStores,
    { ...external, XksProxyUriEndpoint: 'https://private.example.com', XksProxyUriPath: '/second/kms/xks/v1' }
  ],
  [
    'XksProxyUriEndpointInUseException',
    threeStores,
    { ...external, XksProxyUriEndpoint: 'https://private.example.com' }
  ],
  ['XksProxyUriUnreachableException', disconnected, toPath, proxies()],
  [
    'XksProxyIncorrectAuthenticationCredentialException',
    disconnected,
    toPath,
    proxies(proxyWith({ acceptsCredential: false }))
  ],
  ['XksProxyVpcEndpointServiceInUseException', threeStores, toService],
  ['XksProxyVpcEndpointServiceNotFoundException', disconnected, toService, services()],
  [
    'XksProxyVpcEndpointServiceInvalidConfigurationException',
    viaVpc,
    { ...vpc, XksProxyUriPath: '/second/kms/xks/v1' },
    services(vpcEndpointServiceWith({ privateDnsNameVerified: false }))
  ],
  ['XksProxyInvalidResponseException', disconnected, toPath, proxies(proxyWith({ answersAreValid: false }))],
  ['XksProxyInvalidConfigurationException', disconnected, toPath, proxies(proxyWith({ knowsUriPath: false }))]
]

const deleteStore: Cases = [
  ['CustomKeyStoreHasCMKsException', withKeys(cloudHsmKey())(disconnected), cloudHsm],
  ['CustomKeyStoreInvalidStateException', connected, cloudHsm],
  unknown,
  ['KMSInternalException', disconnected, cloudHsm, failing]
]

const createKey: Cases = [
  ['MalformedPolicyDocumentException', connected, { ...createCloudHsmKey, Policy: 'no JSON' }],
  ['DependencyTimeoutException', connected, createCloudHsmKey, late],
  ['InvalidArnException', connected, { ...createCloudHsmKey, Policy: '{"Principal":"arn:aws"}' }],
  ['UnsupportedOperationException', connected, { ...createCloudHsmKey, KeySpec: 'RSA_2048' }],
  ['KMSInternalException', connected, createCloudHsmKey, failing],
  ['LimitExceededException', connected, createCloudHsmKey, { keyQuota: 0 }],
  ['TagException', connected, { ...createCloudHsmKey, Tags: [{ TagKey: 'aws:a', TagValue: '' }] }],
  ['CustomKeyStoreNotFoundException', connected, { ...createCloudHsmKey, CustomKeyStoreId: 'cks-0' }],
  ['CustomKeyStoreInvalidStateException', disconnected, createCloudHsmKey],
  [
    'CloudHsmClusterInvalidConfigurationException',
    connected,
    createCloudHsmKey,
    clusters(clusterWithHsmsIn('a'))
  ],
  [
    'XksKeyInvalidConfigurationException',
    connected,
    createExternalKey,
    proxies(proxyWithKey({ keyStatus: 'DISABLED' }))
  ],
  ['XksKeyAlreadyInUseException', withKeys(externalKey())(connected), createExternalKey],
  ['XksKeyNotFoundException', connected, { ...createExternalKey, XksKeyId: 'key-3' }]
]

const random = { NumberOfBytes: 32 }
const generateRandom: Cases = [
  ['DependencyTimeoutException', connected, { ...random, ...cloudHsm }, late],
  ['DependencyTimeoutException', connected, random, late],
  ['KMSInternalException', connected, { ...random, ...cloudHsm }, failing],
  ['KMSInternalException', connected, random, failing],
  ['UnsupportedOperationException', connected, { ...random, ...external }],
  ['CustomKeyStoreNotFoundException', connected, { ...random, CustomKeyStoreId: 'cks-0' }],
  ['CustomKeyStoreInvalidStateException', disconnected, { ...random, ...cloudHsm }]
]

/** For each operation, every exception that its page lists, and a request that it answers. */
const documented = {
  CreateCustomKeyStore: create,
  DescribeCustomKeyStores: describeStores,
  ConnectCustomKeyStore: connect,
  DisconnectCustomKeyStore: disconnect,
  UpdateCustomKeyStore: update,
  DeleteCustomKeyStore: deleteStore,
  CreateKey: createKey,
  GenerateRandom: generateRandom
}

describe('every exception that the page of an operation lists', () => {
  it.each(
    Object.entries(documented).flatMap(([operation, cases]) =>
      cases.map(([error, ...rest]) => [operation, error, rest] as const)
    )
  )('%s: %s', (operation, error, [account, request, changes]) => {
    const { status, body, after } = ask(account, operation, request, changes)
    expect(body.__type).toBe(error)
    expect(status).toBe(/^(KMSInternal|DependencyTimeout)Exception$/.test(error) ? 500 : 400)
    expect(Object.keys(body)).toEqual(['__type', 'message'])
    expect(body.message).toMatch(/^[A-Z].*\.$/)
    expect(after).toBe(account)
  })

  it('is among them: 49 of the operations on stores, and those of CreateKey and GenerateRandom', () => {
    const counts = Object.values(documented).map((cases) => new Set(cases.map(([error]) => error)).size)
    expect(counts).toEqual([17, 3, 5, 3, 17, 4, 13, 5])
  })
})
