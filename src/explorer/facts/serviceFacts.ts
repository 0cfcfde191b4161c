import { claimOf, option, type Fact, type FactGroup } from './Fact.js'

const claim = (id: string, says: string, healthy: object, faulty: object): Fact =>
  claimOf('service', id, says, { ...healthy }, { ...faulty })

/** The facts about an Amazon VPC endpoint service. */
export const serviceFacts: ReadonlyArray<FactGroup> = [
  {
    title: 'VPC endpoint service',
    facts: [
      claim('service', 'It exists', { exists: true }, { exists: false }),
      claim('principal', 'It allows the service principal of KMS', { allowsKms: true }, { allowsKms: false }),
      claim(
        'owner',
        'The account of the store owns it',
        { owner: '111122223333' },
        { owner: '444455556666' }
      ),
      claim('type', 'It is an interface', { type: 'Interface' }, { type: 'Gateway' }),
      claim(
        'balancer',
        'Its load balancer is a network load balancer',
        { loadBalancer: 'network' },
        { loadBalancer: 'gateway' }
      ),
      claim(
        'zones',
        'It is in two Availability Zones',
        { availabilityZones: ['a', 'b'] },
        { availabilityZones: ['a'] }
      ),
      claim(
        'acceptance',
        'It requires no acceptance',
        { acceptanceRequired: false },
        { acceptanceRequired: true }
      ),
      {
        id: 'name',
        about: 'service',
        says: 'Private DNS name',
        options: [
          option('same', 'that of the proxy', { privateDnsName: 'xks.example.com' }),
          option('other', 'another one', { privateDnsName: 'other.example.com' }),
          option('none', 'none', { privateDnsName: null })
        ]
      },
      claim(
        'verified',
        'The name is verified',
        { privateDnsNameVerified: true },
        { privateDnsNameVerified: false }
      ),
      claim(
        'public',
        'The name is in a public domain',
        { privateDnsNameIsPublic: true },
        { privateDnsNameIsPublic: false }
      )
    ]
  }
]
