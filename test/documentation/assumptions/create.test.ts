/** Creating stores: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import { infrastructureOf } from '../../../src/model/Infrastructure.js'
import { account } from '../../../src/account/onAccount.js'
import type { CustomKeyStore } from '../../../src/model/CustomKeyStore.js'
import type { CustomKeyStoreName } from '../../../src/model/identifiers.js'
import { vpcEndpointServiceIsFit } from '../../../src/operations/proxyRequirements.js'
import type { CreateCustomKeyStoreRequest } from '../../../src/model/requests/CreateCustomKeyStoreRequest.js'
import {
  accepted,
  accountId,
  accountWith,
  behindStore,
  circumstances,
  cloudHsmStore,
  clusterWith,
  createCloudHsmRequest,
  createExternalRequest,
  endOf,
  externalStore,
  infrastructureFacts,
  proxyWith,
  verdict,
  vpcEndpointServiceWith
} from '../../fixtures.js'
import { created, updated } from '../attempts.js'

type Members = Readonly<Record<string, unknown>>
const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')
const elsewhere = {
  XksProxyConfiguration: { ...open.XksProxyConfiguration, UriPath: '/other/kms/xks/v1' }
}
describe('assumptions', () => {
  it('A16 the name of a store may be that of a store in another account or Region', () => {
    const others = [hsm, externalStore('CONNECTED', 'PUBLIC_ENDPOINT', elsewhere)]
    const wanted = createExternalRequest()
    const given = { ...circumstances, storesOfOtherAccounts: () => others }
    expect(others[1]?.CustomKeyStoreName).toBe(wanted.CustomKeyStoreName)
    expect(verdict(account.create(given)(wanted)(accountWith()))).toBe('accepted')
    expect(verdict(account.create(circumstances)(wanted)(accountWith(...others)))).toBe(
      'CustomKeyStoreNameInUseException'
    )
  })

  it('A60 endpoints of VPC endpoint services, and endpoints with their paths, are unique among all accounts of the Region', () => {
    const asked = (wanted: CreateCustomKeyStoreRequest, ...storesOfOtherAccounts: Array<CustomKeyStore>) =>
      verdict(created(wanted, { proxy: proxyWith(), vpcEndpointService, storesOfOtherAccounts }))
    const vpcEndpointService = vpcEndpointServiceWith()
    const service = { VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678' }
    const sameEndpoint = externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE', {
      XksProxyConfiguration: { ...vpc.XksProxyConfiguration, ...service, UriPath: '/other/kms/xks/v1' }
    })
    expect(asked(createExternalRequest('VPC_ENDPOINT_SERVICE'), sameEndpoint)).toBe(
      'XksProxyUriEndpointInUseException'
    )
    expect(asked(createExternalRequest(), open)).toBe('XksProxyUriInUseException')
    expect(asked(createExternalRequest(), externalStore('CONNECTED', 'PUBLIC_ENDPOINT', elsewhere))).toBe(
      'accepted'
    )
  })

  it('A93 names that differ in case alone are different names', () => {
    const there = accountWith(cloudHsmStore('CONNECTED'))
    const CustomKeyStoreName = cloudHsmStore(
      'CONNECTED'
    ).CustomKeyStoreName.toUpperCase() as CustomKeyStoreName
    const given = { ...createExternalRequest(), CustomKeyStoreName }
    expect(verdict(account.create(circumstances)(given)(there))).toBe('accepted')
  })

  it('A94 a VPC endpoint service that does not allow the KMS principal is not found, or as well wrongly configured', () => {
    const facts = { vpcEndpointService: vpcEndpointServiceWith({ allowsKms: false }) }
    const request = createExternalRequest('VPC_ENDPOINT_SERVICE')
    expect(verdict(created(request, facts))).toBe('XksProxyVpcEndpointServiceNotFoundException')
    const rule = vpcEndpointServiceIsFit.find(({ name }) => name === 'vpcEndpointServiceAllowsKms')
    expect(rule?.openTo).toEqual(['XksProxyVpcEndpointServiceInvalidConfigurationException'])
  })

  it('A109 a service that requires acceptance is wrongly configured, by either exception', () => {
    const facts = { vpcEndpointService: vpcEndpointServiceWith({ acceptanceRequired: true }) }
    const request = createExternalRequest('VPC_ENDPOINT_SERVICE')
    expect(verdict(created(request, facts))).toBe('XksProxyVpcEndpointServiceInvalidConfigurationException')
    const rule = vpcEndpointServiceIsFit.find(({ name }) => name === 'vpcEndpointServiceRequiresNoAcceptance')
    expect(rule?.openTo).toEqual(['XksProxyInvalidConfigurationException'])
  })

  it('A17 hosts are compared without regard to case, paths are not', () => {
    const other = externalStore('CONNECTED', 'PUBLIC_ENDPOINT', {
      CustomKeyStoreId: 'cks-other',
      CustomKeyStoreName: 'other',
      XksProxyConfiguration: { ...open.XksProxyConfiguration, UriEndpoint: 'https://PUBLIC.Example.com' }
    })
    const facts = { ...behindStore(open), others: [other] }
    const path = { XksProxyUriPath: '/First/kms/xks/v1' }
    expect(verdict(created(createExternalRequest(), facts))).toBe('XksProxyUriInUseException')
    expect(verdict(created(createExternalRequest('PUBLIC_ENDPOINT', path), facts))).toBe('accepted')
  })

  it('a store with a VPC endpoint service may not take the endpoint of a store with public connectivity', () => {
    const members = { XksProxyUriEndpoint: 'https://public.example.com' }
    const facts = { vpcEndpointService: vpcEndpointServiceWith(), others: [open] }
    expect(verdict(created(createExternalRequest('VPC_ENDPOINT_SERVICE', members), facts))).toBe(
      'XksProxyUriEndpointInUseException'
    )
  })

  it('Create asks the proxy of a store with public connectivity only', () => {
    const proxy = proxyWith({ reachable: false })
    const facts = { proxy, vpcEndpointService: vpcEndpointServiceWith() }
    expect(verdict(created(createExternalRequest(), facts))).toBe('XksProxyUriUnreachableException')
    expect(verdict(created(createExternalRequest('VPC_ENDPOINT_SERVICE'), facts))).toBe('accepted')
  })

  it('A20 a TLS fault at Create or Update is an XksProxyInvalidConfigurationException', () => {
    const proxy = proxyWith({ tlsIsValid: false })
    const expected = 'XksProxyInvalidConfigurationException'
    expect(verdict(created(createExternalRequest(), { proxy }))).toBe(expected)
    expect(verdict(updated(open, { XksProxyUriPath: '/kms/xks/v1' }, { proxy }))).toBe(expected)
  })

  it('a VPC endpoint service that requires acceptance is one that is wrongly configured', () => {
    const vpcEndpointService = vpcEndpointServiceWith({ acceptanceRequired: true })
    const expected = 'XksProxyVpcEndpointServiceInvalidConfigurationException'
    expect(verdict(created(createExternalRequest('VPC_ENDPOINT_SERVICE'), { vpcEndpointService }))).toBe(
      expected
    )
    expect(verdict(updated(vpc, { XksProxyUriPath: '/kms/xks/v1' }, { vpcEndpointService }))).toBe(expected)
  })

  it('A61 a VPC endpoint service of an account that is not named is one that is wrongly configured', () => {
    const facts = { vpcEndpointService: vpcEndpointServiceWith({ owner: '444455556666' }) }
    const ownedBy = (XksProxyVpcEndpointServiceOwner: string | undefined) =>
      verdict(
        created(createExternalRequest('VPC_ENDPOINT_SERVICE', { XksProxyVpcEndpointServiceOwner }), facts)
      )
    const expected = 'XksProxyVpcEndpointServiceInvalidConfigurationException'
    expect(ownedBy('111122223333')).toBe(expected)
    expect(ownedBy(undefined)).toBe(expected)
    expect(verdict(updated(vpc, { XksProxyUriPath: '/kms/xks/v1' }, { ...facts, account: accountId }))).toBe(
      expected
    )
  })

  it('A26 Create answers with the same store again for the same name, cluster and trust anchor, while DISCONNECTED', () => {
    const again = (changes: Members, store: CustomKeyStore = hsm) =>
      created(createCloudHsmRequest(changes), { cluster: clusterWith(), others: [store] })
    expect(accepted(again({ KeyStorePassword: 'another-password' }))).toEqual(hsm)
    expect(verdict(again({ TrustAnchorCertificate: 'another customerCA' }))).toBe(
      'CustomKeyStoreNameInUseException'
    )
    expect(verdict(again({ CustomKeyStoreName: 'another name' }))).toBe('CloudHsmClusterInUseException')
    expect(verdict(again({ CloudHsmClusterId: 'cluster-restored222' }))).toBe(
      'CustomKeyStoreNameInUseException'
    )
    expect(verdict(again({}, cloudHsmStore('FAILED')))).toBe('CustomKeyStoreNameInUseException')
    expect(verdict(created(createExternalRequest(), { ...behindStore(open), others: [open] }))).toBe(
      'CustomKeyStoreNameInUseException'
    )
  })

  it('A64 a store is shown with the owner of its VPC endpoint service where a request has named it, and else without', () => {
    const shown = (members: object) => {
      const [, made] = accepted(
        account.create(circumstances)(createExternalRequest('VPC_ENDPOINT_SERVICE', { ...members }))(
          accountWith()
        )
      )
      return JSON.stringify(accepted(account.describe(circumstances)({})(made))[0])
    }
    expect(shown({ XksProxyVpcEndpointServiceOwner: '111122223333' })).toContain(
      '"VpcEndpointServiceOwner":"111122223333"'
    )
    expect(shown({})).not.toContain('VpcEndpointServiceOwner')
  })

  it('A65 Create, Update and a connection take a proxy that does not support a request', () => {
    const proxy = proxyWith({ supportsRequest: false })
    expect(endOf({ proxy }, externalStore('CONNECTING'))).toBe('CONNECTED')
    expect(verdict(created(createExternalRequest(), { proxy }))).toBe('accepted')
    expect(verdict(updated(open, { XksProxyUriPath: '/kms/xks/v1' }, { proxy }))).toBe('accepted')
  })

  it('A45 what no fact is given about does not exist', () => {
    const nothing = infrastructureOf({ clusters: [], proxies: [], vpcEndpointServices: [] })
    const given = { ...circumstances, infrastructure: nothing }
    const tried = (wanted: CreateCustomKeyStoreRequest) =>
      verdict(account.create(given)(wanted)(accountWith()))
    expect(tried(createCloudHsmRequest())).toBe('CloudHsmClusterNotFoundException')
    expect(tried(createExternalRequest())).toBe('XksProxyUriUnreachableException')
    expect(tried(createExternalRequest('VPC_ENDPOINT_SERVICE'))).toBe(
      'XksProxyVpcEndpointServiceNotFoundException'
    )
    expect(infrastructureOf(infrastructureFacts).cluster(clusterWith().clusterId)).toEqual(clusterWith())
  })
})
