import { describe, expect, it } from 'vitest'
import { XksProxyUriEndpoint, XksProxyVpcEndpointServiceName } from '../../src/model/identifiers.js'
import { healthyVpcEndpointService, hostOf, VpcEndpointService } from '../../src/model/VpcEndpointService.js'
import { decoded, vpcEndpointServiceWith } from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

describe('the host of an endpoint', () => {
  it.each([
    ['https://proxy.example.com', 'proxy.example.com'],
    ['https://Proxy.EXAMPLE.com', 'proxy.example.com'],
    ['https://https', 'https']
  ])('%s is %s', (endpoint, host) => {
    expect(hostOf(decoded(XksProxyUriEndpoint, endpoint))).toBe(host)
  })
})

describe('facts about a VPC endpoint service', () => {
  it('of one without a fault are read as they are', () => {
    const name = decoded(XksProxyVpcEndpointServiceName, 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234')
    const service = healthyVpcEndpointService(name)
    expect(decoded(VpcEndpointService, JSON.parse(JSON.stringify(service)))).toEqual(service)
  })

  it.each([
    [{ serviceName: 1 }, 'serviceName'],
    [{ availabilityZones: ['a', 2] }, 'availabilityZones.1'],
    [{ privateDnsName: 1 }, 'privateDnsName'],
    [{ privateDnsNameIsPublic: null }, 'privateDnsNameIsPublic'],
    [{ owner: 111122223333 }, 'owner'],
    [{ acceptanceRequired: undefined }, 'acceptanceRequired']
  ])('are refused where they are at fault: %o', (changes, path) => {
    expect(pathsOf(VpcEndpointService, { ...vpcEndpointServiceWith(), ...changes })).toEqual([path])
  })
})
