/** What the documents say of UpdateCustomKeyStore but for its editions. Written by hand. */
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import { decode } from '../../src/codec/decode.js'
import { operations } from '../../src/operations/index.js'
import { UpdateCustomKeyStoreRequest } from '../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import {
  accepted,
  accountWith,
  circumstances,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  credential,
  externalStore,
  proxyWith,
  updateRequest,
  verdict,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'
import { updated } from './attempts.js'

type Members = Readonly<Record<string, unknown>>

const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')

const toVpc = {
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyUriEndpoint: 'https://private.example.com',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
}
const behindVpc = { proxy: vpcProxyWith(), vpcEndpointService: vpcEndpointServiceWith() }
const toPublic = {
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://public.example.com'
}
const behindPublic = { proxy: proxyWith() }

describe('UpdateCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html', () => {
  describe('what it changes', () => {
    it('is the name of a store of either type', () => {
      for (const store of [hsm, open, vpc]) {
        const after = accepted(updated(store, { NewCustomKeyStoreName: 'another name' }))
        expect(after).toEqual({ ...store, CustomKeyStoreName: 'another name' })
      }
    })

    it('is the password that KMS holds of kmsuser, which is believed without a look at the cluster', () => {
      const cluster = clusterWithKmsuser({ exists: false, passwordMatches: false })
      expect(accepted(updated(hsm, { KeyStorePassword: 'any-password' }, { cluster }))).toEqual(hsm)
    })

    it('is the cluster of an AWS CloudHSM key store', () => {
      const cluster = clusterWith({ clusterId: 'cluster-restored222' })
      const after = accepted(updated(hsm, { CloudHsmClusterId: 'cluster-restored222' }, { cluster }))
      expect(after).toEqual({ ...hsm, CloudHsmClusterId: 'cluster-restored222' })
    })

    it('is the proxy URI endpoint, the proxy URI path and the proxy credential of an external key store', () => {
      const after = accepted(
        updated(open, {
          XksProxyUriEndpoint: 'https://other.example.com',
          XksProxyUriPath: '/other/kms/xks/v1',
          XksProxyAuthenticationCredential: { ...credential, AccessKeyId: 'TSRQPONMLKJIHGFEDCBA' }
        })
      )
      expect(after).toMatchObject({
        XksProxyConfiguration: {
          Connectivity: 'PUBLIC_ENDPOINT',
          AccessKeyId: 'TSRQPONMLKJIHGFEDCBA',
          UriEndpoint: 'https://other.example.com',
          UriPath: '/other/kms/xks/v1'
        }
      })
    })

    it('is the connectivity of an external key store, in both directions', () => {
      expect(accepted(updated(open, toVpc, behindVpc))).toMatchObject({
        XksProxyConfiguration: {
          Connectivity: 'VPC_ENDPOINT_SERVICE',
          UriEndpoint: 'https://private.example.com',
          UriPath: '/first/kms/xks/v1',
          VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
        }
      })
      expect(accepted(updated(vpc, toPublic, behindPublic))).toEqual({
        ...vpc,
        XksProxyConfiguration: {
          Connectivity: 'PUBLIC_ENDPOINT',
          AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
          UriEndpoint: 'https://public.example.com',
          UriPath: '/second/kms/xks/v1'
        }
      })
    })

    it('is the VPC endpoint service of an external key store, and its owner', () => {
      const service = 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678'
      const vpcEndpointService = vpcEndpointServiceWith({ serviceName: service, owner: '444455556666' })
      const members = {
        XksProxyVpcEndpointServiceName: service,
        XksProxyVpcEndpointServiceOwner: '444455556666'
      }
      expect(accepted(updated(vpc, members, { vpcEndpointService }))).toMatchObject({
        XksProxyConfiguration: {
          VpcEndpointServiceName: service,
          VpcEndpointServiceOwner: '444455556666'
        }
      })
    })

    it('is not the owner of the service when the request leaves it out', () => {
      const before = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE', {
        XksProxyConfiguration: { ...vpc.XksProxyConfiguration, VpcEndpointServiceOwner: '444455556666' }
      })
      const vpcEndpointService = vpcEndpointServiceWith({ owner: '444455556666' })
      const after = accepted(
        updated(before, { XksProxyUriPath: '/third/kms/xks/v1' }, { vpcEndpointService })
      )
      expect(after).toMatchObject({ XksProxyConfiguration: { VpcEndpointServiceOwner: '444455556666' } })
    })

    it('is never the id, the type or the trust anchor certificate', () => {
      const after = accepted(
        updated(hsm, {
          NewCustomKeyStoreName: 'another name',
          CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
          TrustAnchorCertificate: 'another certificate'
        })
      )
      expect(after).toEqual({ ...hsm, CustomKeyStoreName: 'another name' })
    })

    it('is never the ConnectionState: the store has to be connected afterwards', () => {
      const after = accepted(updated(hsm, { KeyStorePassword: 'right-password' }))
      expect(after.ConnectionState).toBe('DISCONNECTED')
    })
  })

  describe('its answer', () => {
    it('is a JSON object without properties, after the work is done', () => {
      const request = updateRequest(hsm, { NewCustomKeyStoreName: 'another name' })
      const [answer, after] = accepted(account.update(circumstances)(request)(accountWith(hsm)))
      expect(answer).toEqual({})
      expect(after.stores[0]!.CustomKeyStoreName).toBe('another name')
      expect(operations.UpdateCustomKeyStore.answersBeforeItIsDone).toBe(false)
    })
  })

  describe('its request', () => {
    it('needs the id of the store', () => {
      expect(decode(UpdateCustomKeyStoreRequest)({ NewCustomKeyStoreName: 'name' })).toMatchObject({
        _tag: 'Left',
        left: [{ path: 'CustomKeyStoreId' }]
      })
    })

    it.each([
      ['AWS_CLOUDHSM', { XksProxyUriEndpoint: 'https://public.example.com' }, hsm],
      ['AWS_CLOUDHSM', { XksProxyUriPath: '/first/kms/xks/v1' }, hsm],
      ['AWS_CLOUDHSM', { XksProxyConnectivity: 'PUBLIC_ENDPOINT' }, hsm],
      ['AWS_CLOUDHSM', { XksProxyAuthenticationCredential: credential }, hsm],
      ['AWS_CLOUDHSM', { XksProxyVpcEndpointServiceName: toVpc.XksProxyVpcEndpointServiceName }, hsm],
      ['AWS_CLOUDHSM', { XksProxyVpcEndpointServiceOwner: '444455556666' }, hsm],
      ['EXTERNAL_KEY_STORE', { KeyStorePassword: 'kmsuser-password' }, open],
      ['EXTERNAL_KEY_STORE', { CloudHsmClusterId: 'cluster-abcdefghijk' }, open]
    ])('may not carry, for a store of type %s, %o', (_, members, store) => {
      expect(verdict(updated(store, members))).toBe('ValidationException')
    })

    it.each([
      ['AccessKeyId', { RawSecretAccessKey: credential.RawSecretAccessKey }],
      ['RawSecretAccessKey', { AccessKeyId: credential.AccessKeyId }]
    ])('carries both halves of a credential, even to change one: not without %s', (half, given) => {
      const input = { CustomKeyStoreId: 'cks-1', XksProxyAuthenticationCredential: given }
      expect(decode(UpdateCustomKeyStoreRequest)(input)).toMatchObject({
        _tag: 'Left',
        left: [{ path: `XksProxyAuthenticationCredential.${half}` }]
      })
    })

    it.each(['XksProxyUriEndpoint', 'XksProxyVpcEndpointServiceName'])(
      'carries %s to change to a VPC endpoint service',
      (member) => {
        expect(verdict(updated(open, toVpc, behindVpc))).toBe('accepted')
        expect(verdict(updated(open, { ...toVpc, [member]: undefined }, behindVpc))).toBe(
          'ValidationException'
        )
      }
    )

    it('carries XksProxyUriEndpoint to change to a public endpoint', () => {
      expect(verdict(updated(vpc, toPublic, behindPublic))).toBe('accepted')
      expect(verdict(updated(vpc, { XksProxyConnectivity: 'PUBLIC_ENDPOINT' }, behindPublic))).toBe(
        'ValidationException'
      )
    })

    it.each([null, ''])(
      'says with a service name of %j that there is none, for a public endpoint',
      (none) => {
        const members = { ...toPublic, XksProxyVpcEndpointServiceName: none }
        const after = accepted(updated(vpc, members, behindPublic))
        expect(after).toMatchObject({ XksProxyConfiguration: { Connectivity: 'PUBLIC_ENDPOINT' } })
        expect(JSON.stringify(after)).not.toContain('VpcEndpointService')
      }
    )

    it('names a VPC endpoint service only when the connectivity is VPC_ENDPOINT_SERVICE', () => {
      const { XksProxyVpcEndpointServiceName } = toVpc
      expect(verdict(updated(open, { XksProxyVpcEndpointServiceName }))).toBe('ValidationException')
      expect(verdict(updated(vpc, { ...toPublic, XksProxyVpcEndpointServiceName }, behindPublic))).toBe(
        'ValidationException'
      )
      expect(verdict(updated(vpc, { XksProxyVpcEndpointServiceName }))).toBe('accepted')
    })

    it('does not name an empty VPC endpoint service when the connectivity is VPC_ENDPOINT_SERVICE', () => {
      expect(verdict(updated(vpc, { XksProxyVpcEndpointServiceName: '' }))).toBe('ValidationException')
    })
  })

  describe('CustomKeyStoreNameInUseException', () => {
    it('answers when the name is that of another store of the account, whatever its type', () => {
      const members = { NewCustomKeyStoreName: 'public store' }
      expect(verdict(updated(hsm, members, { others: [hsm, open] }))).toBe('CustomKeyStoreNameInUseException')
      expect(verdict(updated(hsm, members, { others: [hsm, vpc] }))).toBe('accepted')
    })

    it('answers on an account that has both stores', () => {
      const request = updateRequest(hsm, { NewCustomKeyStoreName: 'public store' })
      const renamed = account.update(circumstances)(request)
      expect(verdict(renamed(accountWith(hsm, open)))).toBe('CustomKeyStoreNameInUseException')
      expect(verdict(renamed(accountWith(hsm, vpc)))).toBe('accepted')
    })
  })

  describe('the exceptions about the cluster', () => {
    const members = { CloudHsmClusterId: 'cluster-restored222' }
    const withCluster = (changes: Members) =>
      verdict(
        updated(hsm, members, { cluster: clusterWith({ clusterId: 'cluster-restored222', ...changes }) })
      )

    it('CloudHsmClusterNotFoundException answers when there is no such cluster', () => {
      expect(verdict(updated(hsm, members, { cluster: undefined }))).toBe('CloudHsmClusterNotFoundException')
    })

    it('CloudHsmClusterNotRelatedException answers when the certificate is not the one of the first cluster', () => {
      expect(withCluster({ certificate: 'another certificate' })).toBe('CloudHsmClusterNotRelatedException')
      expect(withCluster({})).toBe('accepted')
    })

    it('none of them answers when the request repeats the present cluster', () => {
      expect(verdict(updated(hsm, { CloudHsmClusterId: 'cluster-abcdefghijk' }))).toBe('accepted')
    })

    it('CloudHsmClusterNotActiveException answers when the cluster is not active', () => {
      expect(withCluster({ state: 'INITIALIZED' })).toBe('CloudHsmClusterNotActiveException')
    })

    it('CloudHsmClusterInvalidConfigurationException answers without two active HSMs in different zones', () => {
      const { hsms } = clusterWithHsmsIn('eu-central-1a')
      expect(withCluster({ hsms })).toBe('CloudHsmClusterInvalidConfigurationException')
    })

    it('CloudHsmClusterInUseException and IncorrectTrustAnchorException are none of them', () => {
      const other = cloudHsmStore('CONNECTED', {
        CustomKeyStoreId: 'cks-other',
        CustomKeyStoreName: 'other store',
        CloudHsmClusterId: 'cluster-restored222'
      })
      const cluster = clusterWith({
        clusterId: 'cluster-restored222',
        trustAnchorCertificate: 'another customerCA'
      })
      expect(verdict(updated(hsm, members, { cluster, others: [other] }))).toBe('accepted')
    })
  })

  describe('the test of the new values', () => {
    const path = { XksProxyUriPath: '/third/kms/xks/v1' }

    it.each([
      ['XksProxyUriUnreachableException', 'cannot be reached', { reachable: false }],
      ['XksProxyUriUnreachableException', 'answers too late', { answersInTime: false }],
      ['XksProxyUriUnreachableException', 'turns requests away', { throttles: true }],
      ['XksProxyUriUnreachableException', 'has no key manager', { externalKeyManager: 'UNAVAILABLE' }],
      ['XksProxyInvalidConfigurationException', 'has a TLS fault', { tlsIsValid: false }],
      ['XksProxyInvalidConfigurationException', 'is not at the path', { knowsUriPath: false }],
      [
        'XksProxyIncorrectAuthenticationCredentialException',
        'refuses the credential',
        { acceptsCredential: false }
      ],
      ['XksProxyInvalidResponseException', 'gives an unreadable answer', { answersAreValid: false }]
    ])('%s answers, for either connectivity, when the proxy %s', (exception, _, fault) => {
      expect(verdict(updated(open, path, { proxy: proxyWith(fault) }))).toBe(exception)
      expect(verdict(updated(vpc, path, { proxy: vpcProxyWith(fault) }))).toBe(exception)
    })

    it.each([
      ['NotFound', 'does not exist', undefined],
      ['NotFound', 'does not allow the KMS principal', { allowsKms: false }],
      ['InvalidConfiguration', 'is not of the interface type', { type: 'GatewayLoadBalancer' }],
      ['InvalidConfiguration', 'has no Network Load Balancer', { loadBalancer: 'gateway' }],
      ['InvalidConfiguration', 'is in one zone', { availabilityZones: ['eu-central-1a', 'eu-central-1a'] }],
      ['InvalidConfiguration', 'has no private DNS name', { privateDnsName: null }],
      ['InvalidConfiguration', 'has a name under no public domain', { privateDnsNameIsPublic: false }],
      ['InvalidConfiguration', 'has another private DNS name', { privateDnsName: 'public.example.com' }],
      ['InvalidConfiguration', 'has an unverified domain', { privateDnsNameVerified: false }]
    ])('XksProxyVpcEndpointService%sException answers when the service %s', (exception, _, fault) => {
      const vpcEndpointService = fault && vpcEndpointServiceWith(fault)
      expect(verdict(updated(vpc, path, { vpcEndpointService }))).toBe(
        `XksProxyVpcEndpointService${exception}Exception`
      )
    })

    it('refuses the whole request when it fails, with the name that comes along', () => {
      const members = { ...path, NewCustomKeyStoreName: 'another name' }
      expect(verdict(updated(open, members, { proxy: undefined }))).toBe('XksProxyUriUnreachableException')
    })
  })

  describe('what no other store may have', () => {
    const rival = (Connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE', changes: Members) =>
      externalStore('CONNECTED', Connectivity, {
        CustomKeyStoreId: 'cks-rival',
        CustomKeyStoreName: 'rival store',
        XksProxyConfiguration: {
          ...externalStore('CONNECTED', Connectivity).XksProxyConfiguration,
          ...changes
        }
      })

    it('is the same endpoint and path: XksProxyUriInUseException', () => {
      const other = rival('PUBLIC_ENDPOINT', { UriPath: '/third/kms/xks/v1' })
      const members = { XksProxyUriPath: '/third/kms/xks/v1' }
      expect(verdict(updated(open, members, { others: [other] }))).toBe('XksProxyUriInUseException')
    })

    it('is the endpoint of a store with a VPC endpoint service: XksProxyUriEndpointInUseException', () => {
      const members = { XksProxyUriEndpoint: 'https://private.example.com' }
      expect(verdict(updated(open, members, { others: [vpc] }))).toBe('XksProxyUriEndpointInUseException')
    })

    it('is the VPC endpoint service: XksProxyVpcEndpointServiceInUseException', () => {
      const service = 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678'
      const other = rival('VPC_ENDPOINT_SERVICE', {
        UriEndpoint: 'https://rival.example.com',
        VpcEndpointServiceName: service
      })
      const members = { XksProxyVpcEndpointServiceName: service }
      expect(verdict(updated(vpc, members, { others: [other] }))).toBe(
        'XksProxyVpcEndpointServiceInUseException'
      )
    })

    it('may be what the store itself has', () => {
      const members = { XksProxyUriEndpoint: 'https://private.example.com' }
      expect(verdict(updated(vpc, members, { others: [vpc] }))).toBe('accepted')
    })
  })
})
