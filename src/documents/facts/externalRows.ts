import { healthyExternalKey } from '../../model/XksProxy.js'
import { xksKeyId } from '../../possible/examples.js'
import { existence, type FactRows } from './FactRow.js'

const keyWith = (change: object) => ({ externalKeys: { [xksKeyId]: { ...healthyExternalKey, ...change } } })

/** The principal whose requests the example denies. */
export const deniedPrincipal = 'arn:aws:iam::111122223333:user/example'

export const proxyRows: FactRows = {
  exists: existence('proxy'),
  uriEndpoint: { means: 'The first half of its address. Hosts are compared without regard to case.' },
  uriPath: { means: 'The second half of its address.' },
  reachable: { means: 'Whether its endpoint can be connected to.', fault: { reachable: false } },
  tlsIsValid: {
    means: 'Whether TLS version, certificate authority, expiry and host name are as required.',
    fault: { tlsIsValid: false }
  },
  answersInTime: { means: 'Whether it answers soon enough for AWS KMS.', fault: { answersInTime: false } },
  throttles: {
    means: 'Whether it turns requests away because there are too many.',
    fault: { throttles: true }
  },
  acceptsCredential: {
    means: 'Whether the credential that AWS KMS holds is the proxy’s.',
    fault: { acceptsCredential: false }
  },
  authorizesKms: { means: 'Whether its own rules let AWS KMS in.', fault: { authorizesKms: false } },
  knowsUriPath: { means: 'Whether the path leads to the proxy.', fault: { knowsUriPath: false } },
  answersAreValid: { means: 'Whether AWS KMS can read its answers.', fault: { answersAreValid: false } },
  supportsRequest: {
    means: 'Whether it implements what AWS KMS asks for.',
    fault: { supportsRequest: false }
  },
  networkIsSound: {
    means: 'Whether nothing else on the way between AWS KMS and the proxy fails.',
    fault: { networkIsSound: false }
  },
  externalKeyManager: {
    means: 'How the instances of the external key manager do; `UNAVAILABLE` when none works.',
    fault: { externalKeyManager: 'UNAVAILABLE' }
  },
  externalKeys: {
    means:
      'The external keys that there are, by XksKeyId; `any`: whichever is asked for is there and healthy.',
    fault: { externalKeys: {} }
  },
  'externalKeys{}.keySpec': { means: 'What kind of key it is.', fault: keyWith({ keySpec: 'RSA_2048' }) },
  'externalKeys{}.keyUsage': {
    means: 'What it may be used for; more than the two below is no fault.',
    fault: keyWith({ keyUsage: ['ENCRYPT'] })
  },
  'externalKeys{}.keyStatus': { means: 'Whether it is enabled.', fault: keyWith({ keyStatus: 'DISABLED' }) },
  deniedKeys: {
    means: 'The external keys, by XksKeyId, about which its own rules deny requests; none if absent.',
    fault: { deniedKeys: [xksKeyId] }
  },
  deniedPrincipals: {
    means: 'The principals, by ARN, whose requests about keys its own rules deny; none if absent.',
    fault: { deniedPrincipals: [deniedPrincipal] }
  }
}

export const serviceRows: FactRows = {
  exists: existence('service'),
  serviceName: { means: 'Its name.' },
  allowsKms: {
    means: 'Whether its allowed principals include that of AWS KMS in the Region.',
    fault: { allowsKms: false }
  },
  type: { means: 'Its type.', fault: { type: 'GatewayLoadBalancer' } },
  loadBalancer: { means: 'The kind of its load balancer.', fault: { loadBalancer: 'gateway' } },
  availabilityZones: {
    means: 'The Availability Zones in which its load balancer has a subnet.',
    fault: { availabilityZones: ['a'] }
  },
  acceptanceRequired: {
    means: 'Whether somebody has to accept each connection.',
    fault: { acceptanceRequired: true }
  },
  privateDnsNameVerified: {
    means: 'Whether the domain of its private DNS name has been verified.',
    fault: { privateDnsNameVerified: false }
  },
  privateDnsName: {
    means: 'Its private DNS name; null if it has none; if absent, it is the host of the endpoint.',
    fault: { privateDnsName: 'other.example.com' }
  },
  privateDnsNameIsPublic: {
    means: 'Whether that name is in a public domain; true if absent.',
    fault: { privateDnsNameIsPublic: false }
  },
  owner: {
    means: 'The account that it belongs to; if absent, it is the one that is expected.',
    fault: { owner: '444455556666' }
  }
}
