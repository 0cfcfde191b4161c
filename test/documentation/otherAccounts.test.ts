/** What the documents say of the external key stores that other accounts have in the Region. Written by hand. */
import { describe, expect, it } from 'vitest'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import type { XksProxyConnectivity } from '../../src/model/XksProxyConfiguration.js'
import {
  behindStore,
  createExternalRequest,
  externalStore,
  verdict,
  vpcEndpointServiceWith
} from '../fixtures.js'
import { endpointWith } from '../endpoint/world.js'
import { created, updated } from './attempts.js'

const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')

/** The store with a VPC endpoint service that another account has. */
const elsewhere = (changes: object) =>
  externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE', {
    CustomKeyStoreId: 'cks-of-another-account',
    XksProxyConfiguration: { ...vpc.XksProxyConfiguration, ...changes }
  })
const creating = (connectivity: XksProxyConnectivity, ...storesOfOtherAccounts: Array<CustomKeyStore>) =>
  verdict(
    created(createExternalRequest(connectivity), {
      ...behindStore(open),
      vpcEndpointService: vpcEndpointServiceWith(),
      storesOfOtherAccounts
    })
  )
const updating = (store: typeof open, members: object, ...storesOfOtherAccounts: Array<CustomKeyStore>) =>
  verdict(updated(store, { ...members }, { storesOfOtherAccounts }))

const otherService = { VpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-5678' }
const samePublicEndpoint = { UriEndpoint: 'https://public.example.com', ...otherService }
const otherEndpoint = { UriEndpoint: 'https://other.example.com' }

describe('Creating an external key store, https://docs.aws.amazon.com/kms/latest/developerguide/create-xks-keystore.html', () => {
  it('a public store may not take the endpoint of a store with a VPC endpoint service in the same Region, even of another account: XksProxyUriEndpointInUseException', () => {
    expect(creating('PUBLIC_ENDPOINT', elsewhere(samePublicEndpoint))).toBe(
      'XksProxyUriEndpointInUseException'
    )
    expect(creating('PUBLIC_ENDPOINT', elsewhere(otherEndpoint))).toBe('accepted')
    const path = { XksProxyUriPath: '/new/kms/xks/v1' }
    expect(updating(open, path, elsewhere(samePublicEndpoint))).toBe('XksProxyUriEndpointInUseException')
    expect(updating(open, path, elsewhere(otherEndpoint))).toBe('accepted')
  })

  it('an endpoint that serves many accounts knows the stores of the others, in the same Region alone', () => {
    const kms = endpointWith({})
    const asked = (account: string, region: string, input: object) => {
      const { status, body } = kms.answer(
        { principal: 'arn:aws:iam::111122223333:user/example', account: account as never, region },
        {
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'TrentService.CreateCustomKeyStore'
          },
          body: JSON.stringify(input)
        }
      )
      return status === 200 ? 'accepted' : (JSON.parse(body) as { __type: string }).__type
    }
    const external = (name: string, UriPath: string, rest: object) => ({
      CustomKeyStoreName: name,
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyUriEndpoint: 'https://xks.example.com',
      XksProxyUriPath: UriPath,
      XksProxyAuthenticationCredential: {
        AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
        RawSecretAccessKey: 'secret/secret/secret/secret/secret/secret/secret'
      },
      ...rest
    })
    const first = external('vpc', '/a/kms/xks/v1', {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1234'
    })
    const second = external('open', '/b/kms/xks/v1', { XksProxyConnectivity: 'PUBLIC_ENDPOINT' })
    expect(asked('111122223333', 'us-east-1', first)).toBe('accepted')
    expect(asked('444455556666', 'us-east-1', second)).toBe('XksProxyUriEndpointInUseException')
    expect(asked('444455556666', 'eu-west-1', second)).toBe('accepted')
  })
})

describe('CreateCustomKeyStore, https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html', () => {
  it('a VPC endpoint service that a store of the Region has, of whichever account: XksProxyVpcEndpointServiceInUseException', () => {
    const sameService = elsewhere(otherEndpoint)
    expect(creating('VPC_ENDPOINT_SERVICE', sameService)).toBe('XksProxyVpcEndpointServiceInUseException')
    expect(creating('VPC_ENDPOINT_SERVICE', elsewhere({ ...otherEndpoint, ...otherService }))).toBe(
      'accepted'
    )
    expect(creating('PUBLIC_ENDPOINT', sameService)).toBe('accepted')
    expect(updating(vpc, { XksProxyUriPath: '/new/kms/xks/v1' }, sameService)).toBe(
      'XksProxyVpcEndpointServiceInUseException'
    )
  })
})
