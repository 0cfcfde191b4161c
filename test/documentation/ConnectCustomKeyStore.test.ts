/**
 * The authority: every rule that the page of ConnectCustomKeyStore states is a test with the statement as its title, in
 * our own words. States, exceptions and numbers are written here by hand. The other pages are in test/documentation/.
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import { account } from '../../src/account/onAccount.js'
import { settled } from '../../src/account/process.js'
import { connectionFailed, settle } from '../../src/connection/process.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import { decode } from '../../src/codec/decode.js'
import { operations } from '../../src/operations/index.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import { connect } from '../../src/operations/connect.js'
import { create } from '../../src/operations/create.js'
import { createKey } from '../../src/operations/createKey.js'
import { delete as deleteStore } from '../../src/operations/delete.js'
import { disconnect } from '../../src/operations/disconnect.js'
import { generateRandom } from '../../src/operations/generateRandom.js'
import { update } from '../../src/operations/update.js'
import { useKey } from '../../src/operations/useKey.js'
import {
  accepted,
  accountId,
  accountWith,
  allStores,
  behindStore,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  decoded,
  endOf,
  everyState,
  externalKey,
  externalStore,
  infrastructureFacts,
  newCustomKeyStoreId,
  newKeyId,
  otherAccountId,
  proxyWith,
  publicId,
  stateAfter,
  storesIn,
  unknownId,
  updateRequest,
  vpcProxyWith,
  verdict
} from '../fixtures.js'

const hsmGroup = 'cloudhsm-cluster-abcdefghijk-sg'
const traffic = { protocol: 'tcp', fromPort: 2223, toPort: 2225, group: hsmGroup }

const connectTo = (cluster: ReturnType<typeof clusterWith>) =>
  verdict(connect({ cluster })(cloudHsmStore('DISCONNECTED')))

const createFor = (cluster: ReturnType<typeof clusterWith>) =>
  verdict(
    create({ cluster, others: [], CustomKeyStoreId: newCustomKeyStoreId, CreationDate: 1 })(
      createCloudHsmRequest()
    )
  )

const updateTo = (cluster: ReturnType<typeof clusterWith>) => {
  const store = cloudHsmStore('DISCONNECTED')
  const request = updateRequest(store, { CloudHsmClusterId: 'cluster-abcdefghijk' })
  return verdict(update({ cluster, others: [] })(request)(store))
}

const newKey = {
  keys: [],
  KeyId: newKeyId,
  Arn: 'arn:aws:kms:eu-central-1:111122223333:key/9',
  CreationDate: 1
}

const createKeyIn = (store: CustomKeyStore, behind = behindStore(store)) =>
  verdict(
    createKey({ ...behind, ...newKey })(
      store.CustomKeyStoreType === 'AWS_CLOUDHSM'
        ? createCloudHsmKeyRequest()
        : createExternalKeyRequest({ CustomKeyStoreId: store.CustomKeyStoreId })
    )(store)
  )

const useKeyIn = (store: CustomKeyStore) =>
  verdict(
    useKey(behindStore(store))(store)(
      store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? cloudHsmKey() : externalKey()
    )
  )

/** What an operation says of stores of every type in each state. */
const inEachState = (verdictOf: (store: CustomKeyStore) => string) =>
  Object.fromEntries(
    everyState.map((state) => [state, [...new Set(storesIn(state).map(verdictOf))].join(' or ')])
  )

const request = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: cloudHsmId })

describe('ConnectCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html', () => {
  describe('what it does', () => {
    it('connects an AWS CloudHSM key store to the cluster that it is associated with', () => {
      const before = accountWith(cloudHsmStore('DISCONNECTED'))
      const [, started] = accepted(account.connect(circumstances)(request)(before))
      const after = settled(circumstances, cloudHsmId)(started)
      expect(after.stores[0]!.ConnectionState).toBe('CONNECTED')

      const another = clusterWith({ clusterId: 'cluster-zzzzzzzzzzz' })
      const elsewhere = infrastructureOf({ ...infrastructureFacts, clusters: [another] })
      const lost = settled({ infrastructure: elsewhere }, cloudHsmId)(started)
      expect(lost.stores[0]).toMatchObject({ ConnectionErrorCode: 'CLUSTER_NOT_FOUND' })
    })

    it('connects an external key store to the proxy that speaks with the external key manager', () => {
      const before = accountWith(externalStore('DISCONNECTED'))
      const toPublic = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: publicId })
      const [, started] = accepted(account.connect(circumstances)(toPublic)(before))
      expect(settled(circumstances, publicId)(started).stores[0]!.ConnectionState).toBe('CONNECTED')

      const elsewhere = infrastructureOf({ ...infrastructureFacts, proxies: [vpcProxyWith()] })
      const lost = settled({ infrastructure: elsewhere }, publicId)(started)
      expect(lost.stores[0]).toMatchObject({ ConnectionErrorCode: 'XKS_PROXY_NOT_REACHABLE' })
    })

    it('reconnects a store that has been disconnected', () => {
      for (const store of storesIn('CONNECTED')) {
        const disconnecting = accepted(disconnect({})(store))
        const disconnected = settle({})(disconnecting)
        const connecting = accepted(connect(behindStore(store))(disconnected))
        expect(settle(behindStore(store))(connecting).ConnectionState).toBe('CONNECTED')
      }
    })

    it('is needed before KMS keys can be created in a store', () => {
      expect(storesIn('DISCONNECTED').map((store) => createKeyIn(store))).toEqual([
        'CustomKeyStoreInvalidStateException',
        'CustomKeyStoreInvalidStateException',
        'CustomKeyStoreInvalidStateException'
      ])
      expect(storesIn('CONNECTED').map((store) => createKeyIn(store))).toEqual([
        'accepted',
        'accepted',
        'accepted'
      ])
    })

    it('is needed before the KMS keys in a store can be used', () => {
      expect(inEachState(useKeyIn)).toEqual({
        DISCONNECTED: 'KMSInvalidStateException',
        CONNECTING: 'KMSInvalidStateException',
        CONNECTED: 'accepted',
        FAILED: 'KMSInvalidStateException',
        DISCONNECTING: 'KMSInvalidStateException'
      })
    })

    it('can be followed by disconnecting and connecting again, as often as wanted', () => {
      for (const first of storesIn('DISCONNECTED')) {
        const facts = behindStore(first)
        const around = (store: CustomKeyStore): CustomKeyStore => {
          const connected = settle(facts)(accepted(connect(facts)(store)))
          return settle(facts)(accepted(disconnect({})(connected)))
        }
        expect(around(around(around(first)))).toEqual({ ...first, attempt: first.attempt + 6 })
      }
    })
  })

  describe('its answer', () => {
    it('comes when the connection has started, without waiting for its end', () => {
      for (const store of storesIn('DISCONNECTED')) {
        expect(stateAfter(connect(behindStore(store))(store))).toBe('CONNECTING')
      }
      expect(operations.ConnectCustomKeyStore.answersBeforeItIsDone).toBe(true)
    })

    it('is a JSON object without properties', () => {
      const before = accountWith(...storesIn('DISCONNECTED'))
      const [answer] = accepted(account.connect(circumstances)(request)(before))
      expect(JSON.stringify(answer)).toBe('{}')
    })

    it('does not mean that the store is connected: the connection can still fail', () => {
      const cluster = clusterWithKmsuser({ passwordMatches: false })
      const after = connect({ cluster })(cloudHsmStore('DISCONNECTED'))
      expect(verdict(after)).toBe('accepted')
      expect(endOf({ cluster }, accepted(after))).toBe('INVALID_CREDENTIALS')
    })

    it.each(everyState)('leaves DescribeCustomKeyStores to tell the ConnectionState, such as %s', (state) => {
      for (const store of storesIn(state)) {
        const { CustomKeyStoreId } = store
        const ask = account.describe(circumstances)({ CustomKeyStoreId })
        const [{ CustomKeyStores }] = accepted(ask(accountWith(...storesIn(state))))
        expect(CustomKeyStores.map((entry) => entry.ConnectionState)).toEqual([state])
      }
    })

    it('leaves DescribeCustomKeyStores to tell by a ConnectionErrorCode why a connection has failed', () => {
      const failed = connectionFailed(3, 'USER_LOCKED_OUT')(cloudHsmStore('CONNECTING'))
      const ask = account.describe(circumstances)({ CustomKeyStoreId: cloudHsmId })
      const [{ CustomKeyStores }] = accepted(ask(accountWith(failed)))
      expect(CustomKeyStores).toMatchObject([
        { ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_LOCKED_OUT' }
      ])
    })
  })

  describe('a failure', () => {
    it('is fixed by disconnecting, correcting the error, updating if necessary, and connecting again', () => {
      const wrong = clusterWithKmsuser({ passwordMatches: false })
      const failed = settle({ cluster: wrong })(cloudHsmStore('CONNECTING'))
      const disconnected = settle({})(accepted(disconnect({})(failed)))
      const password = updateRequest(disconnected, { KeyStorePassword: 'right-password' })
      const updated = accepted(update({ cluster: wrong, others: [] })(password)(disconnected))
      const connecting = accepted(connect({ cluster: clusterWith() })(updated))
      expect(settle({ cluster: clusterWith() })(connecting).ConnectionState).toBe('CONNECTED')
    })

    it.each(storesIn('FAILED'))(
      'is not fixed by connecting alone, nor by updating without disconnecting ($CustomKeyStoreName)',
      (store) => {
        const rename = updateRequest(store, { NewCustomKeyStoreName: 'another name' })
        expect(verdict(connect(behindStore(store))(store))).toBe('CustomKeyStoreInvalidStateException')
        expect(verdict(update({ others: [] })(rename)(store))).toBe('CustomKeyStoreInvalidStateException')
      }
    )
  })

  describe('AWS CloudHSM key store', () => {
    const ends = (cluster: ReturnType<typeof clusterWith> | undefined) =>
      endOf({ cluster }, cloudHsmStore('CONNECTING'))

    it('has KMS find the cluster, then make its infrastructure, then connect, then log in as kmsuser', () => {
      const kmsuser = { exists: true, loggedIn: true, lockedOut: false, passwordMatches: true }
      const gone = [{ availabilityZone: 'eu-central-1a', private: true, exists: false, freeAddresses: 7 }]
      expect(ends(undefined)).toBe('CLUSTER_NOT_FOUND')
      expect(ends(clusterWith({ subnets: gone, reachable: false, kmsuser }))).toBe('SUBNET_NOT_FOUND')
      expect(ends(clusterWith({ reachable: false, kmsuser }))).toBe('NETWORK_ERRORS')
      expect(ends(clusterWith({ kmsuser }))).toBe('USER_LOGGED_IN')
      expect(ends(clusterWith())).toBe('CONNECTED')
    })

    it('needs at least one active HSM in its cluster', () => {
      expect(connectTo(clusterWithHsmsIn('eu-central-1a'))).toBe('accepted')
      expect(connectTo(clusterWithHsmsIn())).toBe('CloudHsmClusterInvalidConfigurationException')
    })

    it('needs that HSM to be active, not only to be there', () => {
      const hsms = [
        { availabilityZone: 'eu-central-1a', state: 'CREATE_IN_PROGRESS' },
        { availabilityZone: 'eu-central-1b', state: 'DEGRADED' }
      ]
      expect(connectTo(clusterWith({ hsms }))).toBe('CloudHsmClusterInvalidConfigurationException')
    })

    it('needs kmsuser not to be logged into the cluster', () => {
      const cluster = clusterWithKmsuser({ loggedIn: true })
      const connecting = accepted(connect({ cluster })(cloudHsmStore('DISCONNECTED')))
      expect(endOf({ cluster }, connecting)).toBe('USER_LOGGED_IN')
      expect(endOf({ cluster: clusterWith() }, connecting)).toBe('CONNECTED')
    })
  })

  describe('external key store', () => {
    const endsWith = (proxy: ReturnType<typeof proxyWith>) => endOf({ proxy }, externalStore('CONNECTING'))

    it('with a public endpoint is tested by a request to the external key manager through the proxy', () => {
      expect(endsWith(proxyWith())).toBe('CONNECTED')
      expect(endsWith(proxyWith({ answersAreValid: false }))).toBe('XKS_PROXY_INVALID_RESPONSE')
    })

    it('with a VPC endpoint service is connected by way of that service', () => {
      const store = externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')
      expect(endOf(behindStore(store), store)).toBe('CONNECTED')
      expect(endOf({ proxy: vpcProxyWith() }, store)).toBe('XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND')
    })

    it('needs KMS to be able to connect to the proxy', () => {
      expect(endsWith(proxyWith({ reachable: false }))).toBe('XKS_PROXY_NOT_REACHABLE')
    })

    it('needs the external key manager to be available for cryptographic operations', () => {
      expect(endsWith(proxyWith({ externalKeyManager: 'UNAVAILABLE' }))).toBe('XKS_PROXY_NOT_REACHABLE')
      expect(endsWith(proxyWith({ externalKeyManager: 'DEGRADED' }))).toBe('CONNECTED')
    })

    it('needs nothing of a cluster', () => {
      const cluster = clusterWith({ state: 'DELETED', hsms: [] })
      const [, ...external] = storesIn('DISCONNECTED')
      expect(external.map((store) => verdict(connect({ cluster })(store)))).toEqual(['accepted', 'accepted'])
    })
  })

  describe('use', () => {
    it('is not possible on a store of another account', () => {
      const foreign = { ...accountWith(...storesIn('DISCONNECTED')), AccountId: otherAccountId }
      const own = accountWith()
      expect(verdict(account.connect(circumstances)(request)(foreign))).toBe('accepted')
      expect(verdict(account.connect(circumstances)(request)(own))).toBe('CustomKeyStoreNotFoundException')
      expect(own.AccountId).toBe(accountId)
      expect(operations.ConnectCustomKeyStore.crossAccountUse).toBe('no')
    })

    it('needs the permission kms:ConnectCustomKeyStore', () => {
      expect(operations.ConnectCustomKeyStore.permission).toBe('kms:ConnectCustomKeyStore')
    })

    it('is related to creating, deleting, describing, disconnecting and updating a store', () => {
      expect(operations.ConnectCustomKeyStore.relatedOperations).toEqual([
        'CreateCustomKeyStore',
        'DeleteCustomKeyStore',
        'DescribeCustomKeyStores',
        'DisconnectCustomKeyStore',
        'UpdateCustomKeyStore'
      ])
    })
  })

  describe('its request', () => {
    const faultsOf = (CustomKeyStoreId: unknown) =>
      pipe(
        decode(CustomKeyStoreIdRequest)({ CustomKeyStoreId }),
        E.match(
          (violations) => violations.map(({ path }) => path),
          () => []
        )
      )

    it('needs CustomKeyStoreId', () => {
      expect(E.isLeft(decode(CustomKeyStoreIdRequest)({}))).toBe(true)
      expect(faultsOf(null)).toEqual(['CustomKeyStoreId'])
    })

    it('has a string as CustomKeyStoreId', () => {
      expect(faultsOf(12345)).toEqual(['CustomKeyStoreId'])
      expect(faultsOf(['cks-1'])).toEqual(['CustomKeyStoreId'])
    })

    it('has 1 to 64 characters in CustomKeyStoreId', () => {
      expect(faultsOf('')).toEqual(['CustomKeyStoreId'])
      expect(faultsOf('c')).toEqual([])
      expect(faultsOf('c'.repeat(64))).toEqual([])
      expect(faultsOf('c'.repeat(65))).toEqual(['CustomKeyStoreId'])
    })
  })

  describe('CloudHsmClusterInvalidConfigurationException', () => {
    const refused = 'CloudHsmClusterInvalidConfigurationException'
    const subnets = (...zones: ReadonlyArray<string>) => ({
      subnets: zones.map((availabilityZone) => ({
        availabilityZone,
        private: true,
        exists: true,
        freeAddresses: 5
      }))
    })
    const everyOperation = (cluster: ReturnType<typeof clusterWith>) => [
      connectTo(cluster),
      createFor(cluster),
      updateTo(cluster),
      createKeyIn(cloudHsmStore('CONNECTED'), { cluster })
    ]
    const allRefused = [refused, refused, refused, refused]
    const allAccepted = ['accepted', 'accepted', 'accepted', 'accepted']

    it('has HTTP status 400', () => {
      const answer = connect({ cluster: clusterWithHsmsIn() })(cloudHsmStore('DISCONNECTED'))
      expect(answer).toMatchObject({ left: { name: refused, httpStatus: 400, fault: 'client' } })
    })

    it('answers unless the cluster has private subnets in at least two Availability Zones', () => {
      expect(everyOperation(clusterWith(subnets('eu-central-1a', 'eu-central-1b')))).toEqual(allAccepted)
      expect(everyOperation(clusterWith(subnets('eu-central-1a', 'eu-central-1a')))).toEqual(allRefused)
      expect(everyOperation(clusterWith(subnets('eu-central-1a')))).toEqual(allRefused)
      expect(everyOperation(clusterWith(subnets()))).toEqual(allRefused)
    })

    it('answers when the subnet in the second Availability Zone is not private', () => {
      const [first, second] = subnets('eu-central-1a', 'eu-central-1b').subnets
      const cluster = clusterWith({ subnets: [first, { ...second, private: false }] })
      expect(everyOperation(cluster)).toEqual(allRefused)
    })

    it.each(['inbound', 'outbound'])('answers unless the security group has %s rules', (direction) => {
      const securityGroup = { ...clusterWith().securityGroup, [direction]: [] }
      expect(everyOperation(clusterWith({ securityGroup }))).toEqual(allRefused)
    })

    it.each([
      ['inbound', 2224, 2225],
      ['inbound', 2223, 2224],
      ['outbound', 2224, 2225],
      ['outbound', 2223, 2224]
    ])('answers unless the %s rules open ports 2223 to 2225, not only %i to %i', (way, fromPort, toPort) => {
      const rules = [{ ...traffic, fromPort, toPort }]
      const securityGroup = { ...clusterWith().securityGroup, [way]: rules }
      expect(everyOperation(clusterWith({ securityGroup }))).toEqual(allRefused)
    })

    it.each(['inbound', 'outbound'])('does not mind %s rules that open each port, or more ports', (way) => {
      const single = [2223, 2224, 2225].map((port) => ({ ...traffic, fromPort: port, toPort: port }))
      const more = [{ ...traffic, fromPort: 1024, toPort: 65535 }]
      for (const rules of [single, more]) {
        const securityGroup = { ...clusterWith().securityGroup, [way]: rules }
        expect(everyOperation(clusterWith({ securityGroup }))).toEqual(allAccepted)
      }
    })

    it.each(['inbound', 'outbound'])('answers unless the %s rules are for TCP', (way) => {
      const securityGroup = { ...clusterWith().securityGroup, [way]: [{ ...traffic, protocol: 'udp' }] }
      expect(everyOperation(clusterWith({ securityGroup }))).toEqual(allRefused)
    })

    it.each([
      ['source', 'inbound'],
      ['destination', 'outbound']
    ])('answers unless the %s of the %s rules is the security group itself', (_, way) => {
      const rules = [{ ...traffic, group: 'sg-of-somebody-else' }]
      const securityGroup = { ...clusterWith().securityGroup, [way]: rules }
      expect(everyOperation(clusterWith({ securityGroup }))).toEqual(allRefused)
    })

    it('answers Create, Update and CreateKey unless two HSMs are active in different Availability Zones', () => {
      const one = [refused, refused, refused]
      const [, ...withOne] = everyOperation(clusterWithHsmsIn('eu-central-1a'))
      const [, ...inOneZone] = everyOperation(clusterWithHsmsIn('eu-central-1a', 'eu-central-1a'))
      expect(withOne).toEqual(one)
      expect(inOneZone).toEqual(one)
      expect(everyOperation(clusterWithHsmsIn('eu-central-1a', 'eu-central-1b'))).toEqual(allAccepted)
    })

    it('answers Create, Update and CreateKey when one of the two HSMs is not active', () => {
      const hsms = [
        { availabilityZone: 'eu-central-1a', state: 'ACTIVE' },
        { availabilityZone: 'eu-central-1b', state: 'DEGRADED' }
      ]
      expect(everyOperation(clusterWith({ hsms }))).toEqual(['accepted', refused, refused, refused])
    })

    it('answers Connect unless one HSM is active', () => {
      expect(connectTo(clusterWithHsmsIn())).toBe(refused)
      expect(connectTo(clusterWithHsmsIn('eu-central-1a'))).toBe('accepted')
    })
  })

  describe('CloudHsmClusterNotActiveException', () => {
    it('has HTTP status 400', () => {
      const answer = connect({ cluster: clusterWith({ state: 'INITIALIZED' }) })(
        cloudHsmStore('DISCONNECTED')
      )
      expect(answer).toMatchObject({
        left: { name: 'CloudHsmClusterNotActiveException', httpStatus: 400, fault: 'client' }
      })
    })

    it.each([
      'CREATE_IN_PROGRESS',
      'UNINITIALIZED',
      'INITIALIZE_IN_PROGRESS',
      'INITIALIZED',
      'DEGRADED',
      'DELETED'
    ])('answers when the cluster is %s, which is not active', (state) => {
      expect(connectTo(clusterWith({ state }))).toBe('CloudHsmClusterNotActiveException')
    })

    it('is over once the cluster has been initialized and activated', () => {
      expect(connectTo(clusterWith({ state: 'ACTIVE' }))).toBe('accepted')
    })
  })

  describe('CustomKeyStoreInvalidStateException', () => {
    const refused = 'CustomKeyStoreInvalidStateException'

    it('has HTTP status 400', () => {
      expect(disconnect({})(cloudHsmStore('DISCONNECTED'))).toMatchObject({
        left: { name: refused, httpStatus: 400, fault: 'client' }
      })
    })

    it('answers Connect in DISCONNECTING and FAILED, and in no other state', () => {
      expect(inEachState((store) => verdict(connect(behindStore(store))(store)))).toEqual({
        DISCONNECTED: 'accepted',
        CONNECTING: 'accepted',
        CONNECTED: 'accepted',
        FAILED: refused,
        DISCONNECTING: refused
      })
    })

    it('is overcome in FAILED by disconnecting, then connecting', () => {
      for (const store of storesIn('FAILED')) {
        const disconnected = settle({})(accepted(disconnect({})(store)))
        const connecting = accepted(connect(behindStore(store))(disconnected))
        expect(settle(behindStore(store))(connecting).ConnectionState).toBe('CONNECTED')
      }
    })

    it('answers CreateKey in every state but CONNECTED', () => {
      expect(inEachState((store) => createKeyIn(store))).toEqual({
        DISCONNECTED: refused,
        CONNECTING: refused,
        CONNECTED: 'accepted',
        FAILED: refused,
        DISCONNECTING: refused
      })
    })

    it('answers Disconnect in DISCONNECTING and DISCONNECTED, and in no other state', () => {
      expect(inEachState((store) => verdict(disconnect({})(store)))).toEqual({
        DISCONNECTED: refused,
        CONNECTING: 'accepted',
        CONNECTED: 'accepted',
        FAILED: 'accepted',
        DISCONNECTING: refused
      })
    })

    it('answers Update in every state but DISCONNECTED', () => {
      const rename = (store: CustomKeyStore) =>
        updateRequest(store, { NewCustomKeyStoreName: 'another name' })
      const renamed = (store: CustomKeyStore) =>
        verdict(update({ ...behindStore(store), others: [] })(rename(store))(store))
      expect(inEachState(renamed)).toEqual({
        DISCONNECTED: 'accepted',
        CONNECTING: refused,
        CONNECTED: refused,
        FAILED: refused,
        DISCONNECTING: refused
      })
    })

    it('answers Delete in every state but DISCONNECTED', () => {
      expect(inEachState((store) => verdict(deleteStore({ keys: [] })(store)))).toEqual({
        DISCONNECTED: 'accepted',
        CONNECTING: refused,
        CONNECTED: refused,
        FAILED: refused,
        DISCONNECTING: refused
      })
    })

    it('answers GenerateRandom in an AWS CloudHSM key store in every state but CONNECTED', () => {
      const verdicts = everyState.map((state) => [state, verdict(generateRandom({})(cloudHsmStore(state)))])
      expect(Object.fromEntries(verdicts)).toEqual({
        DISCONNECTED: refused,
        CONNECTING: refused,
        CONNECTED: 'accepted',
        FAILED: refused,
        DISCONNECTING: refused
      })
    })
  })

  describe('CustomKeyStoreNotFoundException', () => {
    const refused = 'CustomKeyStoreNotFoundException'
    const unknown = decoded(CustomKeyStoreIdRequest, { CustomKeyStoreId: unknownId })
    const before = accountWith(...storesIn('DISCONNECTED'))

    it('has HTTP status 400', () => {
      expect(account.connect(circumstances)(unknown)(before)).toMatchObject({
        left: { name: refused, httpStatus: 400, fault: 'client' }
      })
    })

    it('answers when there is no store with the id', () => {
      const given = circumstances
      expect(verdict(account.connect(given)(unknown)(before))).toBe(refused)
      expect(verdict(account.disconnect(given)(unknown)(before))).toBe(refused)
      expect(verdict(account.update(given)(unknown)(before))).toBe(refused)
      expect(verdict(account.delete(given)(unknown)(before))).toBe(refused)
      expect(verdict(account.describe(given)(unknown)(before))).toBe(refused)
      expect(
        verdict(account.createKey(given)(createCloudHsmKeyRequest({ CustomKeyStoreId: unknownId }))(before))
      ).toBe(refused)
      expect(verdict(account.generateRandom(given)({ ...unknown, NumberOfBytes: 1 })(before))).toBe(refused)
    })

    it('answers when there is no store with the name', () => {
      const named = (CustomKeyStoreName: string) =>
        account.describe(circumstances)(decoded(DescribeCustomKeyStoresRequest, { CustomKeyStoreName }))(
          before
        )
      expect(verdict(named('hsm store'))).toBe('accepted')
      expect(verdict(named('HSM store'))).toBe(refused)
    })
  })

  describe('KMSInternalException', () => {
    const failure = 'KMSInternalException'

    it('has HTTP status 500', () => {
      const store = cloudHsmStore('DISCONNECTED')
      expect(connect({ ...behindStore(store), failure })(store)).toMatchObject({
        left: { name: failure, httpStatus: 500, fault: 'service' }
      })
    })

    it('answers when something fails inside KMS, and the same request can be tried again', () => {
      for (const store of storesIn('DISCONNECTED')) {
        const refused = connect({ ...behindStore(store), failure })(store)
        expect(refused).toMatchObject({ left: { name: failure, retry: 'helps' } })
        expect(verdict(connect(behindStore(store))(store))).toBe('accepted')
      }
    })
  })

  it('shows a ConnectionErrorCode in FAILED only, so that the reason for a failure is never a stale one', () => {
    for (const store of allStores) {
      expect('ConnectionErrorCode' in listEntry(store)).toBe(store.ConnectionState === 'FAILED')
    }
  })
})
