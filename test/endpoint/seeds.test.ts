/** Stores and keys with which an endpoint begins, of which anything may be left out. */
import * as kms from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import {
  clientConfig,
  endpoint,
  endpointOrThrow,
  type SeededKey,
  type SeededStore
} from '../../src/endpoint/index.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../../src/model/ConnectionErrorCode.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import { Account, decode } from '../../src/index.js'
import { clockStands } from './clock.js'
import { overSocket } from './world.js'

clockStands()

const begun = (stores: ReadonlyArray<SeededStore>, options: object = {}) => {
  const endpoint = endpointOrThrow({ stores, ...options })
  return { endpoint, client: new kms.KMSClient({ ...clientConfig(endpoint), maxAttempts: 1 }) }
}

const shown = async (client: kms.KMSClient) =>
  (await client.send(new kms.DescribeCustomKeyStoresCommand({}))).CustomKeyStores ?? []

const external = { CustomKeyStoreType: 'EXTERNAL_KEY_STORE' } as const
const kinds = {
  'of AWS CloudHSM': {},
  'external, at a public endpoint': external,
  'external, through a VPC endpoint service': {
    ...external,
    XksProxyConfiguration: { Connectivity: 'VPC_ENDPOINT_SERVICE' }
  }
} as const

const codesOf = {
  AWS_CLOUDHSM: Object.keys(CloudHsmConnectionErrorCode.keys),
  EXTERNAL_KEY_STORE: Object.keys(ExternalConnectionErrorCode.keys)
}

describe.each(Object.entries(kinds))('a store %s', (_, kind) => {
  it.each(connectionStates)('may be %s at first', async (ConnectionState) => {
    const { client, endpoint } = begun([{ ...kind, ConnectionState, keys: 1 } as SeededStore])
    const CustomKeyStoreType = 'CustomKeyStoreType' in kind ? kind.CustomKeyStoreType : 'AWS_CLOUDHSM'
    const code = ConnectionState === 'FAILED' ? { ConnectionErrorCode: 'INVALID_CREDENTIALS' } : {}
    expect(await shown(client)).toEqual([
      expect.objectContaining({ CustomKeyStoreType, ConnectionState, ...code })
    ])
    expect(decode(Account)(endpoint.accounts()[0])).toMatchObject({ _tag: 'Right' })
    const [key] = (await client.send(new kms.ListKeysCommand({}))).Keys ?? []
    const { KeyMetadata } = await client.send(new kms.DescribeKeyCommand({ KeyId: key?.KeyId }))
    expect(KeyMetadata?.KeyState).toBe(ConnectionState === 'CONNECTED' ? 'Enabled' : 'Unavailable')
  })

  it('may have failed for every reason that its type can have', async () => {
    const codes = codesOf['CustomKeyStoreType' in kind ? kind.CustomKeyStoreType : 'AWS_CLOUDHSM'].filter(
      (code) => 'XksProxyConfiguration' in kind || !code.includes('VPC')
    )
    const stores = codes.map((code) => ({ ...kind, ConnectionState: 'FAILED', ConnectionErrorCode: code }))
    const { client } = begun(stores as ReadonlyArray<SeededStore>)
    expect((await shown(client)).map((store) => store.ConnectionErrorCode)).toEqual(codes)
  })

  it('stays CONNECTING until it is told otherwise, and connects where nothing is wrong', async () => {
    const { client, endpoint } = begun([{ ...kind, ConnectionState: 'CONNECTING' }])
    endpoint.advance(1_000_000)
    const [store] = await shown(client)
    expect(store?.ConnectionState).toBe('CONNECTING')
    expect(endpoint.settle(store?.CustomKeyStoreId).ConnectionState).toBe('CONNECTED')
  })

  it('is disconnected, connected and deleted as any other', async () => {
    const { client } = begun([{ ...kind, ConnectionState: 'FAILED' }])
    const [CustomKeyStoreId] = (await shown(client)).map((store) => store.CustomKeyStoreId)
    await client.send(new kms.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await client.send(new kms.ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    expect((await shown(client))[0]?.ConnectionState).toBe('CONNECTED')
    await client.send(new kms.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await client.send(new kms.DeleteCustomKeyStoreCommand({ CustomKeyStoreId }))
    expect(await shown(client)).toEqual([])
  })
})

describe('keys', () => {
  const keys: ReadonlyArray<SeededKey> = [
    { KeyId: 'one', Description: 'first', AliasName: 'alias/one' },
    { KeyId: 'two', KeyState: 'Disabled' },
    { KeyId: 'three', KeyState: 'PendingDeletion' },
    { KeyId: 'four', DeletionDate: 4_000_000_000 }
  ]

  it('are in the state that is told, and have their alias', async () => {
    const { client, endpoint } = begun([{ ConnectionState: 'CONNECTED', keys }])
    const metadata = await Promise.all(
      ['alias/one', 'two', 'three', 'four'].map(async (KeyId) => {
        const { KeyMetadata } = await client.send(new kms.DescribeKeyCommand({ KeyId }))
        return KeyMetadata
      })
    )
    expect(metadata).toMatchObject([
      { KeyId: 'one', Description: 'first', KeyState: 'Enabled' },
      { KeyId: 'two', KeyState: 'Disabled' },
      { KeyId: 'three', KeyState: 'PendingDeletion' },
      { KeyId: 'four', DeletionDate: new Date(4_000_000_000_000) }
    ])
    endpoint.advance(31 * 86_400)
    const { Keys } = await client.send(new kms.ListKeysCommand({}))
    expect(Keys?.map(({ KeyId }) => KeyId).sort()).toEqual(['four', 'one', 'two'])
  })

  it('are as many as are told, each with an id of its own, and an external key of its own', () => {
    const { endpoint } = begun([{ keys: 1_000 }, { ...external, keys: [{ XksKeyId: 'mine' }, {}] }])
    const made = endpoint.accounts()[0]?.keys ?? []
    expect(new Set(made.map(({ KeyId }) => KeyId)).size).toBe(1_002)
    expect(made.slice(-2)).toMatchObject([
      { XksKeyConfiguration: { Id: 'mine' } },
      { XksKeyConfiguration: { Id: 'external-key-1-1' } }
    ])
  })
})

describe('several stores', () => {
  it('have names, ids and backing key stores of their own, all hundred of them', async () => {
    const every = Object.values(kinds)
    const stores = Array.from({ length: 100 }, (_, n) => every[n % 3] as SeededStore)
    const { client, endpoint } = begun(stores.slice(0, 100))
    const listed = await shown(client)
    const own = listed.map(({ CloudHsmClusterId: cluster, XksProxyConfiguration: proxy }) =>
      JSON.stringify(cluster ?? proxy)
    )
    for (const values of [
      own,
      listed.map((one) => one.CustomKeyStoreId),
      listed.map((one) => one.CustomKeyStoreName)
    ])
      expect(new Set(values).size).toBe(100)
    const account = endpoint.accounts()[0]
    expect(decode(Account)(account)).toMatchObject({ _tag: 'Right' })
    const hsms = account?.stores.flatMap((store) =>
      'CloudHsmClusterId' in store ? [store.CloudHsmClusterId] : []
    )
    for (const id of hsms ?? []) expect(id).toMatch(/^cluster-[2-7a-zA-Z]{11,16}$/)
  })

  it('may be of another account and Region, and what is told of them counts', async () => {
    const { endpoint } = begun([{ CustomKeyStoreName: 'Mine', CloudHsmClusterId: 'cluster-zzzzzzzzzzz' }], {
      AccountId: '444455556666',
      Region: 'eu-west-1'
    })
    const client = new kms.KMSClient({
      ...clientConfig(endpoint),
      region: 'eu-west-1',
      credentials: { accessKeyId: '444455556666', secretAccessKey: 'any' }
    })
    const mine = { CustomKeyStoreName: 'Mine', CloudHsmClusterId: 'cluster-zzzzzzzzzzz' }
    expect(await shown(client)).toMatchObject([mine])
  })
})

it('what is told of a proxy counts, and tells how it is reached', async () => {
  const XksProxyConfiguration = {
    AccessKeyId: 'ZZZZZ234567ABCDE234567',
    UriEndpoint: 'https://myproxy.example.com',
    UriPath: '/mine/kms/xks/v1',
    VpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-mine'
  }
  const { client } = begun([{ ...external, XksProxyConfiguration }])
  const proxy = { ...XksProxyConfiguration, Connectivity: 'VPC_ENDPOINT_SERVICE' }
  expect(await shown(client)).toMatchObject([{ XksProxyConfiguration: proxy }])
})

it('two stores have no VPC endpoint service in common', async () => {
  const seeded = { ...external, XksProxyConfiguration: { Connectivity: 'VPC_ENDPOINT_SERVICE' } } as const
  const { client } = begun([seeded, seeded])
  const [one, other] = (await shown(client)).map((store) => store.XksProxyConfiguration)
  expect(one?.VpcEndpointServiceName).not.toBe(other?.VpcEndpointServiceName)
})

it('a key pending deletion goes thirty days after the time at which it begins', () => {
  const endpoint = endpointOrThrow()
  endpoint.begin({ stores: [{ keys: [{ KeyState: 'PendingDeletion' }] }], now: 1_700_000_000 })
  expect(endpoint.accounts()[0]?.keys[0]?.DeletionDate).toBe(1_702_592_000)
})

const service = { VpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1' }
const uri = { UriEndpoint: 'https://a.example.com', UriPath: '/a/kms/xks/v1' }
const proxied = (XksProxyConfiguration: object) => ({ ...external, XksProxyConfiguration })
const proxyOf = (n: number): string => `stores.${String(n)}.XksProxyConfiguration`

it("what is each one's own may be alike in other stores", () => {
  const keys = [{ XksKeyId: 'a', Description: 'x'.repeat(8_192), AliasName: 'alias/awsome' }]
  const path = { UriEndpoint: uri.UriEndpoint, UriPath: '/b/kms/xks/v1' }
  const stores = [
    proxied(uri),
    proxied(path),
    { ...external, keys },
    { ...external, keys: [{ XksKeyId: 'a' }] }
  ]
  expect(endpoint({ stores })).toMatchObject({ _tag: 'Right' })
})

it.each(Object.keys(kinds))('a store %s goes with any other one by default', (name) => {
  const kind = kinds[name as keyof typeof kinds] as SeededStore
  for (const other of Object.values(kinds) as ReadonlyArray<SeededStore>)
    expect(endpoint({ stores: [kind, other, kind] })).toMatchObject({ _tag: 'Right' })
})

describe('what does not go together is told', () => {
  it.each<readonly [ReadonlyArray<object>, string]>([
    [[{ ConnectionErrorCode: 'INTERNAL_ERROR' }], 'stores.0.ConnectionErrorCode'],
    [
      [{}, { ConnectionState: 'FAILED', ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' }],
      'stores.1.ConnectionErrorCode'
    ],
    [
      [{ ...external, ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_NOT_FOUND' }],
      'stores.0.ConnectionErrorCode'
    ],
    [[{ ...external, CloudHsmClusterId: 'cluster-abcdefghijk' }], 'stores.0.CloudHsmClusterId'],
    [[{ CustomKeyStoreType: 'AWS_CLOUDHSM', XksProxyConfiguration: {} }], 'stores.0.XksProxyConfiguration'],
    [
      [
        {
          XksProxyConfiguration: {
            Connectivity: 'PUBLIC_ENDPOINT',
            VpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1'
          }
        }
      ],
      'stores.0.XksProxyConfiguration.VpcEndpointServiceName'
    ],
    [[{ keys: [{ XksKeyId: 'one' }] }], 'stores.0.keys.0.XksKeyId'],
    [[{ keys: [{ KeyState: 'Enabled', DeletionDate: 1 }] }], 'stores.0.keys.0.DeletionDate'],
    [[{ keys: [{ KeyState: 'Unavailable' }] }], 'stores.0.keys.0.KeyState'],
    [[{ keys: 1_001 }], 'stores.0.keys'],
    [[{ CustomKeyStoreName: 'a' }, { CustomKeyStoreName: 'a' }], 'stores'],
    [[{ keys: [{ KeyId: 'a' }] }, { keys: [{ KeyId: 'a' }] }], 'stores'],
    [[{ name: 'a' }], 'stores.0.name'],
    ...['NOT_FOUND', 'INVALID_CONFIGURATION'].map((code): readonly [ReadonlyArray<object>, string] => [
      [{ ...external, ConnectionState: 'FAILED', ConnectionErrorCode: `XKS_VPC_ENDPOINT_SERVICE_${code}` }],
      'stores.0.ConnectionErrorCode'
    ]),
    [[{ ...external, keys: [{ XksKeyId: 'a' }, { XksKeyId: 'a' }] }], 'stores'],
    [[{ ...external, keys: [{}, { XksKeyId: 'external-key-0-0' }] }], 'stores'],
    [[proxied({ ...service, UriEndpoint: 'https://a.example.com' }), proxied(service)], proxyOf(1)],
    [[proxied(service), {}, proxied({ ...service, UriEndpoint: 'https://a.example.com' })], proxyOf(2)],
    [[proxied(uri), proxied(uri)], proxyOf(1)],
    [[proxied(uri), proxied({ ...uri, UriPath: '/b/kms/xks/v1', ...service })], proxyOf(1)],
    [[proxied({ ...uri, ...service }), proxied({ ...uri, UriPath: '/b/kms/xks/v1' })], proxyOf(1)],
    ...['one', 'alias/', 'alias/aws/one', 'one/alias'].map(
      (AliasName): readonly [ReadonlyArray<object>, string] => [
        [{ keys: [{ AliasName }] }],
        'stores.0.keys.0.AliasName'
      ]
    ),
    ...[
      'alias/one',
      'arn:aws:kms:us-east-1:111122223333:key/one',
      'arn:aws:kms:us-east-1:111122223333:alias/one'
    ].map((KeyId): readonly [ReadonlyArray<object>, string] => [
      [{ keys: [{ KeyId }] }],
      'stores.0.keys.0.KeyId'
    ]),
    [[{ keys: [{ Description: 'x'.repeat(8_193) }] }], 'stores.0.keys.0.Description'],
    [Array.from({ length: 101 }, () => ({})), 'stores']
  ])('%j', (stores, path) => {
    expect(endpoint({ stores: stores })).toMatchObject({ left: [{ path }] })
  })
})

describe('after begin', () => {
  const CustomKeyStoreId = 'cks-1'
  const stores = [{ CustomKeyStoreId }, { CustomKeyStoreId: 'cks-2', ConnectionState: 'CONNECTING' }] as const
  const begunLater = (options: object, of: object = { stores }) => {
    const endpoint = endpointOrThrow(options)
    endpoint.begin(of)
    return { endpoint, client: new kms.KMSClient({ ...clientConfig(endpoint), maxAttempts: 1 }) }
  }
  const states = async (client: kms.KMSClient) => (await shown(client)).map((store) => store.ConnectionState)
  const connecting = new kms.ConnectCustomKeyStoreCommand({ CustomKeyStoreId })

  it('of stores an attempt goes on for as long as the options say, and one that was there until it is told', async () => {
    const { client, endpoint } = begunLater({ connectionDelay: 60_000 })
    await client.send(connecting)
    expect(await states(client)).toEqual(['CONNECTING', 'CONNECTING'])
    endpoint.advance(61)
    expect(await states(client)).toEqual(['CONNECTED', 'CONNECTING'])
    endpoint.settle('cks-2')
    expect(await states(client)).toEqual(['CONNECTED', 'CONNECTED'])
  })

  it('of a world with a delay of its own, for that long', async () => {
    const { client, endpoint } = begunLater({}, { stores, connectionDelay: 'manual' })
    await client.send(connecting)
    endpoint.advance(1_000_000)
    expect(await states(client)).toEqual(['CONNECTING', 'CONNECTING'])
    endpoint.begin({ account: endpoint.accounts()[0], connectionDelay: 5_000 })
    await client.send(new kms.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    endpoint.advance(6)
    expect(await states(client)).toEqual(['DISCONNECTED', 'CONNECTING'])
  })

  it('of an account, until it is told', async () => {
    const account = endpointOrThrow({ stores }).accounts()[0]
    const { client, endpoint } = begunLater({}, { account })
    await client.send(connecting)
    endpoint.advance(1_000_000)
    expect(await states(client)).toEqual(['CONNECTING', 'CONNECTING'])
  })

  it('with an empty list nothing stands behind the stores', async () => {
    const { client } = begunLater({}, { stores, infrastructure: {} })
    await client.send(connecting)
    expect(await states(client)).toEqual(['FAILED', 'CONNECTING'])
  })
})

it('over the control interface an attempt goes on until it is told, unless the world says otherwise', async () => {
  const { client, control, close } = await overSocket({})
  const CustomKeyStoreId = 'cks-1'
  const connecting = new kms.ConnectCustomKeyStoreCommand({ CustomKeyStoreId })
  for (const [delay, state] of [
    [{}, 'CONNECTING'],
    [{ connectionDelay: 0 }, 'CONNECTED']
  ] as const) {
    await control('PUT', 'world', { stores: [{ CustomKeyStoreId }], ...delay })
    await client.send(connecting)
    await control('POST', 'advance', { seconds: 1_000_000 })
    expect(await shown(client)).toMatchObject([{ ConnectionState: state }])
  }
  await close()
})

it('begin takes the same, in the control interface too; account and stores are not told together', async () => {
  const { client, control, close } = await overSocket({})
  await control('PUT', 'world', { stores: [{ ConnectionState: 'FAILED', keys: 2 }], now: 1_700_000_000 })
  expect(await shown(client)).toMatchObject([{ ConnectionState: 'FAILED' }])
  expect((await client.send(new kms.ListKeysCommand({}))).Keys).toHaveLength(2)
  const account = { AccountId: '111122223333', Region: 'us-east-1', stores: [], keys: [] }
  const both = await control('PUT', 'world', { account, stores: [] })
  expect(both).toMatchObject({ violations: [{ path: 'stores' }] })
  expect(await shown(client)).toHaveLength(1)
  await control('POST', 'reset')
  expect(await shown(client)).toEqual([])
  await close()
})
