import { healthyExternalKey } from '../../model/XksProxy.js'
import { xksKeyIds } from '../Place.js'
import { claimOf, option, type Fact, type FactGroup, type Option } from './Fact.js'

const claim = (id: string, says: string, member: string, healthy = true): Fact =>
  claimOf('proxy', id, says, { [member]: healthy }, { [member]: !healthy })

const keysWith = (id: string, says: string, fault: object): Option => ({
  id,
  says,
  changes: (place) => [
    {
      externalKeys: Object.fromEntries(
        xksKeyIds(place).map((name) => [name, { ...healthyExternalKey, ...fault }])
      )
    }
  ]
})

/** The facts about an external key store proxy and the key manager behind it. */
export const proxyFacts: ReadonlyArray<FactGroup> = [
  {
    title: 'External key store proxy',
    facts: [
      claim('reach', 'KMS can reach it', 'reachable'),
      claim('tls', 'Its TLS certificate is valid', 'tlsIsValid'),
      claim('time', 'It answers in time', 'answersInTime'),
      claim('throttle', 'It does not throttle', 'throttles', false),
      claim('sound', 'Nothing else on the network fails', 'networkIsSound'),
      claim('credential', 'It accepts the credential that KMS holds', 'acceptsCredential'),
      claim('authorize', 'Its own rules let KMS in', 'authorizesKms'),
      claim('path', 'The URI path leads to it', 'knowsUriPath'),
      claim('valid', 'KMS can read its answers', 'answersAreValid'),
      claim('support', 'It supports what KMS asks for', 'supportsRequest')
    ]
  },
  {
    title: 'External key manager',
    facts: [
      {
        id: 'manager',
        about: 'proxy',
        says: 'Health',
        options: [
          option('active', 'ACTIVE', { externalKeyManager: 'ACTIVE' }),
          option('degraded', 'DEGRADED', { externalKeyManager: 'DEGRADED' }),
          option('unavailable', 'UNAVAILABLE', { externalKeyManager: 'UNAVAILABLE' })
        ]
      },
      {
        id: 'keys',
        about: 'proxy',
        says: 'External keys',
        options: [
          option('fit', 'fit for use', { externalKeys: 'any' }),
          keysWith('disabled', 'disabled', { keyStatus: 'DISABLED' }),
          keysWith('spec', 'not AES_256', { keySpec: 'RSA_2048' }),
          keysWith('usage', 'cannot decrypt', { keyUsage: ['ENCRYPT'] }),
          option('missing', 'missing', { externalKeys: 'any' }, { externalKeys: {} })
        ]
      },
      claimOf(
        'proxy',
        'allow',
        'The rules of the proxy allow their use',
        { deniedKeys: [] },
        { deniedKeys: 'any' }
      )
    ]
  }
]
