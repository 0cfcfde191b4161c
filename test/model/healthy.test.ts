/** What stands behind a store where nothing is at fault, member by member, from the documents. Written by hand. */
import { expect, it } from 'vitest'
import { ServiceFailure } from '../../src/model/BackingKeyStore.js'
import { healthyInfrastructure } from '../../src/model/Infrastructure.js'
import { healthyExternalKey } from '../../src/model/XksProxy.js'
import { cloudHsmStore, externalStore } from '../fixtures.js'

const { CloudHsmClusterId: clusterId } = cloudHsmStore('CONNECTED')
const { XksProxyConfiguration: proxy } = externalStore('CONNECTED')

it('a cluster has two active HSMs and free addresses in different zones, its own security group, and kmsuser', () => {
  const traffic = { protocol: 'tcp', fromPort: 2223, toPort: 2225, group: `cloudhsm-${clusterId}-sg` }
  expect(healthyInfrastructure.cluster(clusterId)).toStrictEqual({
    clusterId,
    state: 'ACTIVE',
    certificate: `certificate of ${clusterId}`,
    hsms: [
      { availabilityZone: 'a', state: 'ACTIVE' },
      { availabilityZone: 'b', state: 'ACTIVE' }
    ],
    subnets: [
      { availabilityZone: 'a', private: true, exists: true, freeAddresses: 2 },
      { availabilityZone: 'b', private: true, exists: true, freeAddresses: 2 }
    ],
    securityGroup: { id: `cloudhsm-${clusterId}-sg`, inbound: [traffic], outbound: [traffic] },
    kmsuser: { exists: true, loggedIn: false, lockedOut: false, passwordMatches: true },
    reachable: true
  })
})

it('a proxy answers, and has every external key that is asked for', () => {
  expect(healthyInfrastructure.proxy(proxy.UriEndpoint, proxy.UriPath)).toStrictEqual({
    uriEndpoint: proxy.UriEndpoint,
    uriPath: proxy.UriPath,
    reachable: true,
    tlsIsValid: true,
    answersInTime: true,
    throttles: false,
    acceptsCredential: true,
    authorizesKms: true,
    knowsUriPath: true,
    answersAreValid: true,
    supportsRequest: true,
    networkIsSound: true,
    externalKeyManager: 'ACTIVE',
    externalKeys: 'any'
  })
  expect(healthyExternalKey).toStrictEqual({
    keySpec: 'AES_256',
    keyUsage: ['ENCRYPT', 'DECRYPT'],
    keyStatus: 'ENABLED'
  })
})

it('a VPC endpoint service is an interface with a network load balancer in two zones, which lets KMS in', () => {
  const serviceName = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
  expect(healthyInfrastructure.vpcEndpointService(serviceName as never)).toStrictEqual({
    serviceName,
    allowsKms: true,
    type: 'Interface',
    loadBalancer: 'network',
    availabilityZones: ['a', 'b'],
    acceptanceRequired: false,
    privateDnsNameVerified: true
  })
})

it('KMS itself fails in three ways', () => {
  const names = [
    'KMSInternalException',
    'DependencyTimeoutException',
    'KeyUnavailableException',
    'NotFoundException'
  ]
  expect(names.filter(ServiceFailure.is)).toEqual(names.slice(0, 3))
})
