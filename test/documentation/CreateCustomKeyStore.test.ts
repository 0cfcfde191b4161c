/** What the documents say of CreateCustomKeyStore. Written by hand. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { account } from '../../src/account/onAccount.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { decode } from '../../src/codec/decode.js'
import { operations } from '../../src/operations/index.js'
import { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import type { CreateFacts } from '../../src/operations/create.js'
import {
  accepted,
  accountWith,
  behindStore,
  circumstances,
  cloudHsmStore,
  clusterWith,
  clusterWithHsmsIn,
  clusterWithKmsuser,
  createCloudHsmRequest,
  createExternalRequest,
  credential,
  externalStore,
  newCustomKeyStoreId,
  proxyWith,
  verdict,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'
import { created as createdWith } from './attempts.js'

type Members = Readonly<Record<string, unknown>>

const created = (facts: Partial<CreateFacts>, request: CreateCustomKeyStoreRequest) =>
  createdWith(request, facts)

const hsmRequest = createCloudHsmRequest()
const publicRequest = createExternalRequest()
const vpcRequest = createExternalRequest('VPC_ENDPOINT_SERVICE')
const behindHsm = behindStore(cloudHsmStore('DISCONNECTED'))
const behindPublic = behindStore(externalStore('DISCONNECTED'))
const behindVpc = behindStore(externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE'))

/** A store of another name and id, so that it differs in these members from what a request asks for. */
const other = (store: CustomKeyStore, changes: Members = {}): CustomKeyStore =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? cloudHsmStore('CONNECTED', { CustomKeyStoreId: 'cks-other', CustomKeyStoreName: 'other', ...changes })
    : externalStore('CONNECTED', store.XksProxyConfiguration.Connectivity, {
        CustomKeyStoreId: 'cks-other',
        CustomKeyStoreName: 'other',
        XksProxyConfiguration: { ...store.XksProxyConfiguration, ...changes }
      })
const otherHsm = (changes: Members = {}) => other(cloudHsmStore('CONNECTED'), changes)
const otherPublic = (changes: Members = {}) => other(externalStore('CONNECTED'), changes)
const otherVpc = (changes: Members = {}) => other(externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE'), changes)

describe('CreateCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html', () => {
  describe('its request', () => {
    const hsm = {
      CustomKeyStoreName: 'hsm store',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA',
      KeyStorePassword: 'kmsuser-password'
    }
    const open = {
      CustomKeyStoreName: 'public store',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://public.example.com',
      XksProxyUriPath: '/first/kms/xks/v1',
      XksProxyAuthenticationCredential: credential
    }
    const vpc = {
      ...open,
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
    }
    const members: Readonly<Record<string, Members>> = { hsm, public: open, vpc }
    const isRead = (input: Members) => E.isRight(decode(CreateCustomKeyStoreRequest)(input))

    it.each(['hsm', 'public', 'vpc'])('is complete for the kind of store: %s', (kind) => {
      expect(isRead(members[kind]!)).toBe(true)
    })

    // prettier-ignore
    it.each([
      ['hsm',    'CustomKeyStoreName'],
      ['hsm',    'CloudHsmClusterId'],
      ['hsm',    'TrustAnchorCertificate'],
      ['hsm',    'KeyStorePassword'],
      ['public', 'CustomKeyStoreName'],
      ['public', 'CustomKeyStoreType'],
      ['public', 'XksProxyConnectivity'],
      ['public', 'XksProxyUriEndpoint'],
      ['public', 'XksProxyUriPath'],
      ['public', 'XksProxyAuthenticationCredential'],
      ['vpc',    'CustomKeyStoreName'],
      ['vpc',    'CustomKeyStoreType'],
      ['vpc',    'XksProxyConnectivity'],
      ['vpc',    'XksProxyUriEndpoint'],
      ['vpc',    'XksProxyUriPath'],
      ['vpc',    'XksProxyAuthenticationCredential'],
      ['vpc',    'XksProxyVpcEndpointServiceName']
    ])('needs, for %s, %s', (kind, member) => {
      expect(isRead({ ...members[kind], [member]: undefined })).toBe(false)
    })

    // prettier-ignore
    it.each([
      ['hsm',    { XksProxyConnectivity: 'PUBLIC_ENDPOINT' }],
      ['hsm',    { XksProxyUriEndpoint: 'https://public.example.com' }],
      ['hsm',    { XksProxyUriPath: '/first/kms/xks/v1' }],
      ['hsm',    { XksProxyAuthenticationCredential: credential }],
      ['hsm',    { XksProxyVpcEndpointServiceName: vpc.XksProxyVpcEndpointServiceName }],
      ['hsm',    { XksProxyVpcEndpointServiceOwner: '444455556666' }],
      ['public', { CloudHsmClusterId: 'cluster-abcdefghijk' }],
      ['public', { TrustAnchorCertificate: 'customerCA' }],
      ['public', { KeyStorePassword: 'kmsuser-password' }],
      ['public', { XksProxyVpcEndpointServiceName: vpc.XksProxyVpcEndpointServiceName }],
      ['public', { XksProxyVpcEndpointServiceOwner: '444455556666' }],
      ['vpc',    { CloudHsmClusterId: 'cluster-abcdefghijk' }],
      ['vpc',    { TrustAnchorCertificate: 'customerCA' }],
      ['vpc',    { KeyStorePassword: 'kmsuser-password' }]
    ])('may not carry, for %s, %o', (kind, foreign) => {
      expect(isRead({ ...members[kind], ...foreign })).toBe(false)
    })

    it('may leave out the type, which then is AWS_CLOUDHSM', () => {
      const request = createCloudHsmRequest({ CustomKeyStoreType: undefined })
      expect(request.CustomKeyStoreType).toBe('AWS_CLOUDHSM')
    })

    it('may name the owner of the VPC endpoint service', () => {
      expect(isRead({ ...vpc, XksProxyVpcEndpointServiceOwner: '444455556666' })).toBe(true)
    })
  })

  describe('what it makes', () => {
    it('is an AWS CloudHSM key store that is not connected', () => {
      expect(accepted(created(behindHsm, hsmRequest))).toEqual(
        cloudHsmStore('DISCONNECTED', {
          CustomKeyStoreId: newCustomKeyStoreId,
          CreationDate: 1_800_000_000,
          attempt: 0
        })
      )
    })

    it.each([
      ['PUBLIC_ENDPOINT', behindPublic],
      ['VPC_ENDPOINT_SERVICE', behindVpc]
    ] as const)('is an external key store with %s that is not connected', (connectivity, facts) => {
      expect(accepted(created(facts, createExternalRequest(connectivity)))).toEqual(
        externalStore('DISCONNECTED', connectivity, {
          CustomKeyStoreId: newCustomKeyStoreId,
          CreationDate: 1_800_000_000,
          attempt: 0
        })
      )
    })

    it('is answered by its id alone, when it has been made', () => {
      const [answer, after] = accepted(account.create(circumstances)(hsmRequest)(accountWith()))
      expect(answer).toEqual({ CustomKeyStoreId: newCustomKeyStoreId })
      expect(after.stores.map((store) => store.CustomKeyStoreId)).toEqual([newCustomKeyStoreId])
      expect(operations.CreateCustomKeyStore.answersBeforeItIsDone).toBe(false)
    })

    it('is nothing, when a disconnected AWS CloudHSM key store has all the same values: its id is answered', () => {
      const before = accountWith(cloudHsmStore('DISCONNECTED'))
      const [answer, after] = accepted(account.create(circumstances)(hsmRequest)(before))
      expect(answer).toEqual({ CustomKeyStoreId: 'cks-1234567890abcdef0' })
      expect(after).toEqual(before)
    })

    it.each(['CONNECTED', 'CONNECTING', 'DISCONNECTING', 'FAILED'] as const)(
      'is refused, when that store is %s',
      (state) => {
        const before = accountWith(cloudHsmStore(state))
        expect(verdict(account.create(circumstances)(hsmRequest)(before))).toBe(
          'CustomKeyStoreNameInUseException'
        )
      }
    )
  })

  describe('what is not looked at until the store is connected', () => {
    it.each([
      ['the password of kmsuser', clusterWithKmsuser({ passwordMatches: false })],
      ['whether there is a kmsuser', clusterWithKmsuser({ exists: false })],
      ['whether kmsuser is logged in', clusterWithKmsuser({ loggedIn: true })],
      ['whether kmsuser is locked out', clusterWithKmsuser({ lockedOut: true })],
      [
        'whether the subnets have free addresses',
        clusterWith({ subnets: clusterWith().subnets.map((subnet) => ({ ...subnet, freeAddresses: 0 })) })
      ]
    ])('is %s', (_, cluster) => {
      expect(verdict(created({ cluster }, hsmRequest))).toBe('accepted')
    })

    it('is the proxy of a store with a VPC endpoint service', () => {
      const { vpcEndpointService } = behindVpc
      expect(verdict(created({ vpcEndpointService }, vpcRequest))).toBe('accepted')
    })
  })

  it('KMSInternalException answers when KMS itself fails, and so for a request that is made again', () => {
    const failure = 'KMSInternalException'
    expect(verdict(created({ ...behindHsm, failure }, hsmRequest))).toBe(failure)
    const others = [cloudHsmStore('DISCONNECTED')]
    expect(verdict(created({ ...behindHsm, others }, hsmRequest))).toBe('accepted')
    expect(verdict(created({ ...behindHsm, others, failure }, hsmRequest))).toBe(failure)
  })

  describe('CustomKeyStoreNameInUseException', () => {
    it('answers when any store of the account has the name, whatever its type', () => {
      const named = { CustomKeyStoreName: 'public store' }
      const others = [externalStore('CONNECTED')]
      expect(verdict(created({ ...behindHsm, others }, createCloudHsmRequest(named)))).toBe(
        'CustomKeyStoreNameInUseException'
      )
      expect(verdict(created({ ...behindHsm, others }, hsmRequest))).toBe('accepted')
    })
  })

  describe('LimitExceededException', () => {
    const stores = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        externalStore(i % 2 === 0 ? 'FAILED' : 'DISCONNECTED', 'PUBLIC_ENDPOINT', {
          CustomKeyStoreId: `cks-${String(i)}`,
          CustomKeyStoreName: `store ${String(i)}`
        })
      )

    it('answers when the account has 10 stores in the Region, whatever their types and states', () => {
      const others = [...stores(9), otherHsm({ CloudHsmClusterId: 'c', clusterCertificate: 'c' })]
      expect(verdict(created({ ...behindHsm, others }, hsmRequest))).toBe('LimitExceededException')
      expect(verdict(created({ ...behindPublic, others }, publicRequest))).toBe('LimitExceededException')
      expect(verdict(created({ ...behindHsm, others: others.slice(1) }, hsmRequest))).toBe('accepted')
    })
  })

  describe('the exceptions about the cluster', () => {
    const withCluster = (cluster: CreateFacts['cluster'], ...others: ReadonlyArray<CustomKeyStore>) =>
      verdict(created({ cluster, others }, hsmRequest))

    it('CloudHsmClusterNotFoundException answers when there is no such cluster', () => {
      expect(withCluster(undefined)).toBe('CloudHsmClusterNotFoundException')
    })

    it('CloudHsmClusterNotActiveException answers when the cluster is not initialized and activated', () => {
      expect(withCluster(clusterWith({ state: 'INITIALIZED' }))).toBe('CloudHsmClusterNotActiveException')
    })

    it('CloudHsmClusterInUseException answers when the cluster backs another store', () => {
      const store = otherHsm({ clusterCertificate: 'another certificate' })
      expect(withCluster(clusterWith(), store)).toBe('CloudHsmClusterInUseException')
    })

    it('CloudHsmClusterInUseException answers when the cluster has the backup history of one that does', () => {
      const store = otherHsm({ CloudHsmClusterId: 'cluster-original222' })
      expect(withCluster(clusterWith(), store)).toBe('CloudHsmClusterInUseException')
    })

    it('CloudHsmClusterInUseException does not answer when the other store has an unrelated cluster', () => {
      const unrelated = {
        CloudHsmClusterId: 'cluster-original222',
        clusterCertificate: 'another certificate'
      }
      expect(withCluster(clusterWith(), otherHsm(unrelated))).toBe('accepted')
    })

    it('IncorrectTrustAnchorException answers when the certificate is not the one of the cluster', () => {
      expect(withCluster(clusterWith({ trustAnchorCertificate: 'another customerCA' }))).toBe(
        'IncorrectTrustAnchorException'
      )
    })

    it('CloudHsmClusterInvalidConfigurationException answers without two active HSMs in different zones', () => {
      expect(withCluster(clusterWithHsmsIn('eu-central-1a', 'eu-central-1a'))).toBe(
        'CloudHsmClusterInvalidConfigurationException'
      )
    })
  })

  describe('the test of a proxy with a public endpoint', () => {
    it.each([
      ['XksProxyUriUnreachableException', 'does not exist', undefined],
      ['XksProxyUriUnreachableException', 'cannot be reached', { reachable: false }],
      ['XksProxyUriUnreachableException', 'is behind a network that fails', { networkIsSound: false }],
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
    ])('answers %s when the proxy %s', (exception, _, fault) => {
      expect(verdict(created({ proxy: fault && proxyWith(fault) }, publicRequest))).toBe(exception)
    })

    it('is passed when the authorization rules of the proxy do not let KMS use keys', () => {
      expect(verdict(created({ proxy: proxyWith({ authorizesKms: false }) }, publicRequest))).toBe('accepted')
    })

    it('is passed when some instance of the key manager works', () => {
      const proxy = proxyWith({ externalKeyManager: 'DEGRADED' })
      expect(verdict(created({ proxy }, publicRequest))).toBe('accepted')
    })
  })

  describe('the look at a VPC endpoint service', () => {
    it.each([
      ['eu-central-1', 'accepted'],
      ['', 'accepted'],
      ['eu-west-1', 'XksProxyVpcEndpointServiceNotFoundException']
    ])(
      'finds it in its own Region, which its name tells, and not in another one: from %s',
      (region, answer) => {
        const vpcEndpointService = vpcEndpointServiceWith()
        expect(verdict(created({ region, proxy: vpcProxyWith(), vpcEndpointService }, vpcRequest))).toBe(
          answer
        )
      }
    )

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
    ])('answers XksProxyVpcEndpointService%sException when it %s', (exception, _, fault) => {
      const vpcEndpointService = fault && vpcEndpointServiceWith(fault)
      expect(verdict(created({ proxy: vpcProxyWith(), vpcEndpointService }, vpcRequest))).toBe(
        `XksProxyVpcEndpointService${exception}Exception`
      )
    })
  })

  it('the VPC endpoint service may belong to another account, where XksProxyVpcEndpointServiceOwner names that account', () => {
    const vpcEndpointService = vpcEndpointServiceWith({ owner: '444455556666' })
    const request = createExternalRequest('VPC_ENDPOINT_SERVICE', {
      XksProxyVpcEndpointServiceOwner: '444455556666'
    })
    expect(verdict(created({ vpcEndpointService }, request))).toBe('accepted')
    expect(verdict(created({ vpcEndpointService }, vpcRequest))).not.toBe('accepted')
  })

  describe('what no other external key store may have', () => {
    const publicBeside = (...others: ReadonlyArray<CustomKeyStore>) =>
      verdict(created({ ...behindPublic, others }, publicRequest))
    const vpcBeside = (...others: ReadonlyArray<CustomKeyStore>) =>
      verdict(created({ ...behindVpc, others }, vpcRequest))

    it('is the same endpoint and path: XksProxyUriInUseException', () => {
      expect(publicBeside(otherPublic())).toBe('XksProxyUriInUseException')
      expect(publicBeside(otherPublic({ UriEndpoint: 'https://other.example.com' }))).toBe('accepted')
    })

    it('may be the endpoint alone, where both have public endpoints', () => {
      expect(publicBeside(otherPublic({ UriPath: '/other/kms/xks/v1' }))).toBe('accepted')
    })

    it('is the endpoint of one with a VPC endpoint service, for a public store: XksProxyUriEndpointInUseException', () => {
      expect(publicBeside(otherVpc({ UriEndpoint: 'https://public.example.com' }))).toBe(
        'XksProxyUriEndpointInUseException'
      )
    })

    it('is the endpoint, for two with VPC endpoint services: XksProxyUriEndpointInUseException', () => {
      const another = {
        UriPath: '/other/kms/xks/v1',
        VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678'
      }
      expect(vpcBeside(otherVpc(another))).toBe('XksProxyUriEndpointInUseException')
      expect(vpcBeside(otherVpc({ ...another, UriEndpoint: 'https://other.example.com' }))).toBe('accepted')
    })

    it('is the VPC endpoint service: XksProxyVpcEndpointServiceInUseException', () => {
      expect(vpcBeside(otherVpc({ UriEndpoint: 'https://other.example.com' }))).toBe(
        'XksProxyVpcEndpointServiceInUseException'
      )
    })
  })
})
