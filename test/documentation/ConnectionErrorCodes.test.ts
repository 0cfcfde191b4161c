/** Why a connection can fail: each of the 18 codes, from its cause alone, and what overcomes it. Written by hand. */
import { describe, expect, it } from 'vitest'
import { connectionFailed, settle, type ConnectionFacts } from '../../src/connection/process.js'
import { ConnectionErrorCode } from '../../src/model/ConnectionErrorCode.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { connect } from '../../src/operations/connect.js'
import { disconnect } from '../../src/operations/disconnect.js'
import {
  accountId,
  accepted,
  behindStore,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  endOf,
  externalStore,
  proxyWith,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'

const hsm = cloudHsmStore('CONNECTING')
const open = externalStore('CONNECTING')
const vpc = externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')
const [zoneA, zoneB] = clusterWith().subnets

const ofCloudHsm = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'SUBNET_NOT_FOUND',
  'USER_LOCKED_OUT',
  'USER_LOGGED_IN',
  'USER_NOT_FOUND'
] as const
const ofExternal = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'XKS_PROXY_ACCESS_DENIED',
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XKS_PROXY_INVALID_RESPONSE',
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  'XKS_PROXY_NOT_REACHABLE',
  'XKS_PROXY_TIMED_OUT',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'
] as const

/** After the cause has been mended: disconnect, wait, connect, wait. */
const recovered = (failed: CustomKeyStore): string => {
  const disconnected = settle({})(accepted(disconnect({})(failed)))
  return endOf(behindStore(failed), accepted(connect(behindStore(failed))(disconnected)))
}

const failsThenRecovers = (store: CustomKeyStore, cause: ConnectionFacts, code: string) => {
  const facts = { ...behindStore(store), ...cause }
  expect(endOf(facts, store)).toBe(code)
  expect(recovered(settle(facts)(store))).toBe('CONNECTED')
}

describe('ConnectionErrorCode, https://docs.aws.amazon.com/kms/latest/APIReference/API_CustomKeyStoresListEntry.html', () => {
  it('has 18 values', () => {
    const values = new Set<string>([...ofCloudHsm, ...ofExternal])
    expect(values.size).toBe(18)
    for (const value of values) expect(ConnectionErrorCode.is(value)).toBe(true)
    expect(ConnectionErrorCode.is('USER_UNKNOWN')).toBe(false)
  })

  // prettier-ignore
  it.each<[string, string, ConnectionFacts]>([
    ['INTERNAL_ERROR',                        'KMS itself fails',                        { failure: 'KMSInternalException' }],
    ['NETWORK_ERRORS',                        'the network to the cluster fails',        { cluster: clusterWith({ reachable: false }) }],
    ['INVALID_CREDENTIALS',                   'KMS does not hold the password of kmsuser', { cluster: clusterWithKmsuser({ passwordMatches: false }) }],
    ['CLUSTER_NOT_FOUND',                     'the cluster does not exist',              { cluster: undefined }],
    ['INSUFFICIENT_CLOUDHSM_HSMS',            'the cluster has no HSM',                  { cluster: clusterWithHsmsIn() }],
    ['INSUFFICIENT_CLOUDHSM_HSMS',            'no HSM of the cluster is active',         { cluster: clusterWith({ hsms: [{ availabilityZone: 'a', state: 'DEGRADED' }] }) }],
    ['INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', 'a private subnet has no free address',    { cluster: clusterWith({ subnets: [zoneA, { ...zoneB, freeAddresses: 0 }] }) }],
    ['SUBNET_NOT_FOUND',                      'a subnet of the cluster has been deleted', { cluster: clusterWith({ subnets: [zoneA, { ...zoneB, exists: false }] }) }],
    ['USER_LOCKED_OUT',                       'too many logins as kmsuser have failed',  { cluster: clusterWithKmsuser({ lockedOut: true }) }],
    ['USER_LOGGED_IN',                        'kmsuser is logged into the cluster',      { cluster: clusterWithKmsuser({ loggedIn: true }) }],
    ['USER_NOT_FOUND',                        'the cluster has no kmsuser',              { cluster: clusterWithKmsuser({ exists: false }) }]
  ])('is %s for an AWS CloudHSM key store when %s', (code, _, cause) => {
    failsThenRecovers(hsm, cause, code)
  })

  it('is none when every private subnet has one free address', () => {
    const subnets = clusterWith().subnets.map((subnet) => ({ ...subnet, freeAddresses: 1 }))
    expect(endOf({ cluster: clusterWith({ subnets }) }, hsm)).toBe('CONNECTED')
  })

  // prettier-ignore
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['NETWORK_ERRORS',                      'the network to the proxy fails',                 { networkIsSound: false }],
    ['INVALID_CREDENTIALS',                 'the proxy refuses the credential',               { acceptsCredential: false }],
    ['XKS_PROXY_ACCESS_DENIED',             'the rules of the proxy do not let KMS in',       { authorizesKms: false }],
    ['XKS_PROXY_INVALID_CONFIGURATION',     'the path does not lead to the proxy',            { knowsUriPath: false }],
    ['XKS_PROXY_INVALID_RESPONSE',          'the answer of the proxy cannot be interpreted',  { answersAreValid: false }],
    ['XKS_PROXY_INVALID_TLS_CONFIGURATION', 'the TLS configuration of the proxy is not valid', { tlsIsValid: false }],
    ['XKS_PROXY_NOT_REACHABLE',             'the proxy cannot be reached',                    { reachable: false }],
    ['XKS_PROXY_NOT_REACHABLE',             'the proxy turns requests away',                  { throttles: true }],
    ['XKS_PROXY_NOT_REACHABLE',             'every key manager instance is unavailable',      { externalKeyManager: 'UNAVAILABLE' }],
    ['XKS_PROXY_TIMED_OUT',                 'the proxy does not answer in time',              { answersInTime: false }]
  ])('is %s for an external key store, of either connectivity, when %s', (code, _, fault) => {
    failsThenRecovers(open, { proxy: proxyWith(fault) }, code)
    failsThenRecovers(vpc, { proxy: vpcProxyWith(fault) }, code)
  })

  it('is INTERNAL_ERROR for an external key store when KMS itself fails', () => {
    failsThenRecovers(open, { failure: 'KMSInternalException' }, 'INTERNAL_ERROR')
    failsThenRecovers(vpc, { failure: 'KMSInternalException' }, 'INTERNAL_ERROR')
  })

  it('is XKS_PROXY_NOT_REACHABLE when there is no proxy at the address', () => {
    failsThenRecovers(open, { proxy: undefined }, 'XKS_PROXY_NOT_REACHABLE')
  })

  // prettier-ignore
  it.each<[string, string, Readonly<Record<string, unknown>> | undefined]>([
    ['NOT_FOUND',             'does not exist',                    undefined],
    ['NOT_FOUND',             'does not allow the KMS principal',  { allowsKms: false }],
    ['INVALID_CONFIGURATION', 'is not of the interface type',      { type: 'GatewayLoadBalancer' }],
    ['INVALID_CONFIGURATION', 'has no Network Load Balancer',      { loadBalancer: 'gateway' }],
    ['INVALID_CONFIGURATION', 'is in one Availability Zone',       { availabilityZones: ['eu-central-1a'] }],
    ['INVALID_CONFIGURATION', 'requires acceptance',               { acceptanceRequired: true }],
    ['INVALID_CONFIGURATION', 'has no private DNS name',           { privateDnsName: null }],
    ['INVALID_CONFIGURATION', 'has a name under no public domain', { privateDnsNameIsPublic: false }],
    ['INVALID_CONFIGURATION', 'has another private DNS name',      { privateDnsName: 'other.example.com' }],
    ['INVALID_CONFIGURATION', 'has an unverified domain',          { privateDnsNameVerified: false }]
  ])('is XKS_VPC_ENDPOINT_SERVICE_%s when the VPC endpoint service %s', (code, _, fault) => {
    const vpcEndpointService = fault && vpcEndpointServiceWith(fault)
    failsThenRecovers(vpc, { vpcEndpointService }, `XKS_VPC_ENDPOINT_SERVICE_${code}`)
  })

  it('is XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION when the VPC endpoint service belongs to another account than the store, and no owner is named', () => {
    const vpcEndpointService = vpcEndpointServiceWith({ owner: '444455556666' })
    failsThenRecovers(
      vpc,
      { vpcEndpointService, account: accountId },
      'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'
    )
  })

  it('is one that the type of the store can have', () => {
    for (const code of new Set([...ofCloudHsm, ...ofExternal])) {
      const isCloudHsm = ofCloudHsm.some((own) => own === code)
      const isExternal = ofExternal.some((own) => own === code)
      const failed = [hsm, vpc].map((store) => connectionFailed(3, code)(store).ConnectionState)
      expect(failed).toEqual([isCloudHsm ? 'FAILED' : 'CONNECTING', isExternal ? 'FAILED' : 'CONNECTING'])
    }
  })

  it('is about a VPC endpoint service only for a store that is reached through one', () => {
    for (const code of ofExternal) {
      const { ConnectionState: state } = connectionFailed(3, code)(open)
      expect([code, state]).toEqual([code, code.startsWith('XKS_VPC') ? 'CONNECTING' : 'FAILED'])
    }
  })

  it.each(['DISCONNECTED', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const)(
    'does not come to a store that is %s: only a connection that is going on can fail',
    (state) => {
      expect(connectionFailed(3, 'INTERNAL_ERROR')(cloudHsmStore(state))).toEqual(cloudHsmStore(state))
    }
  )

  it('does not come from an outage: a CONNECTED store stays so when its backing key store is gone', () => {
    expect(endOf({}, cloudHsmStore('CONNECTED'))).toBe('CONNECTED')
    expect(endOf({}, externalStore('CONNECTED'))).toBe('CONNECTED')
  })
})
