import { describe, expect, it } from 'vitest'
import {
  behind,
  healthyInfrastructure,
  InfrastructureFacts,
  infrastructureOf,
  orElse
} from '../../src/model/Infrastructure.js'
import {
  CloudHsmClusterId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../../src/model/identifiers.js'
import {
  cloudHsmStore,
  clusterWith,
  decoded,
  externalStore,
  infrastructureFacts,
  proxyWith,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

const known = infrastructureOf(infrastructureFacts)
const none = infrastructureOf({ clusters: [], proxies: [], vpcEndpointServices: [] })
const clusterId = decoded(CloudHsmClusterId, 'cluster-abcdefghijk')
const otherClusterId = decoded(CloudHsmClusterId, 'cluster-bcdefghijkl')
const endpoint = decoded(XksProxyUriEndpoint, 'https://public.example.com')
const path = decoded(XksProxyUriPath, '/first/kms/xks/v1')
const serviceName = decoded(XksProxyVpcEndpointServiceName, 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234')

describe('infrastructure made of facts', () => {
  it('has what they tell, and nothing else', () => {
    expect(known.cluster(clusterId)).toEqual(clusterWith())
    expect(known.cluster(otherClusterId)).toBeUndefined()
    expect(known.proxy(endpoint, path)).toEqual(proxyWith())
    expect(known.proxy(endpoint, decoded(XksProxyUriPath, '/FIRST/kms/xks/v1'))).toBeUndefined()
    expect(known.proxy(decoded(XksProxyUriEndpoint, 'https://other.example.com'), path)).toBeUndefined()
    expect(known.vpcEndpointService(serviceName)).toEqual(vpcEndpointServiceWith())
    expect(none.vpcEndpointService(serviceName)).toBeUndefined()
  })

  it('has of two with one name the first', () => {
    const [first, second] = [clusterWith({ state: 'ACTIVE' }), clusterWith({ state: 'DEGRADED' })]
    const both = infrastructureOf({ ...infrastructureFacts, clusters: [first, second] })
    expect(both.cluster(clusterId)).toBe(first)
  })

  it('compares hosts without regard to case', () => {
    expect(known.proxy(decoded(XksProxyUriEndpoint, 'https://PUBLIC.example.COM'), path)).toEqual(proxyWith())
  })

  it('is read from plain data', () => {
    expect(decoded(InfrastructureFacts, JSON.parse(JSON.stringify(infrastructureFacts)))).toEqual(
      infrastructureFacts
    )
    expect(pathsOf(InfrastructureFacts, { clusters: [{}], proxies: 1 })).toEqual(
      expect.arrayContaining(['clusters.0.clusterId', 'proxies', 'vpcEndpointServices'])
    )
  })
})

describe('infrastructure without a fault', () => {
  it('has no VPC endpoint service behind a store that is reached without one', () => {
    expect(behind(healthyInfrastructure, externalStore('CONNECTED')).vpcEndpointService).toBeUndefined()
  })

  it('has whatever is named', () => {
    expect(healthyInfrastructure.cluster(otherClusterId)?.clusterId).toBe('cluster-bcdefghijkl')
    expect(healthyInfrastructure.proxy(endpoint, path)).toMatchObject({
      uriEndpoint: endpoint,
      uriPath: path
    })
    expect(healthyInfrastructure.vpcEndpointService(serviceName)?.serviceName).toBe(serviceName)
  })
})

describe('one infrastructure or else another', () => {
  it('has what the first has, or else what the second has', () => {
    const both = orElse(healthyInfrastructure)(known)
    expect(both.cluster(clusterId)).toEqual(clusterWith())
    expect(both.cluster(otherClusterId)?.clusterId).toBe('cluster-bcdefghijkl')
    expect(both.proxy(endpoint, path)).toEqual(proxyWith())
    expect(orElse(healthyInfrastructure)(none).proxy(endpoint, path)?.externalKeys).toBe('any')
    expect(both.vpcEndpointService(serviceName)).toEqual(vpcEndpointServiceWith())
    expect(orElse(healthyInfrastructure)(none).vpcEndpointService(serviceName)?.owner).toBeUndefined()
    expect(orElse(none)(none).cluster(clusterId)).toBeUndefined()
  })
})

describe('what stands behind a store', () => {
  it('is found by what the store names', () => {
    expect(behind(known, cloudHsmStore('CONNECTED'))).toEqual({ cluster: clusterWith() })
    expect(behind(known, externalStore('CONNECTED'))).toEqual({
      proxy: proxyWith(),
      vpcEndpointService: undefined
    })
    expect(behind(known, externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE'))).toEqual({
      proxy: vpcProxyWith(),
      vpcEndpointService: vpcEndpointServiceWith()
    })
    expect(behind(none, externalStore('CONNECTED', 'VPC_ENDPOINT_SERVICE'))).toEqual({})
  })
})
