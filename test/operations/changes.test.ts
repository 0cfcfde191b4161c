import { describe, expect, it } from 'vitest'
import { carriesProxy, configurationAfter, withChanges } from '../../src/operations/changes.js'
import { CustomKeyStoreName } from '../../src/model/identifiers.js'
import {
  cloudHsmStore,
  clusterWith,
  credential,
  decoded,
  externalStore,
  otherAccountId,
  updateRequest
} from '../fixtures.js'

const reached = externalStore('DISCONNECTED')
const private_ = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')
const serviceName = 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678'

const after = (store: typeof reached, members: object) =>
  configurationAfter(updateRequest(store, { ...members }), store)

describe('whether an update carries anything of a proxy', () => {
  it.each([
    ['XksProxyAuthenticationCredential', credential],
    ['XksProxyConnectivity', 'PUBLIC_ENDPOINT'],
    ['XksProxyUriEndpoint', 'https://a.example.com'],
    ['XksProxyUriPath', '/a/kms/xks/v1'],
    ['XksProxyVpcEndpointServiceName', serviceName],
    ['XksProxyVpcEndpointServiceOwner', otherAccountId]
  ])('it does with %s alone', (member, value) => {
    expect(carriesProxy(updateRequest(private_, { [member]: value }))).toBe(true)
  })

  it('it does not with a name, a cluster or a password', () => {
    expect(carriesProxy(updateRequest(reached, { NewCustomKeyStoreName: 'n' }))).toBe(false)
    const ofCluster = { CloudHsmClusterId: 'cluster-abcdefghijk', KeyStorePassword: 'kmsPswd' }
    expect(carriesProxy(updateRequest(cloudHsmStore('DISCONNECTED'), ofCluster))).toBe(false)
  })
})

describe('the proxy configuration after an update', () => {
  it('is none for an AWS CloudHSM key store, and the one before where the request carries nothing of one', () => {
    const hsm = cloudHsmStore('DISCONNECTED')
    expect(configurationAfter(updateRequest(hsm, { XksProxyUriPath: '/a/kms/xks/v1' }), hsm)).toBeUndefined()
    expect(after(reached, {})).toEqual(reached.XksProxyConfiguration)
    expect(after(reached, { NewCustomKeyStoreName: 'n' })).toEqual(reached.XksProxyConfiguration)
  })

  it('is the one before but for what the request carries', () => {
    const before = reached.XksProxyConfiguration
    expect(after(reached, { XksProxyConnectivity: 'PUBLIC_ENDPOINT' })).toEqual(before)
    expect(after(reached, { XksProxyUriPath: '/a/kms/xks/v1' })).toEqual({
      ...before,
      UriPath: '/a/kms/xks/v1'
    })
    expect(after(reached, { XksProxyUriEndpoint: 'https://a.example.com' })).toEqual({
      ...before,
      UriEndpoint: 'https://a.example.com'
    })
    const AccessKeyId = 'UVWXYZ234567UVWXYZ23'
    expect(after(reached, { XksProxyAuthenticationCredential: { ...credential, AccessKeyId } })).toEqual({
      ...before,
      AccessKeyId
    })
  })

  it('names a service and its owner with VPC_ENDPOINT_SERVICE', () => {
    const before = private_.XksProxyConfiguration
    expect(after(private_, { XksProxyVpcEndpointServiceName: serviceName })).toEqual({
      ...before,
      VpcEndpointServiceName: serviceName
    })
    const owned = { ...before, VpcEndpointServiceOwner: otherAccountId }
    expect(after(private_, { XksProxyVpcEndpointServiceOwner: otherAccountId })).toEqual(owned)
    expect(
      after(
        { ...private_, XksProxyConfiguration: owned },
        {
          XksProxyVpcEndpointServiceName: serviceName
        }
      )
    ).toEqual({ ...owned, VpcEndpointServiceName: serviceName })
  })

  it('becomes private with what the request names, and is not complete without', () => {
    const toVpc = {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: 'https://private.example.com'
    }
    expect(after(reached, { ...toVpc, XksProxyVpcEndpointServiceName: serviceName })).toEqual({
      ...reached.XksProxyConfiguration,
      Connectivity: 'VPC_ENDPOINT_SERVICE',
      UriEndpoint: 'https://private.example.com',
      VpcEndpointServiceName: serviceName
    })
    expect(after(reached, toVpc)).toBeUndefined()
    expect(after(private_, { XksProxyVpcEndpointServiceName: '' })).toBeUndefined()
  })

  it('becomes public without a service', () => {
    const { AccessKeyId, UriPath } = private_.XksProxyConfiguration
    const toPublic = { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: 'https://a.example.com' }
    expect(after(private_, toPublic)).toEqual({
      Connectivity: 'PUBLIC_ENDPOINT',
      AccessKeyId,
      UriPath,
      UriEndpoint: 'https://a.example.com'
    })
  })
})

describe('a store with changes', () => {
  const nothing = { name: undefined, cluster: undefined, configuration: undefined }
  const name = decoded(CustomKeyStoreName, 'other')
  const hsm = cloudHsmStore('CONNECTED')
  const configuration = private_.XksProxyConfiguration

  it('is the same where nothing changes', () => {
    expect(withChanges({ ...nothing, store: hsm })).toEqual(hsm)
    expect(withChanges({ ...nothing, store: reached })).toEqual(reached)
  })

  it('has another name, cluster or proxy configuration, and the same state', () => {
    expect(withChanges({ ...nothing, store: hsm, name })).toEqual(
      cloudHsmStore('CONNECTED', { CustomKeyStoreName: 'other' })
    )
    const cluster = clusterWith({ clusterId: 'cluster-bcdefghijkl', certificate: 'another certificate' })
    expect(withChanges({ ...nothing, store: hsm, cluster })).toEqual(
      cloudHsmStore('CONNECTED', {
        CloudHsmClusterId: 'cluster-bcdefghijkl',
        clusterCertificate: 'another certificate'
      })
    )
    expect(withChanges({ ...nothing, store: reached, name, configuration })).toEqual({
      ...reached,
      CustomKeyStoreName: 'other',
      XksProxyConfiguration: configuration
    })
  })

  it('takes from each only what its type has', () => {
    expect(withChanges({ ...nothing, store: hsm, configuration })).toEqual(hsm)
    expect(withChanges({ ...nothing, store: reached, cluster: clusterWith() })).toEqual(reached)
  })
})
