import { noInfrastructure } from '../account/InfrastructureChange.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type {
  AccountId,
  KeyId,
  TrustAnchorCertificate,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'
import { infrastructureOf, type Infrastructure } from '../model/Infrastructure.js'
import type { VpcEndpointService } from '../model/VpcEndpointService.js'
import type { XksProxy } from '../model/XksProxy.js'
import { goodCircumstances, kinds } from './examples.js'

const hsmWithoutUser = { availabilityZone: 'a', state: 'ACTIVE', kmsuser: { exists: false } }

/** A cluster of which nothing is as it should be. */
const badCluster = (lostKeyMaterial: ReadonlyArray<KeyId>) => ({
  state: 'UNINITIALIZED',
  certificate: 'the certificate of no other cluster',
  trustAnchorCertificate: 'a certificate that nobody presents' as TrustAnchorCertificate,
  subnets: [false, true].map((isPrivate) => ({
    availabilityZone: 'a',
    private: isPrivate,
    exists: false,
    freeAddresses: 0
  })),
  securityGroup: { id: 'a group', inbound: [], outbound: [] },
  kmsuser: { exists: false, loggedIn: true, lockedOut: true, passwordMatches: false },
  reachable: false,
  lostKeyMaterial
})

const deniedPrincipal = 'arn:aws:iam::111122223333:user/denied'

/** A proxy that fails in every way in front of a key manager that does. `ids`: of the external keys that it has. */
const badProxy = (ids: ReadonlyArray<string>) => ({
  reachable: false,
  tlsIsValid: false,
  answersInTime: false,
  throttles: true,
  acceptsCredential: false,
  authorizesKms: false,
  deniedKeys: 'any' as const,
  deniedPrincipals: [deniedPrincipal],
  knowsUriPath: false,
  answersAreValid: false,
  supportsRequest: false,
  networkIsSound: false,
  externalKeyManager: 'UNAVAILABLE' as const,
  externalKeys: Object.fromEntries(
    ids.map((id) => [id, { keySpec: 'RSA_2048', keyUsage: [], keyStatus: 'DISABLED' }])
  )
})

/** A VPC endpoint service that meets no requirement. */
const badService: Required<Omit<VpcEndpointService, 'serviceName' | 'privateDnsName'>> = {
  allowsKms: false,
  type: 'GatewayLoadBalancer',
  loadBalancer: 'gateway',
  availabilityZones: [],
  acceptanceRequired: true,
  privateDnsNameVerified: false,
  privateDnsNameIsPublic: false,
  owner: '999999999999' as AccountId
}

/** What can be wrong in two ways: no HSM or one without kmsuser, and a wrong private DNS name or none. */
interface Wrong {
  readonly hsms: CloudHsmCluster['hsms']
  readonly privateDnsName: string | null
}

/** Whatever is named exists, and nothing is right about it. */
const badInfrastructure = (
  { keys }: Account,
  xksKeyId: string | undefined,
  { hsms, privateDnsName }: Wrong
): Infrastructure => {
  const ids = keys.flatMap((key) => (key.Origin === 'EXTERNAL_KEY_STORE' ? [key.XksKeyConfiguration.Id] : []))
  const cluster = badCluster(keys.map(({ KeyId }) => KeyId)) satisfies Omit<
    CloudHsmCluster,
    'clusterId' | 'hsms'
  >
  const proxy = badProxy(xksKeyId === undefined ? ids : [...ids, xksKeyId]) satisfies Partial<XksProxy>
  return {
    cluster: (clusterId) => ({ clusterId, ...cluster, hsms }),
    proxy: (uriEndpoint, uriPath) => ({ uriEndpoint, uriPath, ...proxy }),
    vpcEndpointService: (serviceName) => ({ serviceName, ...badService, privateDnsName })
  }
}

/** The members of a request that name something that can be elsewhere. */
export interface Names {
  readonly XksKeyId?: string
  readonly XksProxyUriEndpoint?: XksProxyUriEndpoint
  readonly XksProxyUriPath?: XksProxyUriPath
  readonly XksProxyVpcEndpointServiceName?: XksProxyVpcEndpointServiceName
}

/** A store of another account with whatever a request names, and else with what the stores of this account have. */
const takenElsewhere = ({ stores }: Account, names: Names): ReadonlyArray<CustomKeyStore> => {
  const example = kinds.VPC_ENDPOINT_SERVICE
  return [example, ...stores.filter(isExternal)].map(({ XksProxyConfiguration: configuration }) => ({
    ...example,
    ConnectionState: 'CONNECTED',
    XksProxyConfiguration: {
      ...example.XksProxyConfiguration,
      ...configuration,
      Connectivity: 'VPC_ENDPOINT_SERVICE',
      UriEndpoint: names.XksProxyUriEndpoint ?? configuration.UriEndpoint,
      UriPath: names.XksProxyUriPath ?? configuration.UriPath,
      ...(names.XksProxyVpcEndpointServiceName && {
        VpcEndpointServiceName: names.XksProxyVpcEndpointServiceName
      })
    }
  }))
}

/**
 * Circumstances among which is everything that can go wrong behind the stores of an account, in other accounts and
 * within AWS KMS. `names`: those of the request.
 */
export const badCircumstances = (account: Account, names: Names = {}): ReadonlyArray<Circumstances> => {
  const nothingLeft = { ...goodCircumstances, storeQuota: 0, keyQuota: 0, aliasQuota: 0, grantQuota: 0 }
  const broken = (wrong: Wrong) => ({
    ...nothingLeft,
    principal: deniedPrincipal,
    infrastructure: badInfrastructure(account, names.XksKeyId, wrong),
    storesOfOtherAccounts: () => takenElsewhere(account, names)
  })
  return [
    {
      ...nothingLeft,
      infrastructure: infrastructureOf(noInfrastructure),
      failure: 'DependencyTimeoutException'
    },
    { ...broken({ hsms: [], privateDnsName: 'other.example.com' }), failure: 'KMSInternalException' },
    { ...broken({ hsms: [hsmWithoutUser], privateDnsName: null }), failure: 'KeyUnavailableException' }
  ]
}
