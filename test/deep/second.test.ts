import { describe, expect, it } from 'vitest'
import { answer, endWaitingPeriods, keyState, report, settle } from './second/index.js'
import type {
  CloudHsmStore,
  Cluster,
  ConnectionState,
  ExternalStore,
  Given,
  Key,
  Proxy,
  Service,
  State,
  Store
} from './second/index.js'

const group = 'cloudhsm-cluster-abcdefghijk-sg'
const traffic = [{ protocol: 'tcp', fromPort: 2223, toPort: 2225, group }]
const cluster: Cluster = {
  clusterId: 'cluster-abcdefghijk',
  state: 'ACTIVE',
  certificate: 'certificate of cluster-abcdefghijk',
  hsms: ['a', 'b'].map((availabilityZone) => ({ availabilityZone, state: 'ACTIVE' })),
  subnets: ['a', 'b'].map((zone) => ({
    availabilityZone: zone,
    private: true,
    exists: true,
    freeAddresses: 2
  })),
  securityGroup: { id: group, inbound: traffic, outbound: traffic },
  kmsuser: { exists: true, loggedIn: false, lockedOut: false, passwordMatches: true },
  reachable: true
}
const proxy: Proxy = {
  uriEndpoint: 'https://xks.example.com',
  uriPath: '/example/kms/xks/v1',
  reachable: true,
  tlsIsValid: true,
  answersInTime: true,
  throttles: false,
  acceptsCredential: true,
  authorizesKms: true,
  knowsUriPath: true,
  answersAreValid: true,
  supportsRequest: true,
  networkIsSound: true,
  externalKeyManager: 'ACTIVE',
  externalKeys: 'any'
}
const service: Service = {
  serviceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0example',
  allowsKms: true,
  type: 'Interface',
  loadBalancer: 'network',
  availabilityZones: ['a', 'b'],
  acceptanceRequired: false,
  privateDnsNameVerified: true
}
const given: Given = {
  edition: 'exception-text-2022',
  world: { clusters: [cluster], proxies: [proxy], vpcEndpointServices: [service] },
  now: 1764547200,
  account: '111122223333',
  region: 'us-east-1',
  newCustomKeyStoreId: 'cks-new',
  newKeyId: 'new-key'
}
const withCluster = (facts: Partial<Cluster>): Given => ({
  ...given,
  world: { ...given.world, clusters: [{ ...cluster, ...facts }] }
})
const withProxy = (facts: Partial<Proxy>): Given => ({
  ...given,
  world: { ...given.world, proxies: [{ ...proxy, ...facts }] }
})

const states: ReadonlyArray<ConnectionState> = [
  ...(['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const)
]
const isNotConnected = (state: ConnectionState): boolean => state !== 'CONNECTED'
const hsmStore = (ConnectionState: ConnectionState): CloudHsmStore => ({
  CustomKeyStoreId: 'cks-1',
  CustomKeyStoreName: 'ExampleKeyStore',
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  ConnectionState,
  CreationDate: 1764547100,
  attempt: 1,
  CloudHsmClusterId: cluster.clusterId,
  TrustAnchorCertificate: 'customerCA',
  clusterCertificate: cluster.certificate,
  ...(ConnectionState === 'FAILED' ? { ConnectionErrorCode: 'INTERNAL_ERROR' } : {})
})
const xksStore = (ConnectionState: ConnectionState, isVpc = false): ExternalStore => ({
  CustomKeyStoreId: 'cks-1',
  CustomKeyStoreName: 'ExampleKeyStore',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  ConnectionState,
  CreationDate: 1764547100,
  attempt: 1,
  XksProxyConfiguration: {
    Connectivity: isVpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT',
    AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    UriEndpoint: proxy.uriEndpoint,
    UriPath: proxy.uriPath,
    ...(isVpc ? { VpcEndpointServiceName: service.serviceName } : {})
  },
  ...(ConnectionState === 'FAILED' ? { ConnectionErrorCode: 'INTERNAL_ERROR' } : {})
})
const key: Key = { KeyId: 'key-1', CustomKeyStoreId: 'cks-1', CreationDate: 1764547150, Enabled: true }
const xksKey: Key = { ...key, XksKeyId: 'external-1' }
const holding = (stores: ReadonlyArray<Store>, keys: ReadonlyArray<Key> = []): State => ({ stores, keys })
const empty = holding([])

const ask = (state: State, operation: string, request: unknown, circumstances: Given = given) =>
  answer(circumstances)(operation, request)(state)!
const refusals = (...asked: Parameters<typeof ask>) => [...ask(...asked).refusals].sort()
const id = { CustomKeyStoreId: 'cks-1' }
const hsmRequest = {
  CustomKeyStoreName: 'ExampleKeyStore',
  CloudHsmClusterId: cluster.clusterId,
  TrustAnchorCertificate: 'customerCA',
  KeyStorePassword: 'kmsPswd1'
}
const xksRequest = {
  CustomKeyStoreName: 'ExampleKeyStore',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: proxy.uriEndpoint,
  XksProxyUriPath: proxy.uriPath,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    RawSecretAccessKey: 'a'.repeat(43)
  }
}
const vpcRequest = {
  ...xksRequest,
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: service.serviceName
}

const invalidState = ['CustomKeyStoreInvalidStateException']
const outcomes = (state: State, circumstances: Given = given) =>
  settle(
    circumstances,
    'cks-1'
  )(state).map(({ stores: [store] }) => store?.ConnectionErrorCode ?? store?.ConnectionState)

describe('operations by ConnectionState (API_ConnectCustomKeyStore)', () => {
  it.each([
    ['ConnectCustomKeyStore', id, ['FAILED', 'DISCONNECTING']],
    ['DisconnectCustomKeyStore', id, ['DISCONNECTED', 'DISCONNECTING']],
    ['UpdateCustomKeyStore', { ...id, NewCustomKeyStoreName: 'B' }, states.slice(1)],
    ['UpdateCustomKeyStore', id, states.slice(1)],
    ['DeleteCustomKeyStore', id, states.slice(1)],
    ['DescribeCustomKeyStores', id, []],
    ['CreateKey', { ...id, Origin: 'AWS_CLOUDHSM' }, states.filter(isNotConnected)],
    ['GenerateRandom', { ...id, NumberOfBytes: 8 }, states.filter(isNotConnected)]
  ])('%s %j is invalid in %j', (operation, request, refused) => {
    for (const state of states)
      expect(refusals(holding([hsmStore(state)]), operation, request)).toEqual(
        refused.includes(state) ? invalidState : []
      )
  })

  it.each(['exception-text-2022', 'exception-text-2026', 'developer-guide'] as const)(
    'Connect of an external key store that is CONNECTED, by %s',
    (edition) =>
      expect(
        refusals(holding([xksStore('CONNECTED')]), 'ConnectCustomKeyStore', id, { ...given, edition })
      ).toEqual(edition === 'developer-guide' ? invalidState : [])
  )

  it.each([
    ['exception-text-2022', [], []],
    ['operation-page-2022', ['CONNECTED'], []],
    ['exception-text-2026', [], []],
    ['operation-page-2026', ['CONNECTED'], []],
    ['developer-guide', ['CONNECTED', 'CONNECTING', 'FAILED', 'DISCONNECTING'], []]
  ] as const)('Update of path and endpoint by %s', (edition, path, endpoint) => {
    for (const state of states.slice(1))
      for (const [request, valid] of [
        [{ XksProxyUriPath: proxy.uriPath }, path],
        [{ XksProxyUriPath: proxy.uriPath, XksProxyUriEndpoint: proxy.uriEndpoint }, endpoint]
      ] as const)
        expect(
          refusals(
            holding([xksStore(state)]),
            'UpdateCustomKeyStore',
            { ...id, ...request },
            { ...given, edition }
          )
        ).toEqual((valid as ReadonlyArray<string>).includes(state) ? [] : invalidState)
  })

  it('answers GenerateRandom in an external key store as unsupported in every state (A34)', () => {
    for (const state of states)
      expect(refusals(holding([xksStore(state)]), 'GenerateRandom', { ...id, NumberOfBytes: 8 })).toEqual([
        'UnsupportedOperationException'
      ])
  })

  it('finds no other store', () => {
    for (const operation of ['Connect', 'Disconnect', 'Update', 'Delete'])
      expect(refusals(empty, `${operation}CustomKeyStore`, id)).toEqual(['CustomKeyStoreNotFoundException'])
    expect(refusals(empty, 'DescribeCustomKeyStores', { CustomKeyStoreName: 'A' })).toEqual([
      'CustomKeyStoreNotFoundException'
    ])
  })
})

describe('CreateCustomKeyStore', () => {
  it('makes a DISCONNECTED store', () => {
    const { after, output } = ask(empty, 'CreateCustomKeyStore', hsmRequest)
    expect(output).toEqual({ CustomKeyStoreId: 'cks-new' })
    expect(after.stores).toMatchObject([{ ConnectionState: 'DISCONNECTED', attempt: 0 }])
    expect(ask(after, 'DescribeCustomKeyStores', {}).output).toMatchObject({
      CustomKeyStores: [{ CustomKeyStoreName: 'ExampleKeyStore', CloudHsmClusterId: cluster.clusterId }],
      Truncated: false
    })
  })

  it('returns the id of a DISCONNECTED twin (A26), and refuses one of a store in another state', () => {
    const { refusals: none, output } = ask(
      holding([hsmStore('DISCONNECTED')]),
      'CreateCustomKeyStore',
      hsmRequest
    )
    expect([[...none], output]).toEqual([[], { CustomKeyStoreId: 'cks-1' }])
    expect(refusals(holding([hsmStore('CONNECTED')]), 'CreateCustomKeyStore', hsmRequest)).toEqual([
      'CloudHsmClusterInUseException',
      'CustomKeyStoreNameInUseException'
    ])
  })

  it.each([
    ['a name that is too long', { ...hsmRequest, CustomKeyStoreName: 'a'.repeat(257) }],
    ['no password', { ...hsmRequest, KeyStorePassword: undefined }],
    ['a password that is too short', { ...hsmRequest, KeyStorePassword: 'kmsPsw' }],
    ['a member of the other type', { ...hsmRequest, XksProxyUriPath: proxy.uriPath }],
    ['no name of the service', { ...vpcRequest, XksProxyVpcEndpointServiceName: undefined }],
    ['a name of a service for a public endpoint', { ...vpcRequest, XksProxyConnectivity: 'PUBLIC_ENDPOINT' }],
    ['a port', { ...xksRequest, XksProxyUriEndpoint: 'https://xks.example.com:6443' }],
    ['another type', { ...hsmRequest, CustomKeyStoreType: 'OTHER' }]
  ])('refuses %s', (_what, request) =>
    expect(refusals(empty, 'CreateCustomKeyStore', request)).toEqual(['ValidationException'])
  )

  it.each([
    ['CloudHsmClusterNotFoundException', { clusterId: 'cluster-bbbbbbbbbbb' }],
    ['CloudHsmClusterNotActiveException', { state: 'INITIALIZED' }],
    ['IncorrectTrustAnchorException', { trustAnchorCertificate: 'another' }],
    ['CloudHsmClusterInvalidConfigurationException', { hsms: cluster.hsms.slice(1) }],
    ['CloudHsmClusterInvalidConfigurationException', { subnets: cluster.subnets.slice(1) }],
    [
      'CloudHsmClusterInvalidConfigurationException',
      { securityGroup: { id: group, inbound: traffic, outbound: [] } }
    ]
  ])('answers %s', (exception, facts) =>
    expect(refusals(empty, 'CreateCustomKeyStore', hsmRequest, withCluster(facts))).toEqual([exception])
  )

  it.each([
    ['XksProxyUriUnreachableException', { reachable: false }],
    ['XksProxyUriUnreachableException', { externalKeyManager: 'UNAVAILABLE' }],
    ['XksProxyInvalidConfigurationException', { knowsUriPath: false }],
    ['XksProxyInvalidConfigurationException', { tlsIsValid: false }],
    ['XksProxyIncorrectAuthenticationCredentialException', { acceptsCredential: false }],
    ['XksProxyInvalidResponseException', { answersAreValid: false }]
  ] as const)('answers %s, and does not ask the proxy behind a service', (exception, facts) => {
    expect(refusals(empty, 'CreateCustomKeyStore', xksRequest, withProxy(facts))).toEqual([exception])
    expect(refusals(empty, 'CreateCustomKeyStore', vpcRequest, withProxy(facts))).toEqual([])
  })

  it('gives every broken rule a say (A1)', () => {
    const stores = Array.from({ length: 10 }, (_, at) => ({
      ...xksStore('CONNECTED', true),
      CustomKeyStoreId: `cks-${at}`
    }))
    expect(refusals(holding(stores), 'CreateCustomKeyStore', vpcRequest)).toEqual([
      'CustomKeyStoreNameInUseException',
      'LimitExceededException',
      'XksProxyUriEndpointInUseException',
      'XksProxyUriInUseException',
      'XksProxyVpcEndpointServiceInUseException'
    ])
  })
})

describe('connections', () => {
  const connecting = holding([{ ...hsmStore('CONNECTING'), attempt: 2 }])

  it('leads from a wrong password to FAILED, and by Disconnect, Update and Connect to CONNECTED', () => {
    const wrong = withCluster({ kmsuser: { ...cluster.kmsuser, passwordMatches: false } })
    const begun = ask(holding([hsmStore('DISCONNECTED')]), 'ConnectCustomKeyStore', id, wrong).after
    expect(begun.stores).toMatchObject([{ ConnectionState: 'CONNECTING', attempt: 2 }])
    const [failed] = settle(wrong, 'cks-1')(begun)
    expect(failed!.stores).toMatchObject([
      { ConnectionState: 'FAILED', ConnectionErrorCode: 'INVALID_CREDENTIALS' }
    ])
    expect(refusals(failed!, 'ConnectCustomKeyStore', id, wrong)).toEqual(invalidState)
    const disconnecting = ask(failed!, 'DisconnectCustomKeyStore', id, wrong).after
    expect(disconnecting.stores[0]).not.toHaveProperty('ConnectionErrorCode')
    const [idle] = settle(wrong, 'cks-1')(disconnecting)
    const updated = ask(idle!, 'UpdateCustomKeyStore', { ...id, KeyStorePassword: 'kmsPswd2' }, wrong)
    const again = ask(updated.after, 'ConnectCustomKeyStore', id, { ...wrong, world: updated.world }).after
    expect(again.stores).toMatchObject([{ attempt: 4 }])
    expect(outcomes(again, { ...wrong, world: updated.world })).toEqual(['CONNECTED'])
  })

  it.each([
    ['CloudHsmClusterNotActiveException', 'NETWORK_ERRORS', { state: 'INITIALIZED' }],
    ['CloudHsmClusterInvalidConfigurationException', 'INSUFFICIENT_CLOUDHSM_HSMS', { hsms: [] }],
    [undefined, 'CONNECTED', { hsms: cluster.hsms.slice(1) }],
    [undefined, 'CLUSTER_NOT_FOUND', { clusterId: 'cluster-bbbbbbbbbbb' }],
    [undefined, 'NETWORK_ERRORS', { reachable: false }],
    [undefined, 'USER_NOT_FOUND', { kmsuser: { ...cluster.kmsuser, exists: false } }],
    [
      undefined,
      'USER_NOT_FOUND',
      { hsms: [...cluster.hsms, { ...cluster.hsms[0]!, kmsuser: { exists: false } }] }
    ],
    [undefined, 'USER_LOGGED_IN', { kmsuser: { ...cluster.kmsuser, loggedIn: true } }],
    [undefined, 'USER_LOCKED_OUT', { kmsuser: { ...cluster.kmsuser, lockedOut: true } }],
    [
      undefined,
      'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
      { subnets: cluster.subnets.map((subnet) => ({ ...subnet, freeAddresses: 0 })) }
    ]
  ])('Connect is refused with %s; a fault that comes later leads to %s', (exception, outcome, facts) => {
    const now = withCluster(facts)
    expect(refusals(holding([hsmStore('DISCONNECTED')]), 'ConnectCustomKeyStore', id, now)).toEqual(
      exception === undefined ? [] : [exception]
    )
    expect(outcomes(connecting, now)).toEqual([outcome])
  })

  it.each([
    ['XKS_PROXY_NOT_REACHABLE', { reachable: false }],
    ['XKS_PROXY_NOT_REACHABLE', { throttles: true }],
    ['XKS_PROXY_TIMED_OUT', { answersInTime: false }],
    ['XKS_PROXY_INVALID_TLS_CONFIGURATION', { tlsIsValid: false }],
    ['INVALID_CREDENTIALS', { acceptsCredential: false }],
    ['XKS_PROXY_ACCESS_DENIED', { authorizesKms: false }],
    ['XKS_PROXY_INVALID_CONFIGURATION', { knowsUriPath: false }],
    ['XKS_PROXY_INVALID_RESPONSE', { answersAreValid: false }],
    ['NETWORK_ERRORS', { networkIsSound: false }],
    ['CONNECTED', { supportsRequest: false }]
  ])('a connection to a proxy leads to %s', (outcome, facts) =>
    expect(outcomes(holding([xksStore('CONNECTING')]), withProxy(facts))).toEqual([outcome])
  )

  it('looks at the VPC endpoint service', () => {
    const withService = (facts: Partial<Service>) =>
      outcomes(holding([xksStore('CONNECTING', true)]), {
        ...given,
        world: { ...given.world, vpcEndpointServices: [{ ...service, ...facts }] }
      })
    expect(withService({})).toEqual(['CONNECTED'])
    expect(withService({ allowsKms: false })).toEqual(['XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'])
    for (const facts of [
      { acceptanceRequired: true },
      { privateDnsName: null },
      { loadBalancer: 'gateway' },
      { owner: '444455556666' }
    ])
      expect(withService(facts)).toEqual(['XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'])
  })

  it('hears a report about the present attempt only, with a code of the type of store (A46)', () => {
    const failed = { outcome: 'connectionFailed', ConnectionErrorCode: 'USER_NOT_FOUND' } as const
    expect(report('cks-1', 1, failed)(connecting)).toBe(connecting)
    expect(report('cks-1', 2, failed)(connecting).stores).toMatchObject([{ ConnectionState: 'FAILED' }])
    const external = holding([xksStore('CONNECTING')])
    expect(report('cks-1', 1, failed)(external)).toEqual(external)
    expect(report('cks-1', 1, { outcome: 'disconnectionCompleted' })(external)).toEqual(external)
    expect(report('cks-1', 1, { outcome: 'connectionSucceeded' })(external).stores).toMatchObject([
      { ConnectionState: 'CONNECTED' }
    ])
  })

  it('fails by an internal exception, and always disconnects (A6)', () => {
    const failing: Given = { ...given, failure: 'KMSInternalException' }
    expect(outcomes(connecting, failing)).toEqual(['INTERNAL_ERROR'])
    expect(outcomes(holding([hsmStore('DISCONNECTING')]), failing)).toEqual(['DISCONNECTED'])
    expect(refusals(connecting, 'ConnectCustomKeyStore', id, failing)).toEqual(['KMSInternalException'])
  })
})

describe('UpdateCustomKeyStore', () => {
  const update = (store: Store, request: object, circumstances = given) =>
    refusals(holding([store]), 'UpdateCustomKeyStore', { ...id, ...request }, circumstances)

  it('takes a related cluster only', () => {
    const clusters = (certificate: string) => ({
      ...given,
      world: {
        ...given.world,
        clusters: [cluster, { ...cluster, clusterId: 'cluster-bbbbbbbbbbb', certificate }]
      }
    })
    const request = { CloudHsmClusterId: 'cluster-bbbbbbbbbbb' }
    expect(update(hsmStore('DISCONNECTED'), request, clusters(cluster.certificate))).toEqual([])
    expect(update(hsmStore('DISCONNECTED'), request, clusters('another'))).toEqual([
      'CloudHsmClusterNotRelatedException'
    ])
  })

  it('needs endpoint and service together with another connectivity', () => {
    const idle = xksStore('DISCONNECTED')
    const change = { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE', XksProxyUriEndpoint: proxy.uriEndpoint }
    const named = { ...change, XksProxyVpcEndpointServiceName: service.serviceName }
    expect(update(idle, named)).toEqual([])
    expect(update(idle, { ...named, XksProxyUriEndpoint: undefined })).toEqual(['ValidationException'])
    expect(update(idle, change)).toContain('ValidationException')
    expect(update(idle, { KeyStorePassword: 'kmsPswd1' })).toEqual(['ValidationException'])
    for (const name of [undefined, null, '']) {
      const back = {
        ...change,
        XksProxyConnectivity: 'PUBLIC_ENDPOINT',
        XksProxyVpcEndpointServiceName: name
      }
      const { refusals: none, after } = ask(
        holding([xksStore('DISCONNECTED', true)]),
        'UpdateCustomKeyStore',
        { ...id, ...back }
      )
      expect([[...none], after]).toEqual([[], holding([idle])]) // A15
    }
  })

  it('tests the cluster or the proxy even for a name (A62, A63)', () => {
    const rename = { NewCustomKeyStoreName: 'B' }
    expect(update(hsmStore('DISCONNECTED'), rename, withCluster({ hsms: [] }))).toEqual([
      'CloudHsmClusterInvalidConfigurationException'
    ])
    expect(update(xksStore('DISCONNECTED'), rename, withProxy({ reachable: false }))).toEqual([
      'XksProxyUriUnreachableException'
    ])
  })
})

describe('KMS keys', () => {
  const connected = holding([hsmStore('CONNECTED')], [key])
  const external = holding([xksStore('CONNECTED')], [xksKey])
  const KeyId = { KeyId: 'key-1' }
  const encrypt = { ...KeyId, Plaintext: 'AAAA' }
  const pending = ask(connected, 'ScheduleKeyDeletion', { ...KeyId, PendingWindowInDays: 7 }).after

  it('keep a store from being deleted, while their deletion is pending too', () => {
    const idle = holding([hsmStore('DISCONNECTED')], pending.keys)
    expect(refusals(idle, 'DeleteCustomKeyStore', id)).toEqual(['CustomKeyStoreHasCMKsException'])
    const over = endWaitingPeriods(given.now + 7 * 86400)(idle)
    expect(ask(over, 'DeleteCustomKeyStore', id)).toMatchObject({ after: empty, output: {} })
    expect(endWaitingPeriods(given.now + 7 * 86400 - 1)(idle)).toEqual(idle)
  })

  it('are Unavailable in a store that is not connected, but for a pending deletion (key-state)', () => {
    for (const state of states.filter(isNotConnected)) {
      const unavailable = holding([hsmStore(state)], [key])
      expect(keyState(unavailable)(key)).toBe('Unavailable')
      expect(refusals(unavailable, 'Encrypt', encrypt)).toEqual(['KMSInvalidStateException'])
      const disabled = ask(unavailable, 'DisableKey', KeyId)
      expect([...disabled.refusals]).toEqual([])
      expect(keyState(connected)(disabled.after.keys[0]!)).toBe('Disabled')
      expect(keyState(unavailable)(pending.keys[0]!)).toBe('PendingDeletion')
      expect(refusals(unavailable, 'CancelKeyDeletion', KeyId)).toEqual(['KMSInvalidStateException'])
    }
  })

  it('are refused by their state', () => {
    const disabled = ask(connected, 'DisableKey', KeyId).after
    expect(refusals(disabled, 'Encrypt', encrypt)).toEqual(['DisabledException'])
    expect(refusals(pending, 'Encrypt', encrypt)).toEqual(['DisabledException', 'KMSInvalidStateException'])
    for (const operation of ['EnableKey', 'DisableKey', 'ScheduleKeyDeletion'])
      expect(refusals(pending, operation, KeyId)).toEqual(['KMSInvalidStateException'])
    expect(ask(pending, 'CancelKeyDeletion', KeyId).after.keys).toEqual([{ ...key, Enabled: false }])
  })

  it('are found by id and ARN', () => {
    const arn = 'arn:aws:kms:us-east-1:111122223333:key/key-1'
    expect(ask(connected, 'DescribeKey', { KeyId: arn }).output).toMatchObject({
      KeyMetadata: { KeyState: 'Enabled', Origin: 'AWS_CLOUDHSM', CloudHsmClusterId: cluster.clusterId }
    })
    expect(refusals(connected, 'DescribeKey', { KeyId: arn.replace('111', '222') })).toEqual([
      'NotFoundException'
    ])
    expect(answer(given)('DescribeKey', { KeyId: 'alias/a' })(connected)).toBeUndefined()
  })

  it('are used with what stands behind the store', () => {
    expect(refusals(connected, 'Encrypt', encrypt)).toEqual([])
    for (const facts of [{ hsms: [] }, { reachable: false }, { lostKeyMaterial: ['key-1'] }])
      expect(refusals(connected, 'Encrypt', encrypt, withCluster(facts))).toEqual([
        'KMSInvalidStateException'
      ])
    for (const facts of [{ externalKeys: {} }, { deniedKeys: ['external-1'] }, { supportsRequest: false }])
      expect(refusals(external, 'Encrypt', encrypt, withProxy(facts))).toEqual(['KMSInvalidStateException'])
    expect(refusals(external, 'Encrypt', encrypt, { ...given, failure: 'KeyUnavailableException' })).toEqual([
      'KeyUnavailableException'
    ])
  })

  const createExternal = { ...id, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-2' }
  const fit = { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' }

  it.each([
    ['XksKeyNotFoundException', { externalKeys: {} }],
    [
      'XksKeyInvalidConfigurationException',
      { externalKeys: { 'external-2': { ...fit, keyStatus: 'DISABLED' } } }
    ],
    [
      'XksKeyInvalidConfigurationException',
      { externalKeys: { 'external-2': { ...fit, keyUsage: ['DECRYPT'] } } }
    ],
    ['CustomKeyStoreInvalidStateException', { answersInTime: false }],
    ['CustomKeyStoreInvalidStateException', { deniedKeys: 'any' as const }],
    ['UnsupportedOperationException', { supportsRequest: false }]
  ])('are not created where the proxy leads to %s', (exception, facts) =>
    expect(refusals(external, 'CreateKey', createExternal, withProxy(facts))).toEqual([exception])
  )

  it.each([
    ['XksKeyAlreadyInUseException', { ...createExternal, XksKeyId: 'external-1' }],
    ['UnsupportedOperationException', { ...id, Origin: 'AWS_CLOUDHSM' }],
    ['UnsupportedOperationException', { ...createExternal, KeySpec: 'RSA_2048' }],
    ['UnsupportedOperationException', { ...createExternal, MultiRegion: true }],
    ['ValidationException', { ...createExternal, XksKeyId: undefined }],
    ['ValidationException', { ...createExternal, Origin: 'AWS_KMS', XksKeyId: undefined }],
    ['MalformedPolicyDocumentException', { ...createExternal, Policy: '[]' }],
    ['TagException', { ...createExternal, Tags: [{ TagKey: 'aws:a', TagValue: '' }] }],
    ['CustomKeyStoreNotFoundException', { ...createExternal, CustomKeyStoreId: 'cks-2' }]
  ])('are not created: %s', (exception, request) =>
    expect(refusals(external, 'CreateKey', request)).toEqual([exception])
  )

  it('are created Enabled in a CONNECTED store', () => {
    expect(ask(external, 'CreateKey', createExternal).output).toMatchObject({
      KeyMetadata: { KeyId: 'new-key', KeyState: 'Enabled', XksKeyConfiguration: { Id: 'external-2' } }
    })
    expect(
      refusals(
        connected,
        'CreateKey',
        { ...id, Origin: 'AWS_CLOUDHSM' },
        withCluster({ hsms: [cluster.hsms[0]!] })
      )
    ).toEqual(['CloudHsmClusterInvalidConfigurationException'])
  })
})

it('leaves open what the documents leave open', () => {
  const password = ask(empty, 'CreateCustomKeyStore', { ...hsmRequest, KeyStorePassword: '(redacted)' })
  expect([[...password.refusals], [...password.mayRefuse]]).toEqual([[], ['ValidationException']])
  expect(refusals(empty, 'ConnectCustomKeyStore', { CustomKeyStoreId: 1 })).toEqual([
    'SerializationException',
    'ValidationException'
  ])
})
