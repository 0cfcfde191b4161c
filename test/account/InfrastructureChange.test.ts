import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { InfrastructureFacts } from '../../src/model/Infrastructure.js'
import {
  infrastructureAfter,
  noInfrastructure,
  withInfrastructureChange
} from '../../src/account/InfrastructureChange.js'
import { nameOfEntry } from '../../src/account/infrastructureKinds.js'
import {
  clusterWith,
  infrastructureFacts,
  proxyWith,
  vpcEndpointServiceWith,
  vpcProxyWith
} from '../fixtures.js'

const clusterId = 'cluster-abcdefghijk'
const publicProxy = { uriEndpoint: 'https://public.example.com', uriPath: '/first/kms/xks/v1' }
const serviceName = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'

const after = (change: unknown, before: InfrastructureFacts = infrastructureFacts): InfrastructureFacts => {
  const result = withInfrastructureChange(change)(before)
  if (E.isRight(result)) return result.right
  throw new Error(JSON.stringify(result.left))
}
const faultsOf = (change: unknown): ReadonlyArray<string> => {
  const result = withInfrastructureChange(change)(infrastructureFacts)
  return E.isLeft(result) ? result.left.map(({ path }) => path) : []
}

describe('a change of infrastructure', () => {
  it('of nothing changes nothing', () => {
    expect(after({})).toEqual(infrastructureFacts)
    expect(after({ clusters: [], proxies: [], vpcEndpointServices: [] })).toEqual(infrastructureFacts)
  })

  it('leaves the lists as they are of which it says nothing', () => {
    const { clusters, proxies, vpcEndpointServices } = after({
      clusters: [{ clusterId, exists: false }],
      proxies: []
    })
    expect(clusters).toEqual([])
    expect(proxies).toBe(infrastructureFacts.proxies)
    expect(vpcEndpointServices).toBe(infrastructureFacts.vpcEndpointServices)
  })

  it('says which entries it was told of, and whether they exist now', () => {
    const told = infrastructureAfter({
      clusters: [{ clusterId, exists: false }],
      proxies: [{ ...publicProxy, reachable: false }],
      vpcEndpointServices: [{ serviceName }, { serviceName, exists: false }, { serviceName, exists: true }]
    })(infrastructureFacts)
    expect(E.isRight(told) && [...told.right.told.values()]).toEqual([false, true, true])
    expect(E.isRight(told) && [...told.right.told.keys()]).toEqual([
      nameOfEntry('cluster', clusterId),
      nameOfEntry('proxy', publicProxy.uriEndpoint, publicProxy.uriPath),
      nameOfEntry('service', serviceName)
    ])
  })

  it('tells what is other than before', () => {
    expect(after({ clusters: [{ clusterId, state: 'DEGRADED' }] })).toEqual({
      ...infrastructureFacts,
      clusters: [clusterWith({ state: 'DEGRADED' })]
    })
    expect(after({ proxies: [{ ...publicProxy, reachable: false }] }).proxies).toEqual([
      vpcProxyWith(),
      proxyWith({ reachable: false })
    ])
    expect(after({ vpcEndpointServices: [{ serviceName, allowsKms: false }] }).vpcEndpointServices).toEqual([
      vpcEndpointServiceWith({ allowsKms: false })
    ])
  })

  it('is refused with what a member of no such name is, and which names there are', () => {
    const refused = withInfrastructureChange({ clusters: [{ clusterId, sate: 'ACTIVE' }] })(
      infrastructureFacts
    )
    expect(E.isLeft(refused) && refused.left).toMatchObject([
      { path: 'clusters.0.sate', kind: 'unknown member', receivedAs: 'words' }
    ])
  })

  it('is refused with the names that a member can have, where it is', () => {
    const constraintOf = (change: object): ReadonlyArray<string> => {
      const refused = withInfrastructureChange({ clusters: [{ clusterId, ...change }] })(infrastructureFacts)
      return E.isLeft(refused) ? refused.left.map(({ constraint }) => constraint) : []
    }
    const [ofCluster = ''] = constraintOf({ exist: false })
    for (const name of ['clusterId', 'state', 'kmsuser', 'exists']) expect(ofCluster).toContain(name)
    expect(constraintOf({ kmsuser: { logedIn: true } })).toEqual([
      'Member must be one of: exists, loggedIn, lockedOut, passwordMatches, nextPasswordMatches; did you mean loggedIn?'
    ])
  })

  it('changes one member of a record, and a list as a whole', () => {
    const hsms = [{ availabilityZone: 'a', state: 'ACTIVE' }]
    expect(after({ clusters: [{ clusterId, kmsuser: { loggedIn: true }, hsms }] }).clusters).toEqual([
      clusterWith({ kmsuser: { ...clusterWith().kmsuser, loggedIn: true }, hsms })
    ])
  })

  it('adds what was not there, without a fault but for what is told', () => {
    const changed = after(
      {
        clusters: [{ clusterId, reachable: false }],
        proxies: [{ ...publicProxy, throttles: true }],
        vpcEndpointServices: [{ serviceName, acceptanceRequired: true }]
      },
      noInfrastructure
    )
    expect(changed.clusters).toMatchObject([{ clusterId, state: 'ACTIVE', reachable: false }])
    expect(changed.proxies).toMatchObject([
      { ...publicProxy, reachable: true, throttles: true, externalKeys: 'any' }
    ])
    expect(changed.vpcEndpointServices).toMatchObject([
      { serviceName, allowsKms: true, acceptanceRequired: true }
    ])
  })

  it('takes away what does not exist any more', () => {
    expect(after({ clusters: [{ clusterId, exists: false }] }).clusters).toEqual([])
    expect(after({ proxies: [{ ...publicProxy, exists: false }] }).proxies).toEqual([vpcProxyWith()])
    expect(after({ vpcEndpointServices: [{ serviceName, exists: false }] }, noInfrastructure)).toEqual(
      noInfrastructure
    )
  })

  it('happens in the order in which it is told', () => {
    const changes = [
      { clusterId, exists: false },
      { clusterId, state: 'UNINITIALIZED' }
    ]
    expect(after({ clusters: changes }).clusters).toMatchObject([
      { clusterId, state: 'UNINITIALIZED', reachable: true }
    ])
    expect(after({ clusters: [...changes].reverse() }).clusters).toEqual([])
  })

  it('leaves the facts that it is given as they were', () => {
    const before = Object.freeze({
      ...infrastructureFacts,
      clusters: Object.freeze([Object.freeze(clusterWith())])
    })
    after({ clusters: [{ clusterId, kmsuser: { exists: false } }] }, before)
    expect(before.clusters).toEqual([clusterWith()])
  })

  it.each([
    [null, ''],
    ['clusters', ''],
    [[], ''],
    [{ clusters: {} }, 'clusters'],
    [{ clusters: [null] }, 'clusters.0'],
    [{ clusters: [{ clusterId }, {}] }, 'clusters.1.clusterId'],
    [{ clusters: [{ clusterId, state: 1 }] }, 'clusters.0.state'],
    [{ clusters: [{ clusterId, kmsuser: { exists: 'yes' } }] }, 'clusters.0.kmsuser.exists'],
    [{ clusters: [{ clusterId, kmsuser: null }] }, 'clusters.0.kmsuser'],
    [{ clusters: [{ clusterId, exists: 'no' }] }, 'clusters.0.exists'],
    [{ clusters: [{ clusterId, stat: 'ACTIVE' }] }, 'clusters.0.stat'],
    [{ clusters: [{ clusterId, kmsuser: { password: 'hunter2' } }] }, 'clusters.0.kmsuser.password'],
    [{ proxies: [{ uriEndpoint: 'https://public.example.com' }] }, 'proxies.0.uriPath'],
    [{ proxies: [{ ...publicProxy, externalKeys: [] }] }, 'proxies.0.externalKeys'],
    [
      { vpcEndpointServices: [{ serviceName, availabilityZones: 'a' }] },
      'vpcEndpointServices.0.availabilityZones'
    ],
    [{ cluster: [] }, 'cluster']
  ])('is refused where it is at fault: %j', (change, path) => {
    expect(faultsOf(change)).toContain(path)
  })

  it('is refused, not thrown at, when it throws as it is read', () => {
    const fails = (): never => {
      throw new Error('unreadable')
    }
    const getter = Object.defineProperty({ clusterId }, 'state', { get: fails, enumerable: true })
    for (const change of [new Proxy({}, { ownKeys: fails }), { clusters: [getter] }, { proxies: getter }]) {
      expect(faultsOf(change)).toHaveLength(1)
    }
  })

  it('named __proto__ changes nothing of other objects', () => {
    const change: unknown = JSON.parse(
      `{ "clusters": [{ "clusterId": "${clusterId}", "__proto__": { "a": 1 } }] }`
    )
    withInfrastructureChange(change)(infrastructureFacts)
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })

  it('looks at each entry a few times only, however many there are', () => {
    let looks = 0
    const counted = (id: number) =>
      Object.defineProperty(clusterWith({ clusterId: `cluster-${String(id)}` }), 'clusterId', {
        enumerable: true,
        get: () => {
          looks += 1
          return `cluster-${String(id)}`
        }
      })
    const clusters = Array.from({ length: 500 }, (_, i) => counted(i))
    const changes = Array.from({ length: 500 }, (_, i) => ({ clusterId: `cluster-${String(i * 2)}` }))
    const changed = after({ clusters: changes }, { ...noInfrastructure, clusters })
    expect(changed.clusters).toHaveLength(750)
    expect(looks).toBeLessThan(10 * (clusters.length + changes.length))
  })
})
