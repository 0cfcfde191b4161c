/** The judge on logs written by hand. What must be found is taken from AWS's pages, as in test/documentation. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'
import { judge, kmsEvent, type Judgement } from '../../src/judge/index.js'
import { created, event, hsm, inShort, iso, judged, on, record, uses, verdictsOn, xks } from './cloudTrail.js'

const hour = 3600
const day = 24 * hour
const invalid = 'CustomKeyStoreInvalidStateException'
const notFound = 'CustomKeyStoreNotFoundException'
const hasKeys = 'CustomKeyStoreHasCMKsException'

const names = (judgement: Judgement) =>
  judge.storesOf(judgement).map(({ account, region, store }) => `${account}/${region}/${store}`)

const does = on(hsm)
const use = uses(hsm)

/** The first events of a log, at the hours -3 to -1, after which the store can only be in these states. */
const pinned = {
  DISCONNECTED: [does('UpdateCustomKeyStore', -hour)],
  'CONNECTING, CONNECTED or FAILED': [
    does('UpdateCustomKeyStore', -2 * hour),
    does('ConnectCustomKeyStore', -hour)
  ],
  CONNECTED: [does('GenerateRandom', -hour)],
  FAILED: [
    does('UpdateCustomKeyStore', -3 * hour),
    does('ConnectCustomKeyStore', -2 * hour),
    does('ConnectCustomKeyStore', -hour, invalid)
  ],
  'DISCONNECTING or DISCONNECTED': [
    does('GenerateRandom', -2 * hour),
    does('DisconnectCustomKeyStore', -hour)
  ],
  deleted: [does('UpdateCustomKeyStore', -2 * hour), does('DeleteCustomKeyStore', -hour)],
  'not created': [does('DescribeCustomKeyStores', -hour, notFound)]
}
type Pinned = keyof typeof pinned

const afterPin = (pin: Pinned, next: Readonly<Record<string, unknown>>) =>
  judge.verdicts(judged([...pinned[pin], next]))

const says = {
  connect:
    'ConnectCustomKeyStore is valid only when the ConnectionState is DISCONNECTED, CONNECTING or CONNECTED.',
  disconnect:
    'DisconnectCustomKeyStore is valid only when the ConnectionState is CONNECTING, CONNECTED or FAILED.',
  update: 'UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.',
  delete: 'DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.',
  createKey: 'CreateKey is valid only when the ConnectionState is CONNECTED.',
  random: 'GenerateRandom is valid only when the ConnectionState is CONNECTED.',
  use: 'The custom key store of the KMS key must be connected.',
  exists: 'A custom key store with the id of the request must exist in the account and Region.',
  isNew:
    'CreateCustomKeyStore returns an id that no store has had, or the id of a DISCONNECTED AWS CloudHSM key store with the same properties.'
}

const accepted = {
  connect: does('ConnectCustomKeyStore', 0),
  disconnect: does('DisconnectCustomKeyStore', 0),
  update: does('UpdateCustomKeyStore', 0),
  delete: does('DeleteCustomKeyStore', 0),
  createKey: does('CreateKey', 0),
  random: does('GenerateRandom', 0),
  use: use('Decrypt', 0),
  exists: does('DescribeCustomKeyStores', 0),
  isNew: created(hsm, 0)
}
const refused = {
  connect: does('ConnectCustomKeyStore', 0, invalid),
  disconnect: does('DisconnectCustomKeyStore', 0, invalid),
  update: does('UpdateCustomKeyStore', 0, invalid),
  delete: does('DeleteCustomKeyStore', 0, invalid),
  createKey: does('CreateKey', 0, invalid),
  random: does('GenerateRandom', 0, invalid)
}
type Accepted = keyof typeof accepted
type Refused = keyof typeof refused

/** What cannot be accepted, and what cannot be refused because of the state. */
const impossible: Readonly<Record<Pinned, readonly [ReadonlyArray<Accepted>, ReadonlyArray<Refused>]>> = {
  DISCONNECTED: [
    ['disconnect', 'createKey', 'random', 'use'],
    ['connect', 'update', 'delete']
  ],
  'CONNECTING, CONNECTED or FAILED': [['update', 'delete', 'isNew'], ['disconnect']],
  CONNECTED: [
    ['update', 'delete', 'isNew'],
    ['connect', 'disconnect', 'createKey', 'random']
  ],
  FAILED: [['connect', 'update', 'delete', 'createKey', 'random', 'use', 'isNew'], ['disconnect']],
  'DISCONNECTING or DISCONNECTED': [['disconnect', 'createKey', 'random', 'use'], []],
  deleted: [[], []],
  'not created': [[], []]
}

describe('the rules about ConnectionState', () => {
  const rows = (Object.keys(pinned) as ReadonlyArray<Pinned>)
    .filter((pin) => pin !== 'deleted' && pin !== 'not created')
    .map((pin) => [pin, ...impossible[pin]] as const)

  it.each(rows)('of a store that is %s: what must have been refused', (pin, acceptable) => {
    for (const operation of Object.keys(accepted) as ReadonlyArray<Accepted>) {
      const found = afterPin(pin, accepted[operation])
      const expected = acceptable.includes(operation) ? [says[operation]] : []
      expect([operation, found.map((verdict) => verdict.says)]).toEqual([operation, expected])
      for (const { standing, url, because } of found) {
        expect(standing).toBe('contradiction')
        expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/kms\/latest\//)
        expect(because.length).toBeGreaterThan(0)
      }
    }
  })

  it.each(rows)('of a store that is %s: what must not have been refused', (pin, _, refusable) => {
    for (const operation of Object.keys(refused) as ReadonlyArray<Refused>) {
      const expected = refusable.includes(operation) ? [says[operation]] : []
      const found = afterPin(pin, refused[operation]).map((verdict) => verdict.says)
      expect([operation, found]).toEqual([operation, expected])
    }
  })

  it('lets nothing be done with a store that was deleted or never created, but for creating it', () => {
    for (const pin of ['deleted', 'not created'] as const) {
      for (const one of [...Object.values(accepted).slice(0, -1), ...Object.values(refused)]) {
        expect(afterPin(pin, one).map((verdict) => verdict.rule)).toEqual(['storeExists'])
      }
    }
    expect(afterPin('deleted', accepted.isNew).map((verdict) => verdict.says)).toEqual([says.isNew])
    expect(afterPin('not created', accepted.isNew)).toEqual([])
    expect(afterPin('deleted', does('DescribeCustomKeyStores', 0, notFound))).toEqual([])
  })

  it('does not let a store that exists be unknown', () => {
    for (const operation of ['ConnectCustomKeyStore', 'DescribeCustomKeyStores', 'GenerateRandom']) {
      expect(verdictsOn(created(hsm, 0), does(operation, hour, notFound))).toEqual([
        `storeExists: ${operation} ✗ 3600 [CreateCustomKeyStore 0]`
      ])
    }
  })

  it('says that the store exists as the page of the operation does', () => {
    const found = (['CreateKey', 'GenerateRandom', 'DescribeCustomKeyStores'] as const).map((operation) => [
      judge.verdicts(judged([does('DeleteCustomKeyStore', 0), does(operation, hour)]))[0],
      judge.verdicts(judged([created(hsm, 0), does(operation, hour, notFound)]))[0]
    ])
    expect(found.map((two) => two.map((verdict) => verdict?.source))).toEqual([
      ['API_CreateKey', 'API_CreateKey'],
      ['API_GenerateRandom', 'API_GenerateRandom'],
      ['API_DescribeCustomKeyStores', 'API_DescribeCustomKeyStores']
    ])
    expect(found[2]?.map((verdict) => verdict?.says)).toEqual([
      'A custom key store with the id or name of the request must exist in the account and Region.',
      'A custom key store with the id or name of the request must exist in the account and Region.'
    ])
  })

  it('names the rule, its page and its address', () => {
    const [verdict] = judge.verdicts(judged([does('CreateKey', 0), does('DeleteCustomKeyStore', hour)]))
    expect(verdict).toEqual({
      account: '111122223333',
      region: 'us-east-1',
      store: hsm,
      standing: 'contradiction',
      event: {
        account: '111122223333',
        region: 'us-east-1',
        store: hsm,
        time: 1_704_070_800,
        eventID: 'DeleteCustomKeyStore at 3600',
        operation: 'DeleteCustomKeyStore'
      },
      because: [
        {
          account: '111122223333',
          region: 'us-east-1',
          store: hsm,
          time: 1_704_067_200,
          eventID: 'CreateKey at 0',
          operation: 'CreateKey'
        }
      ],
      states: ['CONNECTED'],
      types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
      rule: 'validConnectionState',
      says: says.delete,
      source: 'API_ConnectCustomKeyStore',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html',
      edition: 'exception-text-2022',
      allowedBy: []
    })
  })
})

describe('what a log does not show', () => {
  it('is that KMS goes on with its own work', () => {
    const { states } = judge.summaries(
      judged([does('UpdateCustomKeyStore', 0), does('ConnectCustomKeyStore', 1)])
    )[0]!
    expect(states).toEqual(['CONNECTING', 'CONNECTED', 'FAILED'])
    const after = judge.summaries(judged([use('Encrypt', 0), does('DisconnectCustomKeyStore', 1)]))[0]!
    expect(after.states).toEqual(['DISCONNECTED', 'DISCONNECTING'])
  })

  it('is how it began: a log may begin in any state', () => {
    expect(judge.summaries(judged([does('DescribeCustomKeyStores', 0)]))).toEqual([
      {
        account: '111122223333',
        region: 'us-east-1',
        store: hsm,
        events: 1,
        late: 0,
        contradictions: 0,
        doubtful: 0,
        states: ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'],
        types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']
      }
    ])
  })

  it('is what AWS leaves open: what a second Connect does, and a Disconnect to a connection that is going on', () => {
    expect(
      verdictsOn(
        does('GenerateRandom', 0),
        does('ConnectCustomKeyStore', hour),
        does('ConnectCustomKeyStore', 2 * hour, invalid)
      )
    ).toEqual([])
    expect(
      verdictsOn(
        does('UpdateCustomKeyStore', 0),
        does('ConnectCustomKeyStore', 1),
        does('DisconnectCustomKeyStore', 2),
        does('GenerateRandom', hour)
      )
    ).toEqual([])
  })

  it('is which of two events of the same second came first', () => {
    const connect = { ...does('ConnectCustomKeyStore', hour), eventID: 'b' }
    const disconnect = { ...does('DisconnectCustomKeyStore', hour), eventID: 'a' }
    const random = { ...does('GenerateRandom', hour), eventID: 'c' }
    expect(verdictsOn(does('UpdateCustomKeyStore', 0), connect, disconnect, random)).toEqual([])
    expect(verdictsOn(does('UpdateCustomKeyStore', 0), disconnect, random)).toEqual([
      'validConnectionState: DisconnectCustomKeyStore 3600 [UpdateCustomKeyStore 0]'
    ])
  })

  it('is anything at all of a second in which too much happened', () => {
    const crowd = ['Connect', 'Disconnect', 'Connect', 'Disconnect', 'Connect', 'Disconnect'].map(
      (what, i) => ({
        ...does(`${what}CustomKeyStore`, hour),
        eventID: String(i)
      })
    )
    const states = judge.summaries(judged([does('UpdateCustomKeyStore', 0), ...crowd]))[0]!.states
    expect(states).toHaveLength(6)
  })
})

describe('the type of a store', () => {
  it('never changes', () => {
    const withCluster = { additionalEventData: { clusterId: 'cluster-1a23b4cdefg' } }
    const withExternalKey = {
      ...uses(hsm)('Decrypt', hour),
      additionalEventData: { customKeyStoreId: hsm, xksKeyId: 'a' }
    }
    expect(verdictsOn({ ...does('ConnectCustomKeyStore', 0), ...withCluster }, withExternalKey)).toEqual([
      'typeNeverChanges: Decrypt 3600 [ConnectCustomKeyStore 0]'
    ])
  })

  it.each([
    ['its own name', { customKeyStoreType: 'EXTERNAL_KEY_STORE' }, ['EXTERNAL_KEY_STORE']],
    ['a cluster', { clusterId: 'cluster-1a23b4cdefg' }, ['AWS_CLOUDHSM']],
    ['a cluster, in full', { cloudHsmClusterId: 'cluster-1a23b4cdefg' }, ['AWS_CLOUDHSM']],
    ['a proxy', { xksProxyConnectivity: 'PUBLIC_ENDPOINT' }, ['EXTERNAL_KEY_STORE']],
    ['nothing', {}, ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']],
    ['a type that there is not', { customKeyStoreType: 'NEW' }, ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']]
  ])('is shown by a Create that carries %s', (_, request, types) => {
    expect(judge.summaries(judged([created(xks, 0, request)]))[0]!.types).toEqual(types)
  })

  it('is not shown by a Create of which the log tells nothing', () => {
    const bare = { ...created(xks, 0), requestParameters: null, errorCode: '' }
    expect(judge.summaries(judged([bare]))[0]).toMatchObject({
      states: ['DISCONNECTED'],
      types: { length: 2 }
    })
  })

  it('is shown by what only one type can do, or be refused with', () => {
    const typesAfter = (of: Readonly<Record<string, unknown>>) => judge.summaries(judged([of]))[0]!.types
    expect(typesAfter(does('GenerateRandom', 0))).toEqual(['AWS_CLOUDHSM'])
    expect(typesAfter(does('CreateKey', 0, undefined, { origin: 'EXTERNAL_KEY_STORE' }))).toEqual([
      'EXTERNAL_KEY_STORE'
    ])
    expect(
      typesAfter(does('UpdateCustomKeyStore', 0, undefined, { xksProxyUriPath: '/kms/xks/v1' }))
    ).toEqual(['EXTERNAL_KEY_STORE'])
    expect(
      typesAfter(does('UpdateCustomKeyStore', 0, undefined, { clusterId: 'cluster-1a23b4cdefg' }))
    ).toEqual(['AWS_CLOUDHSM'])
    expect(typesAfter(does('ConnectCustomKeyStore', 0, 'CloudHsmClusterNotActiveException'))).toEqual([
      'AWS_CLOUDHSM'
    ])
    expect(typesAfter(does('CreateKey', 0, 'XksKeyNotFoundException'))).toEqual(['EXTERNAL_KEY_STORE'])
  })

  it('is not shown by a CreateKey that is refused, nor by members without a value', () => {
    const both = ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']
    const typesAfter = (of: Readonly<Record<string, unknown>>) => judge.summaries(judged([of]))[0]!.types
    expect(
      typesAfter(does('CreateKey', 0, 'UnsupportedOperationException', { origin: 'AWS_CLOUDHSM' }))
    ).toEqual(both)
    expect(typesAfter(does('UpdateCustomKeyStore', 0, undefined, { xksProxyUriPath: null }))).toEqual(both)
  })

  it('decides what random bytes can be generated with', () => {
    expect(
      verdictsOn(
        created(xks, 0, { customKeyStoreType: 'EXTERNAL_KEY_STORE' }),
        on(xks)('GenerateRandom', hour)
      )
    ).toEqual(['storeIsCloudHsm: GenerateRandom 3600 [CreateCustomKeyStore 0]'])
  })

  it('decides what may be updated', () => {
    expect(
      verdictsOn(
        does('GenerateRandom', 0),
        does('UpdateCustomKeyStore', hour, undefined, { xksProxyUriPath: '/kms/xks/v1' })
      )
    ).toEqual(['membersBelongToTheTypeOfStore: UpdateCustomKeyStore 3600 [GenerateRandom 0]'])
  })

  it('decides whether a CreateKey that is refused because of the state shows the state: a failing proxy is answered so too', () => {
    const key = { origin: 'EXTERNAL_KEY_STORE' }
    expect(
      verdictsOn(on(xks)('CreateKey', 0, undefined, key), on(xks)('CreateKey', hour, invalid, key))
    ).toEqual([])
    expect(
      verdictsOn(
        does('CreateKey', 0, undefined, { origin: 'AWS_CLOUDHSM' }),
        does('CreateKey', hour, invalid)
      )
    ).toEqual(['validConnectionState: CreateKey ✗ 3600 [CreateKey 0]'])
  })

  it('belongs with the origin of its keys', () => {
    expect(
      verdictsOn(
        does('GenerateRandom', 0),
        does('CreateKey', hour, undefined, { origin: 'EXTERNAL_KEY_STORE' })
      )
    ).toEqual(['originIsTheTypeOfStore: CreateKey 3600 [GenerateRandom 0]'])
  })

  it('is shown by a refusal of random bytes, and a key by that of an external key that is in use', () => {
    const external = { customKeyStoreType: 'EXTERNAL_KEY_STORE' }
    expect(
      judge.summaries(judged([does('GenerateRandom', 0, 'UnsupportedOperationException')]))[0]
    ).toMatchObject({ states: { length: 5 }, types: ['EXTERNAL_KEY_STORE'] })
    expect(
      verdictsOn(
        on(xks)('DescribeCustomKeyStores', -hour, notFound),
        created(xks, 0, external),
        on(xks)('CreateKey', hour, 'XksKeyAlreadyInUseException')
      )
    ).toEqual(['xksKeyIsFree: CreateKey ✗ 3600 [CreateCustomKeyStore 0]'])
  })

  it('is not shown by an Update that is refused because of the cluster or the proxy that it names', () => {
    for (const exception of [
      'CloudHsmClusterNotActiveException',
      'CloudHsmClusterNotRelatedException',
      'XksProxyUriUnreachableException',
      'CustomKeyStoreNameInUseException'
    ]) {
      expect(judge.summaries(judged([does('UpdateCustomKeyStore', 0, exception)]))[0]).toMatchObject({
        states: { length: 7 },
        types: { length: 2 }
      })
    }
  })

  it('belongs with what stands behind it', () => {
    expect(
      verdictsOn(does('GenerateRandom', 0), does('CreateKey', hour, 'XksKeyAlreadyInUseException'))
    ).toEqual(['backingIsOfTheType: CreateKey ✗ 3600 [GenerateRandom 0]'])
  })
})

describe('the keys in a store', () => {
  const disconnected = does('DisconnectCustomKeyStore', hour)

  it('stay for a waiting period of seven days at least, in which the store cannot be deleted', () => {
    const log = (seconds: number) => [
      does('CreateKey', 0),
      disconnected,
      does('DeleteCustomKeyStore', seconds)
    ]
    expect(verdictsOn(...log(7 * day - 1))).toEqual([
      'storeHasNoKeys: DeleteCustomKeyStore 604799 [CreateKey 0]'
    ])
    expect(verdictsOn(...log(7 * day))).toEqual([])
  })

  it('are named with the time until which one is there, where the event would be possible without', () => {
    const keysUntil = (...log: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
      judge.verdicts(judged(log)).map((found) => found.keysUntil)
    const week = 1_704_067_200 + 7 * day
    expect(keysUntil(does('CreateKey', 0), disconnected, does('DeleteCustomKeyStore', day))).toEqual([week])
    // A store that nobody has deleted is there without a key as well.
    expect(keysUntil(does('CreateKey', 0), does('DescribeCustomKeyStores', day, notFound))).toEqual([
      undefined
    ])
    // Without keys a CONNECTED store cannot be deleted either, nor an unconnected one give random bytes.
    expect(keysUntil(does('CreateKey', 0), does('DeleteCustomKeyStore', day))).toEqual([undefined])
    expect(keysUntil(does('CreateKey', 0), disconnected, does('GenerateRandom', day))).toEqual([undefined])
  })

  it('count from their last use', () => {
    const log = [use('Decrypt', -8 * day), use('Encrypt', 0), disconnected]
    expect(verdictsOn(...log, does('DeleteCustomKeyStore', 6 * day))).toEqual([
      'storeHasNoKeys: DeleteCustomKeyStore 518400 [Encrypt 0]'
    ])
  })

  it('are not in a new store, nor in one that was deleted', () => {
    const before = on(xks)('DescribeCustomKeyStores', -hour, notFound)
    const fresh = created(xks, 0, { customKeyStoreType: 'EXTERNAL_KEY_STORE' })
    expect(verdictsOn(before, fresh, on(xks)('DeleteCustomKeyStore', hour, hasKeys))).toEqual([
      'storeHasNoKeys: DeleteCustomKeyStore ✗ 3600 [CreateCustomKeyStore 0]'
    ])
    expect(
      verdictsOn(
        fresh,
        on(xks)('ConnectCustomKeyStore', 1),
        on(xks)('CreateKey', 2),
        on(xks)('DeleteCustomKeyStore', hour, hasKeys)
      )
    ).toEqual([])
    expect(verdictsOn(does('DeleteCustomKeyStore', 0), does('DeleteCustomKeyStore', hour, hasKeys))).toEqual([
      'storeExists: DeleteCustomKeyStore ✗ 3600 [DeleteCustomKeyStore 0]'
    ])
  })

  it('may be gone the moment after: a refusal says nothing of the future, nor of the state', () => {
    expect(
      verdictsOn(
        does('GenerateRandom', 0),
        does('DeleteCustomKeyStore', hour, hasKeys),
        does('DisconnectCustomKeyStore', 2 * hour),
        does('DeleteCustomKeyStore', 3 * hour)
      )
    ).toEqual([])
  })

  it('show that the store exists even where they cannot be used, whatever the reason', () => {
    for (const refusal of ['KMSInvalidStateException', 'DisabledException', 'AccessDenied', invalid]) {
      expect(verdictsOn(does('DeleteCustomKeyStore', 0), use('Decrypt', hour, refusal))).toHaveLength(
        refusal === invalid ? 0 : 1
      )
    }
    expect(verdictsOn(does('GenerateRandom', 0), use('Decrypt', hour, 'KMSInvalidStateException'))).toEqual(
      []
    )
    expect(
      verdictsOn(does('DeleteCustomKeyStore', 0), use('Decrypt', hour, 'KMSInvalidStateException'))
    ).toEqual(['storeExists: Decrypt ✗ 3600 [DeleteCustomKeyStore 0]'])
  })
})

describe('the editions', () => {
  const rename = does('UpdateCustomKeyStore', hour, undefined, { newCustomKeyStoreName: 'New' })
  const found = (
    edition: Parameters<typeof judged>[1],
    ...log: ReadonlyArray<Readonly<Record<string, unknown>>>
  ) => judge.verdicts(judged(log, edition)).map(inShort)

  it('differ in when a store may be given another name', () => {
    const log = [does('GenerateRandom', 0), rename]
    expect(found({ edition: 'exception-text-2022' }, ...log)).toHaveLength(1)
    expect(found({ edition: 'exception-text-2026' }, ...log)).toEqual([])
    expect(found({ edition: 'operation-page-2026' }, ...log)).toEqual([])
  })

  it('let an Update be refused wherever it may have carried what the log does not show', () => {
    const log = [does('GenerateRandom', 0), does('UpdateCustomKeyStore', hour, invalid)]
    expect(found({ edition: 'exception-text-2026' }, ...log)).toEqual([])
  })

  it('differ in when a store may be connected', () => {
    const made = { origin: 'EXTERNAL_KEY_STORE' }
    const log = [does('CreateKey', 0, undefined, made), does('ConnectCustomKeyStore', hour)]
    expect(found({ edition: 'developer-guide' }, ...log)).toEqual([
      'validConnectionState: ConnectCustomKeyStore 3600 [CreateKey 0]'
    ])
    expect(found({}, ...log)).toEqual([])
    const ofCloudHsm = [does('GenerateRandom', 0), does('ConnectCustomKeyStore', hour)]
    expect(found({ edition: 'developer-guide' }, ...ofCloudHsm)).toEqual([])
  })
})

describe('an answer that may have been out of date', () => {
  const log = [does('GenerateRandom', 0), does('DisconnectCustomKeyStore', hour)]

  it('is told apart, by how soon after a change it came', () => {
    expect(verdictsOn(...log, use('Decrypt', hour + 59))).toEqual([
      'keyIsAvailable, perhaps: Decrypt 3659 [GenerateRandom 0, DisconnectCustomKeyStore 3600]'
    ])
    expect(verdictsOn(...log, use('Decrypt', hour + 60))).toEqual([
      'keyIsAvailable: Decrypt 3660 [GenerateRandom 0, DisconnectCustomKeyStore 3600]'
    ])
  })

  it('can be one that something later contradicts', () => {
    expect(
      verdictsOn(
        does('ConnectCustomKeyStore', 0),
        does('ConnectCustomKeyStore', 5, invalid),
        does('GenerateRandom', hour)
      )
    ).toEqual(['validConnectionState, perhaps: GenerateRandom 3600 [ConnectCustomKeyStore ✗ 5]'])
  })

  it('can be of the same second as what contradicts it', () => {
    expect(verdictsOn(does('GenerateRandom', 0), does('UpdateCustomKeyStore', 0))).toEqual([
      'membersAreUpdatable, perhaps: UpdateCustomKeyStore 0 [GenerateRandom 0]'
    ])
  })

  it('is never there for who says so', () => {
    const late = judged([...log, use('Decrypt', hour + 1)], { consistentWithin: 0 })
    expect(judge.verdicts(late).map(({ standing }) => standing)).toEqual(['contradiction'])
  })

  it('leaves open what was known before and what it shows', () => {
    const judgement = judged([...log, use('Decrypt', hour + 5)])
    expect(judge.summaries(judgement)[0]).toMatchObject({
      contradictions: 0,
      doubtful: 1,
      states: ['DISCONNECTED', 'CONNECTED', 'DISCONNECTING']
    })
    expect(
      judge.verdicts(judged([...log, use('Decrypt', hour + 5), does('UpdateCustomKeyStore', day)]))
    ).toHaveLength(1)
    expect(
      judge.verdicts(judged([...log, use('Decrypt', hour + 5), does('GenerateRandom', day)]))
    ).toHaveLength(1)
  })

  it('does not hide the rule that a later event breaks', () => {
    const log = [
      does('UpdateCustomKeyStore', 0),
      use('Decrypt', 39),
      use('Decrypt', 57),
      does('ConnectCustomKeyStore', 2 * hour),
      does('GenerateRandom', 3 * hour),
      does('DisconnectCustomKeyStore', 4 * hour),
      does('CreateKey', 5 * hour)
    ]
    expect(judge.verdicts(judged(log)).map(({ rule }) => rule)).toEqual([
      'keyIsAvailable',
      'validConnectionState'
    ])
  })

  it('can be a change', () => {
    const judgement = judged([
      ...log,
      does('DisconnectCustomKeyStore', hour + 5),
      does('ConnectCustomKeyStore', day, invalid),
      does('CreateKey', 2 * day)
    ])
    expect(judge.verdicts(judgement).map(inShort)).toEqual([
      'validConnectionState, perhaps: DisconnectCustomKeyStore 3605 [GenerateRandom 0, DisconnectCustomKeyStore 3600]',
      'validConnectionState: CreateKey 172800 [GenerateRandom 0, DisconnectCustomKeyStore 3600]'
    ])
  })
})

describe('after a contradiction', () => {
  it('the rest of the log is judged', () => {
    expect(
      verdictsOn(
        does('CreateKey', 0),
        does('DeleteCustomKeyStore', hour),
        does('ConnectCustomKeyStore', 2 * hour),
        does('UpdateCustomKeyStore', 3 * hour)
      )
    ).toEqual([
      'validConnectionState: DeleteCustomKeyStore 3600 [CreateKey 0]',
      'storeExists: ConnectCustomKeyStore 7200 [DeleteCustomKeyStore 3600]',
      'membersAreUpdatable: UpdateCustomKeyStore 10800 [ConnectCustomKeyStore 7200]'
    ])
  })

  it('of an event with itself nothing is known', () => {
    const strange = {
      ...does('GenerateRandom', 0),
      additionalEventData: { xksKeyId: 'a' }
    }
    const judgement = judged([strange, does('DeleteCustomKeyStore', hour)])
    expect(judge.verdicts(judgement).map(inShort)).toEqual(['typeNeverChanges: GenerateRandom 0 []'])
  })
})

describe('the events that matter', () => {
  it('are few, and as late as can be', () => {
    const hourly = Array.from({ length: 100 }, (_, i) => use(i % 2 === 0 ? 'Encrypt' : 'Decrypt', i * hour))
    expect(verdictsOn(...hourly, does('DeleteCustomKeyStore', 100 * hour))).toEqual([
      'validConnectionState: DeleteCustomKeyStore 360000 [Decrypt 356400]'
    ])
  })

  it('are remembered however long ago they were', () => {
    const rounds = Array.from({ length: 50 }, (_, i) => [
      on(xks)('ConnectCustomKeyStore', (4 * i + 1) * hour),
      on(xks)('CreateKey', (4 * i + 2) * hour),
      on(xks)('DisconnectCustomKeyStore', (4 * i + 3) * hour)
    ]).flat()
    const log = [created(xks, 0, { customKeyStoreType: 'EXTERNAL_KEY_STORE' }), ...rounds]
    const again = [on(xks)('ConnectCustomKeyStore', 201 * hour), on(xks)('CreateKey', 202 * hour)]
    const random = on(xks)('GenerateRandom', 300 * hour)
    expect(verdictsOn(...log, ...again, random)).toEqual([
      'storeIsCloudHsm: GenerateRandom 1080000 [CreateCustomKeyStore 0]'
    ])
    expect(judge.storesOf(judge.ended(judged(log)))[0]!.trail.length).toBeLessThan(6)
  })

  it('of a second are taken in the order of their ids', () => {
    const second = ['c', 'a', 'b'].map((eventID) => ({ ...does('DisconnectCustomKeyStore', hour), eventID }))
    const [verdict] = judge.verdicts(judged([does('UpdateCustomKeyStore', 0), ...second]))
    expect(verdict!.event.eventID).toBe('a')
    expect(verdict!.because).toHaveLength(3)
  })

  it('leave out what changed nothing that matters, but not that it changed the store', () => {
    const use = {
      ...uses(xks)('Decrypt', 4 * hour),
      additionalEventData: { customKeyStoreId: xks, clusterId: 'a' }
    }
    expect(
      verdictsOn(
        created(xks, 0, { customKeyStoreType: 'EXTERNAL_KEY_STORE' }),
        on(xks)('ConnectCustomKeyStore', hour),
        on(xks)('CreateKey', 2 * hour),
        use
      )
    ).toEqual(['typeNeverChanges: Decrypt 14400 [CreateCustomKeyStore 0]'])
  })

  it('need no ids, and then none is known to be another one', () => {
    const connect = { ...does('ConnectCustomKeyStore', 0), eventID: '' }
    const judgement = judged([connect, connect, { ...does('DescribeCustomKeyStores', hour), eventID: null }])
    expect(judge.verdicts(judgement)).toEqual([])
    expect(judge.summaries(judgement)[0]).toMatchObject({ events: 3, late: 0 })
  })

  it('of a second need no id', () => {
    const without = (of: Readonly<Record<string, unknown>>) => ({ ...of, eventID: '' })
    const second = [does('GenerateRandom', hour), use('Decrypt', hour), does('DescribeCustomKeyStores', hour)]
    expect(verdictsOn(does('UpdateCustomKeyStore', 0), ...second.map(without))).toHaveLength(1)
  })

  it('of a second are told from the others of it', () => {
    const second = [
      { ...does('GenerateRandom', 0), eventID: 'a' },
      { ...does('DescribeCustomKeyStores', 0), eventID: 'b' },
      { ...use('Decrypt', 0), eventID: 'c' },
      { ...use('Encrypt', 0), eventID: 'd' }
    ]
    expect(verdictsOn(...second, does('DeleteCustomKeyStore', hour))).toEqual([
      'validConnectionState: DeleteCustomKeyStore 3600 [GenerateRandom 0]'
    ])
  })
})

describe('a log', () => {
  const log = [
    does('GenerateRandom', 0),
    does('DisconnectCustomKeyStore', hour),
    does('UpdateCustomKeyStore', hour + 600)
  ]

  it('may be out of order and repeat itself', () => {
    expect(verdictsOn(log[0]!, log[2]!, log[1]!, log[2]!, log[1]!)).toEqual([])
    const judgement = judged([log[0]!, log[2]!, log[1]!, log[2]!, log[1]!])
    expect(judge.summaries(judgement)[0]).toMatchObject({ events: 3, late: 0 })
  })

  it('may be there twice, the second time as a whole', () => {
    const longer = [...log, does('ConnectCustomKeyStore', day), does('DeleteCustomKeyStore', 2 * day)]
    const judgement = judged([...longer, ...longer])
    expect(judge.verdicts(judgement).map(inShort)).toEqual([
      'validConnectionState: DeleteCustomKeyStore 172800 [ConnectCustomKeyStore 86400]'
    ])
  })

  it('that brings a change too late leaves open what it has changed', () => {
    const judgement = judged([log[0]!, log[2]!, does('GenerateRandom', day), log[1]!, log[0]!, log[1]!])
    expect(judge.verdicts(judgement).map(inShort)).toEqual([
      'membersAreUpdatable: UpdateCustomKeyStore 4200 [GenerateRandom 0]'
    ])
    const wide = judged([log[0]!, log[2]!, does('DescribeCustomKeyStores', day), log[1]!], {
      window: 2 * day
    })
    expect(judge.verdicts(wide)).toEqual([])
    const late = judged([
      log[0]!,
      does('DescribeCustomKeyStores', day),
      does('DescribeCustomKeyStores', 2 * day),
      log[1]!,
      does('UpdateCustomKeyStore', 3 * day)
    ])
    expect(judge.verdicts(late)).toEqual([])
    expect(judge.summaries(late)[0]).toMatchObject({ events: 5, late: 1 })
  })

  it('that brings something else too late loses nothing by it', () => {
    const late = judged([
      does('GenerateRandom', hour),
      does('DescribeCustomKeyStores', day),
      does('GenerateRandom', 0),
      does('DeleteCustomKeyStore', 2 * day)
    ])
    expect(judge.verdicts(late)).toHaveLength(1)
    expect(judge.summaries(late)[0]).toMatchObject({ events: 4, late: 1 })
  })

  it('is judged in time, once nothing earlier can come', () => {
    const soFar = judged([does('GenerateRandom', 0), does('DeleteCustomKeyStore', hour)])
    expect(soFar.verdicts).toEqual([])
    expect(judge.verdicts(soFar)).toHaveLength(1)
    expect(judge.observe(event(does('DescribeCustomKeyStores', 2 * hour)))(soFar).verdicts).toHaveLength(1)
  })

  it('is of stores of several accounts and Regions, which have nothing to do with each other', () => {
    const elsewhere = { ...does('DeleteCustomKeyStore', hour), awsRegion: 'eu-west-1' }
    const others = { ...does('DeleteCustomKeyStore', hour), recipientAccountId: '444455556666' }
    const judgement = judged([does('CreateKey', 0), elsewhere, others])
    expect(judge.verdicts(judgement)).toEqual([])
    expect(names(judgement)).toEqual([
      `111122223333/us-east-1/${hsm}`,
      `111122223333/eu-west-1/${hsm}`,
      `444455556666/us-east-1/${hsm}`
    ])
  })

  it('tells of its account in one of two places, or not at all', () => {
    const { recipientAccountId: _, ...without } = does('CreateKey', 0)
    expect(names(judged([without]))).toEqual([`111122223333/us-east-1/${hsm}`])
    expect(names(judged([{ ...without, userIdentity: 'root' }]))).toEqual([`unknown/us-east-1/${hsm}`])
  })

  it('tells of the use of keys of other accounts, which is for their logs', () => {
    const ofAnother = (resources: unknown) => names(judged([{ ...use('Decrypt', 0), resources }]))
    expect(ofAnother([{ accountId: '444455556666' }])).toEqual([])
    for (const resources of [[{ accountId: '111122223333' }], [{}], [null], ['a key'], [], 'none']) {
      expect(ofAnother(resources)).toHaveLength(1)
    }
  })

  it('may print an exception with or without its suffix', () => {
    expect(
      verdictsOn(
        does('GenerateRandom', 0),
        does('DisconnectCustomKeyStore', hour, 'CustomKeyStoreInvalidState')
      )
    ).toEqual(['validConnectionState: DisconnectCustomKeyStore ✗ 3600 [GenerateRandom 0]'])
  })

  it('holds much that tells nothing of the state of a store', () => {
    const silent = [
      ...['AccessDenied', 'ThrottlingException', 'KMSInternalException', 'ValidationException'].map(
        (code, i) => does('DisconnectCustomKeyStore', i, code)
      ),
      does('UpdateCustomKeyStore', 7, 'CloudHsmClusterNotFoundException')
    ]
    expect(judge.summaries(judged(silent))[0]).toMatchObject({ events: 5, late: 0, states: { length: 7 } })
  })

  it('may hold exceptions that AWS does not document, which tell nothing', () => {
    const log = [does('ConnectCustomKeyStore', 0, 'SomethingNew'), use('Decrypt', 1, 'TagException')]
    expect(judge.summaries(judged(log))[0]).toMatchObject({ events: 2, states: { length: 7 } })
  })

  it('holds much about no custom key store', () => {
    const others = [
      record('CreateCustomKeyStore', 0, { errorCode: 'CustomKeyStoreNameInUseException' }),
      record('DescribeCustomKeyStores', 0, { requestParameters: null }),
      record('GenerateRandom', 0, { requestParameters: { numberOfBytes: 32 } }),
      record('CreateCustomKeyStore', 0),
      record('Decrypt', 0),
      record('DescribeKey', 0, { requestParameters: { customKeyStoreId: hsm } }),
      record('ConnectCustomKeyStore', 0, { requestParameters: { customKeyStoreId: '' } })
    ]
    expect(names(judged(others))).toEqual([])
  })
})

describe('a record', () => {
  it('of another service holds no event', () => {
    for (const other of [{}, { eventSource: 's3.amazonaws.com' }, { eventType: 'AwsCloudTrailInsight' }]) {
      expect(kmsEvent(other)).toEqual(E.right(O.none))
    }
  })

  it.each([
    ['no object', 'CreateKey'],
    ['an array', []],
    ['without a time', { ...record('CreateKey', 0), eventTime: undefined }],
    ['with a time that is none', { ...record('CreateKey', 0), eventTime: '2024-02-30T00:00:00Z' }],
    ['without a name', { ...record('CreateKey', 0), eventName: null }],
    ['without a Region', { ...record('CreateKey', 0), awsRegion: 7 }]
  ])('%s is refused', (_, wrong) => {
    expect(E.isLeft(kmsEvent(wrong))).toBe(true)
  })

  it('may hold anything else in any form', () => {
    const strange = {
      ...record('CreateKey', 0),
      requestParameters: 'none',
      additionalEventData: [],
      errorCode: 7,
      eventID: null
    }
    expect(kmsEvent(strange)).toEqual(
      E.right(
        O.some({
          eventSource: 'kms.amazonaws.com',
          eventName: 'CreateKey',
          eventTime: Date.parse(iso(0)) / 1000,
          awsRegion: 'us-east-1',
          eventID: undefined,
          errorCode: undefined,
          recipientAccountId: '111122223333',
          userIdentity: { type: 'IAMUser', accountId: '111122223333', userName: 'Alice' },
          requestParameters: undefined,
          responseElements: undefined,
          additionalEventData: undefined
        })
      )
    )
  })
})

describe('a judgement', () => {
  it('is plain data, and can be stored and taken up again', () => {
    const log = [
      created(hsm, 0),
      does('ConnectCustomKeyStore', 1),
      does('GenerateRandom', hour),
      does('DeleteCustomKeyStore', 2 * hour)
    ]
    const stored = log.reduce<judge.Judgement>(
      (judgement, one) => JSON.parse(JSON.stringify(judge.observe(event(one))(judgement))),
      judge.start()
    )
    expect(judge.verdicts(stored)).toEqual(judge.verdicts(judged(log)))
  })
})
