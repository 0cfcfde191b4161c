import { trustAnchor } from '../beginning.js'
import { claimOf, option, type Fact, type FactGroup } from './Fact.js'

const hsm = (availabilityZone: string, more: object = {}) => ({ availabilityZone, state: 'ACTIVE', ...more })

const subnet = (availabilityZone: string, more: object = {}) => ({
  availabilityZone,
  private: true,
  exists: true,
  freeAddresses: 2,
  ...more
})

const traffic = {
  protocol: 'tcp',
  fromPort: 2223,
  toPort: 2225,
  group: 'cloudhsm-cluster-abcdefghijk-sg'
}

const claim = (id: string, says: string, healthy: object, faulty: object): Fact =>
  claimOf('cluster', id, says, { ...healthy }, { ...faulty })

const kmsuser = (id: string, says: string, member: string, healthy: boolean): Fact =>
  claim(id, says, { kmsuser: { [member]: healthy } }, { kmsuser: { [member]: !healthy } })

const state = (id: string): ReturnType<typeof option> => option(id, id, { state: id })

/** The facts about an AWS CloudHSM cluster. */
export const clusterFacts: ReadonlyArray<FactGroup> = [
  {
    title: 'Cluster',
    facts: [
      claim('cluster', 'It exists', { exists: true }, { exists: false }),
      {
        id: 'state',
        about: 'cluster',
        says: 'State',
        options: [state('ACTIVE'), state('DEGRADED'), state('INITIALIZED'), state('UNINITIALIZED')]
      },
      {
        id: 'hsms',
        about: 'cluster',
        says: 'HSMs',
        options: [
          option('two', 'two active, in two zones', { hsms: [hsm('a'), hsm('b')] }),
          option('zone', 'two active, in one zone', { hsms: [hsm('a'), hsm('a')] }),
          option('one', 'one active', { hsms: [hsm('a')] }),
          option('none', 'none', { hsms: [] }),
          option('kmsuser', 'two active, one without kmsuser', {
            hsms: [hsm('a'), hsm('b', { kmsuser: { exists: false } })]
          })
        ]
      },
      claim(
        'anchor',
        'The trust anchor certificate in requests is that of the cluster',
        { trustAnchorCertificate: trustAnchor },
        { trustAnchorCertificate: 'content of another customerCA.crt' }
      ),
      {
        id: 'material',
        about: 'cluster',
        says: 'The key material of the KMS keys is in it',
        matters: ({ keys }) => keys.length > 0,
        options: [
          option('yes', 'yes', { lostKeyMaterial: [] }),
          {
            id: 'no',
            says: 'no',
            changes: ({ keys }) => [{ lostKeyMaterial: keys.map(({ KeyId }) => KeyId) }],
            holds: ({ lostKeyMaterial }) => Array.isArray(lostKeyMaterial) && lostKeyMaterial.length > 0
          }
        ]
      }
    ]
  },
  {
    title: 'kmsuser',
    facts: [
      kmsuser('user', 'The user exists', 'exists', true),
      kmsuser('password', 'KMS holds its password', 'passwordMatches', true),
      kmsuser('next', 'The next password in an Update is right', 'nextPasswordMatches', true),
      kmsuser('login', 'Nobody else is logged in as it', 'loggedIn', false),
      kmsuser('lock', 'It is not locked out', 'lockedOut', false)
    ]
  },
  {
    title: 'Network of the cluster',
    facts: [
      claim('network', 'KMS can reach the cluster', { reachable: true }, { reachable: false }),
      {
        id: 'subnets',
        about: 'cluster',
        says: 'Private subnets',
        options: [
          option('two', 'in two zones', { subnets: [subnet('a'), subnet('b')] }),
          option('zone', 'in one zone', { subnets: [subnet('a')] }),
          option('deleted', 'one was deleted', { subnets: [subnet('a'), subnet('b', { exists: false })] }),
          option('full', 'one has no free address', {
            subnets: [subnet('a'), subnet('b', { freeAddresses: 0 })]
          })
        ]
      },
      claim(
        'inbound',
        'Its security group lets its traffic in',
        { securityGroup: { inbound: [traffic] } },
        { securityGroup: { inbound: [] } }
      ),
      claim(
        'outbound',
        'Its security group lets its traffic out',
        { securityGroup: { outbound: [traffic] } },
        { securityGroup: { outbound: [] } }
      )
    ]
  }
]
