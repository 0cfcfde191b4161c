import { describe, expect, it } from 'vitest'
import { CloudHsmCluster, healthyCluster } from '../../src/model/CloudHsmCluster.js'
import { CloudHsmClusterId } from '../../src/model/identifiers.js'
import { clusterWith, decoded } from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

describe('facts about a cluster', () => {
  it('of one without a fault are read as they are', () => {
    const cluster = healthyCluster(decoded(CloudHsmClusterId, 'cluster-abcdefghijk'))
    expect(decoded(CloudHsmCluster, JSON.parse(JSON.stringify(cluster)))).toEqual(cluster)
  })

  it('are read whatever the form of the id', () => {
    expect(clusterWith({ clusterId: 'cluster-1a23b4cdefg' }).clusterId).toBe('cluster-1a23b4cdefg')
  })

  it.each([
    [{ clusterId: undefined }, 'clusterId'],
    [{ hsms: [{ availabilityZone: 'a' }] }, 'hsms.0.state'],
    [{ subnets: {} }, 'subnets'],
    [
      { securityGroup: { id: 'sg', inbound: [], outbound: [{ protocol: 'tcp' }] } },
      'securityGroup.outbound.0.fromPort'
    ],
    [{ kmsuser: { exists: true } }, 'kmsuser.passwordMatches'],
    [{ lostKeyMaterial: [1] }, 'lostKeyMaterial.0']
  ])('are refused where they are at fault: %o', (changes, path) => {
    expect(pathsOf(CloudHsmCluster, { ...clusterWith(), ...changes })).toContain(path)
  })
})
