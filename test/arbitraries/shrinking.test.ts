/** What fails shrinks to its least form: a fault is planted, and what is left is what it needs and nothing else. */
import fc, { type Arbitrary } from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../../src/arbitraries/index.js'
import * as cks from '../../src/index.js'

const seeds = [1, 2, 3]

/** What is left of each run when everything that `fails` is taken away. */
const least = <A>(arbitrary: Arbitrary<A>, fails: (value: A) => boolean): ReadonlyArray<A | undefined> =>
  seeds.map((seed) => {
    const property = fc.property(arbitrary, (value) => !fails(value))
    return fc.check(property, { seed, numRuns: 2000 }).counterexample?.[0]
  })

const three = <A>(value: A): ReadonlyArray<A> => seeds.map(() => value)

it('a store shrinks to the first kind, state and code, and to small numbers', () => {
  const smallest = {
    CustomKeyStoreId: 'cks-0',
    CustomKeyStoreName: 'first',
    CreationDate: 1_600_000_000,
    attempt: 0,
    CustomKeyStoreType: 'AWS_CLOUDHSM',
    CloudHsmClusterId: 'cluster-aaaaaaaaaaa',
    TrustAnchorCertificate: 'customerCA.crt',
    clusterCertificate: 'certificate one',
    ConnectionState: 'DISCONNECTED'
  }
  expect(least(any.store(), () => true)).toEqual(three(smallest))
  const failed = { ...smallest, ConnectionState: 'FAILED', ConnectionErrorCode: 'INTERNAL_ERROR' }
  expect(least(any.store(), ({ ConnectionState: state }) => state === 'FAILED')).toEqual(three(failed))
  const left = least(any.store(), (one) => cks.isExternal(one) && one.attempt > 1)
  expect(
    left.map((one) => [one && cks.isExternal(one) && one.XksProxyConfiguration.Connectivity, one?.attempt])
  ).toEqual(three(['PUBLIC_ENDPOINT', 2]))
})

it('an account shrinks to the one store and key that it takes', () => {
  const empty = { AccountId: '111122223333', Region: 'us-east-1', stores: [], keys: [] }
  expect(least(any.account(), () => true)).toEqual(three(empty))
  const left = least(any.account(), ({ keys }) => keys.some(({ enabled }) => !enabled))
  for (const account of left) {
    expect(account?.stores).toHaveLength(1)
    expect(account?.keys).toHaveLength(1)
    expect(account?.keys[0]).not.toHaveProperty('DeletionDate')
    expect(account?.stores[0]?.CustomKeyStoreType).toBe('AWS_CLOUDHSM')
  }
})

it('facts shrink to no fault, or to the one that it takes', () => {
  const [store] = fc.sample(any.store({ kinds: ['AWS_CLOUDHSM'] }), { seed: 1, numRuns: 1 })
  const [sound] = fc.sample(any.facts(store!, { faults: 'none' }), { seed: 1, numRuns: 1 })
  expect(least(any.facts(store!), () => true)).toEqual(three(sound))
  const unreachable = { ...sound, cluster: { ...sound?.cluster, reachable: false } }
  expect(least(any.facts(store!), ({ cluster }) => cluster?.reachable === false)).toEqual(three(unreachable))
})

it('infrastructure shrinks to a sound one with one thing missing or faulty', () => {
  const [sound] = fc.sample(any.infrastructure({ faults: 'none' }), { seed: 1, numRuns: 1 })
  const without = { ...sound, clusters: sound?.clusters.slice(0, 3) }
  const lacks = ({ clusters }: cks.InfrastructureFacts) =>
    !clusters.some(({ clusterId }) => clusterId.endsWith('d'))
  for (const left of [
    ...least(any.infrastructure(), lacks),
    ...least(any.infrastructure({ faults: 'one' }), lacks)
  ]) {
    expect(left?.clusters.map(({ clusterId }) => clusterId)).toEqual(
      without.clusters?.map(({ clusterId }) => clusterId)
    )
    expect(left?.proxies).toEqual(sound?.proxies)
    expect(left?.vpcEndpointServices).toEqual(sound?.vpcEndpointServices)
  }
})

it('requests shrink to a valid one with the smallest values, or to the one thing that is wrong', () => {
  const id = { CustomKeyStoreId: 'cks-0' }
  expect(least(any.request({ operations: ['ConnectCustomKeyStore'] }), () => true)).toEqual(
    three({ does: 'ConnectCustomKeyStore', request: id })
  )
  const renaming = { ...id, NewCustomKeyStoreName: 'first' }
  expect(least(any.validRequest('UpdateCustomKeyStore'), (one) => 'NewCustomKeyStoreName' in one)).toEqual(
    three(renaming)
  )
  const tooLong = least(
    any.nearlyValidRequest('UpdateCustomKeyStore'),
    ({ rule }) => rule === 'NewCustomKeyStoreNameLimit'
  )
  for (const left of tooLong)
    expect(Object.keys(left!.request)).toEqual(['CustomKeyStoreId', 'NewCustomKeyStoreName'])
  const inherited = least(any.adversarialRequest('ConnectCustomKeyStore'), (one) =>
    Object.hasOwn(Object(one), '__proto__')
  )
  const proto = JSON.parse('{"CustomKeyStoreId":"cks-0","__proto__":null}')
  expect(inherited).toEqual(three(proto))
})

it('histories and conversations shrink to the steps that it takes', () => {
  const isConnect = ({ does }: any.Step): boolean => does === 'ConnectCustomKeyStore'
  const connect = { does: 'ConnectCustomKeyStore', request: { CustomKeyStoreId: 'cks-0' } }
  const histories = least(any.history(), ({ steps }) => steps.some(isConnect))
  expect(histories.map((left) => [left?.start.stores.length, left?.steps])).toEqual(
    three([0, [{ ...connect, failure: undefined }]])
  )
  const twice = least(any.conversation(), (steps) => steps.filter(isConnect).length > 1)
  expect(twice).toEqual(three([connect, connect]))
})
