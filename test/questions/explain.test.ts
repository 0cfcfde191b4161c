import { describe, expect, it } from 'vitest'
import { explain, explainUnder, type Finding } from '../../src/questions/explain.js'
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

const rulesThat = (verdict: Finding['verdict'], findings: ReadonlyArray<Finding>) =>
  findings.filter((finding) => finding.verdict === verdict).map((finding) => finding.rule)
const broken = (findings: ReadonlyArray<Finding>) => rulesThat('does not hold', findings)

const creation = { others: [], CustomKeyStoreId: newCustomKeyStoreId, CreationDate: 1 }
const keyCreation = { keys: [], KeyId: newKeyId, Arn: 'arn', CreationDate: 1 }
const hsm = cloudHsmStore('CONNECTED')
const external = externalStore('CONNECTED')

describe('an explanation', () => {
  it('of Connect has every rule in its order, each with its sentence, source and exception', () => {
    const cluster = clusterWith({ state: 'UNINITIALIZED', hsms: [] })
    expect(explain('ConnectCustomKeyStore', cloudHsmStore('DISCONNECTED'), { cluster })).toEqual([
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
    const findings = explain('ConnectCustomKeyStore', external, {})
    expect(rulesThat('holds', findings)).toEqual(['validConnectionState', 'kmsSucceeds'])
    expect(rulesThat('does not apply', findings)).toHaveLength(5)
  })

  it('tells what is assumed', () => {
    const request = decoded(DescribeCustomKeyStoresRequest, { Marker: 'x' })
    expect(explain('DescribeCustomKeyStores', [], { request })).toContainEqual(
      expect.objectContaining({ rule: 'markerIsValid', assumes: 'A38', verdict: 'does not hold' })
    )
  })

  it('of Create is about what the request asks for', () => {
    const cloudHsm = explain('CreateCustomKeyStore', createCloudHsmRequest(), { ...creation, others: [hsm] })
    expect(broken(cloudHsm)).toEqual(['nameIsFree', 'clusterExists'])
    const proxy = proxyWith({ acceptsCredential: false })
    const outside = explain('CreateCustomKeyStore', createExternalRequest(), {
      ...creation,
      proxy,
      storeQuota: 0
    })
    expect(broken(outside)).toEqual(['storeQuotaIsNotReached', 'proxyAcceptsCredential'])
  })

  it('of Describe is about the stores', () => {
    const request = decoded(DescribeCustomKeyStoresRequest, { CustomKeyStoreName: 'another' })
    expect(broken(explain('DescribeCustomKeyStores', [hsm], { request }))).toEqual(['storeExists'])
  })

  it('of Disconnect, Delete and GenerateRandom is about a store', () => {
    expect(broken(explain('DisconnectCustomKeyStore', cloudHsmStore('DISCONNECTED'), {}))).toEqual([
      'validConnectionState'
    ])
    expect(broken(explain('DeleteCustomKeyStore', external, { keys: [externalKey()] }))).toEqual([
      'validConnectionState',
      'storeHasNoKeys'
    ])
    const failing = { failure: 'KMSInternalException' } as const
    expect(broken(explain('GenerateRandom', externalStore('FAILED'), failing))).toEqual([
      'storeIsCloudHsm',
      'validConnectionState',
      'kmsSucceeds'
    ])
  })

  it('of Update is about a store and the request', () => {
    const request = updateRequest(hsm, { CloudHsmClusterId: 'cluster-bcdefghijkl' })
    const cluster = clusterWith({ clusterId: 'cluster-bcdefghijkl', certificate: 'another' })
    expect(broken(explain('UpdateCustomKeyStore', hsm, { request, cluster, others: [hsm] }))).toEqual([
      'membersAreUpdatable',
      'clusterIsRelated'
    ])
  })

  it('of Update leaves out the connectivity of a store that has none', () => {
    const store = cloudHsmStore('DISCONNECTED')
    const request = updateRequest(store, { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' })
    const findings = explain('UpdateCustomKeyStore', store, { request, others: [] })
    expect(broken(findings)).toEqual(['membersBelongToTheTypeOfStore', 'membersAreUpdatable'])
    expect(rulesThat('does not apply', findings)).toEqual(
      expect.arrayContaining(['changeToVpcNamesEndpointAndService', 'serviceIsNamedForVpcOnly'])
    )
  })

  it('of CreateKey is about a store and the request', () => {
    const inCluster = createCloudHsmKeyRequest({ MultiRegion: true })
    const facts = { ...keyCreation, ...behindStore(hsm) }
    expect(broken(explain('CreateKey', cloudHsmStore('FAILED'), { ...facts, request: inCluster }))).toEqual([
      'keyIsSingleRegion',
      'validConnectionState'
    ])
    const outside = createExternalKeyRequest({ XksKeyId: 'key-3' })
    expect(
      broken(explain('CreateKey', external, { ...keyCreation, ...behindStore(external), request: outside }))
    ).toEqual(['xksKeyExists'])
  })

  it('follows the edition', () => {
    expect(broken(explain('ConnectCustomKeyStore', external, {}))).toEqual([])
    expect(broken(explainUnder('developer-guide')('ConnectCustomKeyStore', external, {}))).toEqual([
      'validConnectionState'
    ])
  })
})
