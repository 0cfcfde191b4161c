import { describe, expect, it } from 'vitest'
import {
  connected,
  connecting,
  CustomKeyStore,
  disconnected,
  disconnecting,
  isCloudHsm,
  isConnected,
  isConnecting,
  isDisconnected,
  isDisconnecting,
  isExternal,
  isFailed
} from '../../src/model/CustomKeyStore.js'
import { allStores, cloudHsmStore, decoded, everyState, externalStore, storesIn } from '../fixtures.js'
import { violationsOf } from '../codec/violationsOf.js'

/** Written as AWS's own samples are, whose identifiers break AWS's own limits; dates in seconds. */
const asInSamples = {
  hsm: {
    CustomKeyStoreId: 'cks-1234567890abcdef0',
    CustomKeyStoreName: 'ExampleKeyStore',
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: 'cluster-1a23b4cdefg',
    TrustAnchorCertificate: '<certificate appears here>',
    clusterCertificate: '',
    ConnectionState: 'CONNECTED',
    CreationDate: 1.499288695918e9,
    attempt: 1
  },
  public: {
    CustomKeyStoreId: 'cks-1234567890abcdef0',
    CustomKeyStoreName: 'ExampleXksPublic',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    ConnectionState: 'CONNECTED',
    CreationDate: 1671049056.419,
    attempt: 1,
    XksProxyConfiguration: {
      AccessKeyId: 'ABCDE12345670EXAMPLE',
      Connectivity: 'PUBLIC_ENDPOINT',
      UriEndpoint: 'https://xks.example.com:6443',
      UriPath: '/example/prefix/kms/xks/v1'
    }
  },
  vpc: {
    CustomKeyStoreId: 'cks-9876543210fedcba9',
    CustomKeyStoreName: 'ExampleXksVpc',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    ConnectionState: 'FAILED',
    ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT',
    CreationDate: 1670956450.675,
    attempt: 1,
    XksProxyConfiguration: {
      AccessKeyId: 'ABCDE98765432EXAMPLE',
      Connectivity: 'VPC_ENDPOINT_SERVICE',
      UriEndpoint: 'https://example-proxy-uri-endpoint-vpc',
      UriPath: '/example/prefix/kms/xks/v1',
      VpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-example',
      VpcEndpointServiceOwner: 'another account'
    }
  }
}

describe('a stored store', () => {
  it.each(Object.entries(asInSamples))('is read as in the samples: %s', (_, store) => {
    expect(decoded(CustomKeyStore, store)).toEqual(store)
    expect(CustomKeyStore.is(store)).toBe(true)
  })

  it.each(allStores)(
    'is the same after it is written and read: $CustomKeyStoreName $ConnectionState',
    (store) => {
      expect(decoded(CustomKeyStore, JSON.parse(JSON.stringify(CustomKeyStore.encode(store))))).toEqual(store)
    }
  )

  it('is read with what is its owner’s, but not inside of the configuration of its proxy', () => {
    const { hsm, public: reached } = asInSamples
    const own = { owner: 'x', note: null, XksProxyConfiguration: {}, list: [1] }
    expect(decoded(CustomKeyStore, { ...hsm, ...own })).toStrictEqual({ ...hsm, ...own })
    const XksProxyConfiguration = { ...reached.XksProxyConfiguration, VpcEndpointServiceName: 'a service' }
    expect(
      decoded(CustomKeyStore, { ...reached, XksProxyConfiguration, CloudHsmClusterId: 'a' })
    ).toStrictEqual({ ...reached, CloudHsmClusterId: 'a' })
  })

  it('keeps no secret of the request that made it', () => {
    const secrets = { KeyStorePassword: 'kmsPswd1', XksProxyAuthenticationCredential: { AccessKeyId: 'a' } }
    expect(decoded(CustomKeyStore, { ...asInSamples.hsm, ...secrets, owner: 'x' })).toStrictEqual({
      ...asInSamples.hsm,
      owner: 'x'
    })
  })

  it('keeps no prototype that a text gives it, and no member of its prototype', () => {
    const text = JSON.stringify(asInSamples.hsm).replace('{', '{"__proto__":{"polluted":true},"owner":"x",')
    const read = decoded(CustomKeyStore, JSON.parse(text))
    expect(read).toStrictEqual({ ...asInSamples.hsm, owner: 'x' })
    expect('polluted' in read).toBe(false)
    const inherited: unknown = Object.assign(Object.create({ polluted: true }) as object, asInSamples.hsm)
    expect(Object.keys(decoded(CustomKeyStore, inherited)).sort()).toEqual(
      Object.keys(asInSamples.hsm).sort()
    )
  })

  it('has an error code only while it is FAILED, and is refused otherwise', () => {
    for (const state of ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'DISCONNECTING'] as const) {
      for (const store of [cloudHsmStore(state), externalStore(state)]) {
        const failed = { ...store, ConnectionErrorCode: 'INTERNAL_ERROR' }
        expect(violationsOf(CustomKeyStore, failed)).toEqual([
          {
            path: 'ConnectionErrorCode',
            received: "'INTERNAL_ERROR'",
            constraint: 'Member must be absent unless the ConnectionState is FAILED'
          }
        ])
        expect(CustomKeyStore.is(failed)).toBe(false)
        expect(decoded(CustomKeyStore, { ...store, ConnectionErrorCode: null })).toStrictEqual(store)
      }
    }
  })

  it('has an error code while it is FAILED', () => {
    const { ConnectionErrorCode: _, ...store } = cloudHsmStore('FAILED')
    expect(violationsOf(CustomKeyStore, store)).toEqual([
      { path: 'ConnectionErrorCode', received: 'undefined', constraint: 'Member must not be null' }
    ])
  })

  it.each([
    [cloudHsmStore('FAILED'), 'XKS_PROXY_TIMED_OUT'],
    [cloudHsmStore('FAILED'), 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'],
    [externalStore('FAILED'), 'CLUSTER_NOT_FOUND'],
    [externalStore('FAILED'), 'USER_LOGGED_IN'],
    [externalStore('FAILED'), 'NO_SUCH_CODE'],
    [externalStore('FAILED'), null]
  ])('has no error code of another type of store: %o %s', (store, ConnectionErrorCode) => {
    expect(violationsOf(CustomKeyStore, { ...store, ConnectionErrorCode })).toEqual([
      {
        path: 'ConnectionErrorCode',
        received: ConnectionErrorCode === null ? 'null' : `'${ConnectionErrorCode}'`,
        constraint: expect.stringMatching(/^Member must satisfy enum value set: \[INTERNAL_ERROR, /)
      }
    ])
  })

  it.each([
    [{ ...asInSamples.hsm, CustomKeyStoreType: 'SOMETHING' }, 'CustomKeyStoreType'],
    [{ ...asInSamples.hsm, ConnectionState: 'Connected' }, 'ConnectionState'],
    [{ ...asInSamples.hsm, ConnectionState: undefined }, 'ConnectionState'],
    [{ ...asInSamples.hsm, CloudHsmClusterId: null }, 'CloudHsmClusterId'],
    [{ ...asInSamples.hsm, CreationDate: '2022-12-14T20:17:36.419000+00:00' }, 'CreationDate'],
    [{ ...asInSamples.public, XksProxyConfiguration: undefined }, 'XksProxyConfiguration'],
    [
      { ...asInSamples.public, XksProxyConfiguration: { Connectivity: 'PHONE' } },
      'XksProxyConfiguration.Connectivity'
    ],
    [
      {
        ...asInSamples.public,
        XksProxyConfiguration: { ...asInSamples.public.XksProxyConfiguration, UriPath: 1 }
      },
      'XksProxyConfiguration.UriPath'
    ],
    [
      {
        ...asInSamples.vpc,
        XksProxyConfiguration: {
          ...asInSamples.public.XksProxyConfiguration,
          Connectivity: 'VPC_ENDPOINT_SERVICE'
        }
      },
      'XksProxyConfiguration.VpcEndpointServiceName'
    ]
  ])('is refused where it is at fault: %o', (store, path) => {
    expect(violationsOf(CustomKeyStore, store).map((violation) => violation.path)).toEqual([path])
    expect(CustomKeyStore.is(store)).toBe(false)
  })

  it.each([[null], [undefined], ['cks-1'], [[]], [{}]])('is not made of %j', (u) => {
    expect(violationsOf(CustomKeyStore, u)).toHaveLength(1)
  })
})

describe('the questions', () => {
  it('tell every state from every other', () => {
    const are = { isDisconnected, isConnecting, isConnected, isFailed, isDisconnecting }
    const answers = everyState.map((state) =>
      storesIn(state).map((store) =>
        Object.entries(are)
          .filter(([, is]) => is(store))
          .map(([name]) => name)
      )
    )
    expect(answers).toEqual([
      [['isDisconnected'], ['isDisconnected'], ['isDisconnected']],
      [['isConnecting'], ['isConnecting'], ['isConnecting']],
      [['isConnected'], ['isConnected'], ['isConnected']],
      [['isFailed'], ['isFailed'], ['isFailed']],
      [['isDisconnecting'], ['isDisconnecting'], ['isDisconnecting']]
    ])
  })

  it('tell the types apart', () => {
    expect(storesIn('CONNECTED').map(isCloudHsm)).toEqual([true, false, false])
    expect(storesIn('CONNECTED').map(isExternal)).toEqual([false, true, true])
  })
})

describe('the changes of state', () => {
  it('number a connection as it begins', () => {
    expect(connecting(cloudHsmStore('DISCONNECTED'))).toEqual(cloudHsmStore('CONNECTING', { attempt: 4 }))
  })

  it('number a disconnection as it begins, and take an error code away', () => {
    for (const state of ['CONNECTING', 'CONNECTED', 'FAILED'] as const) {
      expect(disconnecting(cloudHsmStore(state))).toEqual(cloudHsmStore('DISCONNECTING', { attempt: 4 }))
      expect(disconnecting(externalStore(state))).toEqual(
        externalStore('DISCONNECTING', 'PUBLIC_ENDPOINT', { attempt: 4 })
      )
    }
    expect('ConnectionErrorCode' in disconnecting(externalStore('FAILED'))).toBe(false)
  })

  it('keep the number as they end', () => {
    expect(connected(externalStore('CONNECTING'))).toEqual(externalStore('CONNECTED'))
    expect(disconnected(externalStore('DISCONNECTING'))).toEqual(externalStore('DISCONNECTED'))
  })

  it('leave the store that they are given as it was', () => {
    const store = Object.freeze(cloudHsmStore('FAILED'))
    disconnecting(store)
    expect(store).toEqual(cloudHsmStore('FAILED'))
  })
})
