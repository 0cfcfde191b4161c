import { healthyCluster } from '../../model/CloudHsmCluster.js'
import { clusterId, keyId } from '../../possible/examples.js'
import { existence, type FactRows } from './FactRow.js'

const zone = (availabilityZone: string, more: object = {}) => ({ availabilityZone, state: 'ACTIVE', ...more })
const subnet = (availabilityZone: string, more: object = {}) => ({
  availabilityZone,
  private: true,
  exists: true,
  freeAddresses: 2,
  ...more
})

/** The rows of the traffic that the security group lets through. `group`: what the other end is to it. */
const trafficRows = (way: 'inbound' | 'outbound', group: string): FactRows => {
  const healthy = healthyCluster(clusterId).securityGroup[way]
  const fault = (change: object) => ({
    securityGroup: { [way]: healthy.map((traffic) => ({ ...traffic, ...change })) }
  })
  return {
    [`securityGroup.${way}[].protocol`]: { means: 'The protocol.', fault: fault({ protocol: 'udp' }) },
    [`securityGroup.${way}[].fromPort`]: { means: 'The first port.', fault: fault({ fromPort: 2224 }) },
    [`securityGroup.${way}[].toPort`]: { means: 'The last port.', fault: fault({ toPort: 2224 }) },
    [`securityGroup.${way}[].group`]: {
      means: `${group}: the id of a security group.`,
      fault: fault({ group: 'sg-other' })
    }
  }
}

export const clusterRows: FactRows = {
  exists: existence('cluster'),
  clusterId: { means: 'Its id.' },
  state: { means: 'As AWS CloudHSM shows it.', fault: { state: 'UNINITIALIZED' } },
  certificate: {
    means:
      'The cluster certificate. An Update may name only a cluster that has the same one (`clusterIsRelated`).'
  },
  trustAnchorCertificate: {
    means: 'The content of its customerCA.crt; if absent, every certificate of a request is the right one.',
    fault: { trustAnchorCertificate: 'another customerCA.crt' }
  },
  hsms: { means: 'Its HSMs.', fault: { hsms: [] } },
  'hsms[].availabilityZone': { means: 'Where the HSM is.', fault: { hsms: [zone('a'), zone('a')] } },
  'hsms[].state': {
    means: 'As AWS CloudHSM shows it.',
    fault: { hsms: [zone('a'), zone('b', { state: 'DEGRADED' })] }
  },
  'hsms[].kmsuser': { means: 'The crypto user kmsuser on this HSM; if absent, it is as on the others.' },
  'hsms[].kmsuser.exists': {
    means: 'Whether the user is there.',
    fault: { hsms: [zone('a'), zone('b', { kmsuser: { exists: false } })] }
  },
  'hsms[].kmsuser.loggedIn': {
    means: 'Whether somebody is logged in as the user there.',
    fault: { hsms: [zone('a'), zone('b', { kmsuser: { loggedIn: true } })] }
  },
  subnets: { means: 'The subnets with which the cluster was configured.', fault: { subnets: [subnet('a')] } },
  'subnets[].availabilityZone': {
    means: 'Where the subnet is.',
    fault: { subnets: [subnet('a'), subnet('a')] }
  },
  'subnets[].private': {
    means: 'Whether it is a private one.',
    fault: { subnets: [subnet('a'), subnet('b', { private: false })] }
  },
  'subnets[].exists': {
    means: 'False once it was deleted.',
    fault: { subnets: [subnet('a'), subnet('b', { exists: false })] }
  },
  'subnets[].freeAddresses': {
    means: 'How many IP addresses it has left.',
    fault: { subnets: [subnet('a'), subnet('b', { freeAddresses: 0 })] }
  },
  securityGroup: { means: 'The security group of the cluster.' },
  'securityGroup.id': {
    means: 'Its id, which the traffic below names.',
    fault: { securityGroup: { id: 'sg-other' } }
  },
  'securityGroup.inbound': {
    means: 'The traffic that it lets in.',
    fault: { securityGroup: { inbound: [] } }
  },
  ...trafficRows('inbound', 'Where it comes from'),
  'securityGroup.outbound': {
    means: 'The traffic that it lets out.',
    fault: { securityGroup: { outbound: [] } }
  },
  ...trafficRows('outbound', 'Where it goes to'),
  kmsuser: { means: 'The crypto user kmsuser, as whom AWS KMS logs in.' },
  'kmsuser.exists': { means: 'Whether the user is there.', fault: { kmsuser: { exists: false } } },
  'kmsuser.loggedIn': {
    means: 'Whether somebody is logged in as the user.',
    fault: { kmsuser: { loggedIn: true } }
  },
  'kmsuser.lockedOut': {
    means: 'Whether too many wrong passwords have locked the user out.',
    fault: { kmsuser: { lockedOut: true } }
  },
  'kmsuser.passwordMatches': {
    means: 'Whether the password that AWS KMS holds is the user’s.',
    fault: { kmsuser: { passwordMatches: false } }
  },
  'kmsuser.nextPasswordMatches': {
    means: 'Whether the password of the next Update is; true if absent. It becomes `passwordMatches` then.'
  },
  reachable: {
    means: 'Whether the network between AWS KMS and the cluster works.',
    fault: { reachable: false }
  },
  lostKeyMaterial: {
    means: 'The ids of the KMS keys whose key material was deleted from the cluster; none if absent.',
    fault: { lostKeyMaterial: [keyId] }
  }
}
