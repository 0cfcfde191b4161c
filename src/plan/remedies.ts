import type {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'
import type { Source } from '../sources.js'

/** The remedy for a connection that has failed, to be applied between the disconnection and the next connection. */
export interface Remedy<T extends CustomKeyStoreType = CustomKeyStoreType> {
  /** The meaning of the ConnectionErrorCode. */
  readonly means: string
  /** The repair outside KMS; absent where trying again is all that is left. */
  readonly fix?: string
  /** The members that UpdateCustomKeyStore must carry afterwards. */
  readonly update: ReadonlyArray<UpdatableMember<T>>
  /** More members that it must carry in one case. */
  readonly mayNeed?: { readonly when: string; readonly update: ReadonlyArray<UpdatableMember<T>> }
  readonly source: Source
}

const cloudHsm = {
  INTERNAL_ERROR: {
    means: 'KMS failed.',
    update: [],
    source: 'fix-keystore'
  },
  NETWORK_ERRORS: {
    means: 'The network between KMS and the cluster failed, as a rule for a short time.',
    fix: 'Wait some minutes; repair the network if it is still at fault.',
    update: [],
    source: 'fix-keystore'
  },
  INVALID_CREDENTIALS: {
    means: 'The password that KMS holds is not the password of kmsuser.',
    fix: 'Find out the password of kmsuser, or set one in the cluster: the one that KMS holds or another.',
    update: [],
    mayNeed: {
      when: 'kmsuser has another password than the one that KMS holds',
      update: ['KeyStorePassword']
    },
    source: 'fix-keystore'
  },
  CLUSTER_NOT_FOUND: {
    means: 'No cluster has the id that KMS holds.',
    fix: 'If the cluster was deleted, create one from a backup of it.',
    update: ['CloudHsmClusterId'],
    source: 'fix-keystore'
  },
  INSUFFICIENT_CLOUDHSM_HSMS: {
    means: 'The cluster has no active HSM.',
    fix: 'Add HSMs to the cluster: one to connect, two in different Availability Zones to create keys.',
    update: [],
    source: 'fix-keystore'
  },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
    means: 'A private subnet of the cluster has no free IP address.',
    fix: 'Free at least one IP address in every private subnet of the cluster.',
    update: [],
    mayNeed: { when: 'a new cluster was created from a backup instead', update: ['CloudHsmClusterId'] },
    source: 'fix-keystore'
  },
  SUBNET_NOT_FOUND: {
    means: 'A subnet with which the cluster was configured was deleted.',
    fix: 'Create a cluster from a recent backup of this one, with subnets that exist.',
    update: ['CloudHsmClusterId'],
    source: 'fix-keystore'
  },
  USER_LOCKED_OUT: {
    means: 'Too many wrong passwords have locked kmsuser out.',
    fix: 'Set another password for kmsuser in the cluster.',
    update: ['KeyStorePassword'],
    source: 'fix-keystore'
  },
  USER_LOGGED_IN: {
    means: 'kmsuser is logged in, so KMS cannot use the account.',
    fix: 'Log kmsuser out of every HSM of the cluster.',
    update: [],
    mayNeed: { when: 'the password of kmsuser was changed', update: ['KeyStorePassword'] },
    source: 'fix-keystore'
  },
  USER_NOT_FOUND: {
    means: 'The cluster has no crypto user named kmsuser.',
    fix: 'Create the crypto user kmsuser on every HSM of the cluster, with the password that KMS holds or another one.',
    update: [],
    mayNeed: {
      when: 'kmsuser has another password than the one that KMS holds',
      update: ['KeyStorePassword']
    },
    source: 'fix-keystore'
  }
} as const satisfies Record<CloudHsmConnectionErrorCode, Remedy<'AWS_CLOUDHSM'>>

const external = {
  INTERNAL_ERROR: {
    means: 'KMS failed.',
    update: [],
    source: 'xks-troubleshooting'
  },
  NETWORK_ERRORS: {
    means: 'The network between KMS and the proxy failed, as a rule for a short time.',
    fix: 'Wait some minutes; repair the network if it is still at fault.',
    update: [],
    source: 'xks-troubleshooting'
  },
  INVALID_CREDENTIALS: {
    means: 'The proxy does not accept the credential that KMS holds.',
    fix: 'Find out the credential that the proxy accepts, or set one there: the one that KMS holds or another.',
    update: [],
    mayNeed: {
      when: 'the proxy does not accept the credential that KMS holds',
      update: ['XksProxyAuthenticationCredential']
    },
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_ACCESS_DENIED: {
    means: 'The rules of the proxy itself keep KMS out.',
    fix: 'Let KMS in by the authorization rules of the proxy.',
    update: [],
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_INVALID_CONFIGURATION: {
    means: 'The configuration leads KMS to the wrong place, as a rule by a wrong path.',
    fix: 'Find out the path at which the proxy answers.',
    update: ['XksProxyUriPath'],
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_INVALID_RESPONSE: {
    means: 'KMS cannot read the answers of the proxy.',
    fix: 'Have the vendor of the proxy correct its answers.',
    update: [],
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_INVALID_TLS_CONFIGURATION: {
    means: 'KMS does not accept the TLS version or the certificate of the proxy.',
    fix: 'Correct the TLS configuration of the proxy: protocol version, certificate authority, expiry and host name.',
    update: [],
    mayNeed: { when: 'the host name in the endpoint was wrong', update: ['XksProxyUriEndpoint'] },
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_NOT_REACHABLE: {
    means: 'KMS cannot reach the proxy, or no instance of the external key manager is available.',
    fix: 'Make the proxy reachable, and the external key manager available.',
    update: [],
    mayNeed: {
      when: 'the endpoint or the path was wrong',
      update: ['XksProxyUriEndpoint', 'XksProxyUriPath']
    },
    source: 'xks-troubleshooting'
  },
  XKS_PROXY_TIMED_OUT: {
    means: 'The proxy does not answer in time.',
    fix: 'Make the proxy answer faster.',
    update: [],
    source: 'xks-troubleshooting'
  },
  XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: {
    means: 'The VPC endpoint service is not configured as KMS requires.',
    fix: 'Correct the configuration of the VPC endpoint service.',
    update: [],
    mayNeed: {
      when: 'the service was replaced',
      update: ['XksProxyUriEndpoint', 'XksProxyVpcEndpointServiceName']
    },
    source: 'xks-troubleshooting'
  },
  XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: {
    means: 'No VPC endpoint service has the name that KMS holds, or KMS may not use it.',
    fix: 'Allow the KMS service principal of the Region to use the VPC endpoint service.',
    update: [],
    mayNeed: { when: 'the name of the service was wrong', update: ['XksProxyVpcEndpointServiceName'] },
    source: 'xks-troubleshooting'
  }
} as const satisfies Record<ExternalConnectionErrorCode, Remedy<'EXTERNAL_KEY_STORE'>>

const table = { AWS_CLOUDHSM: cloudHsm, EXTERNAL_KEY_STORE: external } as const

type Remedies = Pick<typeof table, keyof typeof table>

/**
 * The remedy for every ConnectionErrorCode, by the type of the store: its meaning, the repair outside KMS, and the members
 * to update afterwards.
 *
 * @example
 * planning.remedies.AWS_CLOUDHSM.INVALID_CREDENTIALS.means
 * //=> 'The password that KMS holds is not the password of kmsuser.'
 */
export const remedies: Remedies = table
