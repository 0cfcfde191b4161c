import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import type { Finding } from '../../src/index.js'
import { DescribeCustomKeyStoresRequest } from '../../src/model/requests/DescribeCustomKeyStoresRequest.js'
import {
  behindStore,
  cloudHsmStore,
  clusterWith,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  createExternalRequest,
  decoded,
  externalKey,
  externalStore,
  newCustomKeyStoreId,
  newKeyId,
  proxyWith,
  updateRequest
} from '../fixtures.js'

const rulesThat = (verdict: Finding['verdict'], { rules }: cks.Explanation) =>
  rules.filter((finding) => finding.verdict === verdict).map((finding) => finding.rule)
const broken = (explanation: cks.Explanation) => rulesThat('does not hold', explanation)

const creation = { others: [], CustomKeyStoreId: newCustomKeyStoreId, CreationDate: 1 }
const keyCreation = { keys: [], KeyId: newKeyId, Arn: 'arn', CreationDate: 1 }
const hsm = cloudHsmStore('CONNECTED')
const external = externalStore('CONNECTED')

describe('an explanation', () => {
  it('of Connect has every rule in its order, each with its sentence, source and exception', () => {
    const cluster = clusterWith({ state: 'UNINITIALIZED', hsms: [] })
    expect(cks.connect.explain({ cluster })(cloudHsmStore('DISCONNECTED')).rules).toEqual([
      {
        rule: 'validConnectionState',
        says: 'ConnectCustomKeyStore is valid only when the ConnectionState is DISCONNECTED, CONNECTING or CONNECTED.',
        source: 'API_ConnectCustomKeyStore',
        standing: 'documented',
        otherwise: 'CustomKeyStoreInvalidStateException',
        verdict: 'holds'
      },
      expect.objectContaining({
        rule: 'clusterIsActive',
        otherwise: 'CloudHsmClusterNotActiveException',
        verdict: 'does not hold'
      }),
      expect.objectContaining({ rule: 'clusterHasPrivateSubnetsInTwoZones', verdict: 'holds' }),
      expect.objectContaining({ rule: 'clusterSecurityGroupLetsItsTrafficIn', verdict: 'holds' }),
      expect.objectContaining({ rule: 'clusterSecurityGroupLetsItsTrafficOut', verdict: 'holds' }),
      expect.objectContaining({
        rule: 'clusterHasAnActiveHsm',
        otherwise: 'CloudHsmClusterInvalidConfigurationException',
        verdict: 'does not hold'
      }),
      expect.objectContaining({ rule: 'kmsSucceeds', otherwise: 'KMSInternalException', verdict: 'holds' })
    ])
  })

  it('tells a rule that does not apply from one that holds', () => {
    const findings = cks.connect.explain({})(external)
    expect(rulesThat('holds', findings)).toEqual(['validConnectionState', 'kmsSucceeds'])
    expect(rulesThat('does not apply', findings)).toHaveLength(5)
  })

  it('tells what is waived because of an assumption', () => {
    const { rules } = cks.generateRandom.explain({})(hsm)
    expect(rules.flatMap(({ rule, waived }) => (waived ? [[rule, waived]] : []))).toEqual([
      ['clusterExists', ['A48']]
    ])
    const again = cks.connect.explain({ cluster: clusterWith({ hsms: [] }) })(hsm).rules
    expect(again.find(({ rule }) => rule === 'clusterHasAnActiveHsm')?.waived).toEqual(['A9'])
  })

  it('tells what follows where every rule holds, and nothing where one does not', () => {
    const { follows } = cks.connect.explain({ cluster: clusterWith() })(cloudHsmStore('DISCONNECTED'))
    expect(follows.map(({ name, to }) => [name, to])).toEqual([
      ['connectionIsMade', 'CONNECTING'],
      ['connectionTakesMinutes', undefined]
    ])
    expect(cks.connect.explain({ cluster: clusterWith() })(hsm).follows).toMatchObject([
      { name: 'connectAgainChangesNothing', assumes: ['A3'], to: 'the same', or: ['CONNECTING'] }
    ])
    expect(cks.connect.explain({})(cloudHsmStore('FAILED')).follows).toEqual([])
  })

  it('tells what is assumed', () => {
    const request = decoded(DescribeCustomKeyStoresRequest, { Marker: 'x' })
    expect(cks.describe.explain({})(request)([]).rules).toContainEqual(
      expect.objectContaining({ rule: 'markerIsValid', assumes: ['A38'], verdict: 'does not hold' })
    )
  })

  it('of Create is about what the request asks for', () => {
    const cloudHsm = cks.create.explain({ ...creation, others: [hsm] })(createCloudHsmRequest())
    expect(broken(cloudHsm)).toEqual(['nameIsFree', 'clusterExists'])
    const proxy = proxyWith({ acceptsCredential: false })
    const outside = cks.create.explain({ ...creation, proxy, storeQuota: 0 })(createExternalRequest())
    expect(broken(outside)).toEqual(['storeQuotaIsNotReached', 'proxyAcceptsCredential'])
  })

  it('of Describe is about the stores', () => {
    const request = decoded(DescribeCustomKeyStoresRequest, { CustomKeyStoreName: 'another' })
    expect(broken(cks.describe.explain({})(request)([hsm]))).toEqual(['storeExists'])
  })

  it('of Disconnect, Delete and GenerateRandom is about a store', () => {
    expect(broken(cks.disconnect.explain({})(cloudHsmStore('DISCONNECTED')))).toEqual([
      'validConnectionState'
    ])
    expect(broken(cks.delete.explain({ keys: [externalKey()] })(external))).toEqual([
      'validConnectionState',
      'storeHasNoKeys'
    ])
    const failing = { failure: 'KMSInternalException' } as const
    expect(broken(cks.generateRandom.explain(failing)(externalStore('FAILED')))).toEqual([
      'storeIsCloudHsm',
      'validConnectionState',
      'kmsSucceeds'
    ])
  })

  it('of Update is about a store and the request', () => {
    const request = updateRequest(hsm, { CloudHsmClusterId: 'cluster-bcdefghijkl' })
    const cluster = clusterWith({ clusterId: 'cluster-bcdefghijkl', certificate: 'another' })
    expect(broken(cks.update.explain({ cluster, others: [hsm] })(request)(hsm))).toEqual([
      'membersAreUpdatable',
      'clusterIsRelated'
    ])
  })

  it('of Update looks at the cluster of the store only where the request names none', () => {
    const store = cloudHsmStore('DISCONNECTED')
    const standing = (members: object) =>
      cks.update
        .explain({ ...behindStore(store), others: [] })(updateRequest(store, { ...members }))(store)
        .rules.flatMap(({ rule, assumes, verdict }) =>
          rule === 'clusterExists' ? [[verdict, assumes?.includes('A62')]] : []
        )
    expect(standing({ CloudHsmClusterId: store.CloudHsmClusterId })).toEqual([
      ['holds', false],
      ['does not apply', true]
    ])
    expect(standing({ NewCustomKeyStoreName: 'another' })).toEqual([
      ['does not apply', false],
      ['holds', true]
    ])
  })

  it('of Update leaves out the connectivity of a store that has none', () => {
    const store = cloudHsmStore('DISCONNECTED')
    const request = updateRequest(store, { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' })
    const findings = cks.update.explain({ ...behindStore(store), others: [] })(request)(store)
    expect(broken(findings)).toEqual(['membersBelongToTheTypeOfStore', 'membersAreUpdatable'])
    expect(rulesThat('does not apply', findings)).toEqual(
      expect.arrayContaining(['changeToVpcNamesEndpointAndService', 'serviceIsNamedForVpcOnly'])
    )
  })

  it('of CreateKey is about a store and the request', () => {
    const inCluster = createCloudHsmKeyRequest({ MultiRegion: true })
    const facts = { ...keyCreation, ...behindStore(hsm) }
    expect(broken(cks.createKey.explain(facts)(inCluster)(cloudHsmStore('FAILED')))).toEqual([
      'keyIsSingleRegion',
      'validConnectionState'
    ])
    const outside = createExternalKeyRequest({ XksKeyId: 'key-3' })
    expect(
      broken(cks.createKey.explain({ ...keyCreation, ...behindStore(external) })(outside)(external))
    ).toEqual(['xksKeyExists'])
  })

  it('follows the edition', () => {
    expect(broken(cks.connect.explain({})(external))).toEqual([])
    expect(broken(cks.under('developer-guide').connect.explain({})(external))).toEqual([
      'validConnectionState'
    ])
  })
})
