import { identity } from 'fp-ts/lib/function.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import { healthyCluster, type CloudHsmCluster } from '../model/CloudHsmCluster.js'
import type {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { isCloudHsm, isFailed, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { healthyVpcEndpointService, type VpcEndpointService } from '../model/VpcEndpointService.js'
import { healthyProxy, type XksProxy } from '../model/XksProxy.js'

/** A fault of the cluster, proxy or VPC endpoint service behind a store. */
export interface BackingFault {
  readonly cluster?: (healthy: CloudHsmCluster) => CloudHsmCluster | undefined
  readonly proxy?: Partial<XksProxy>
  readonly service?: Partial<VpcEndpointService>
}

export const noFault: BackingFault = {}

const kmsuser = (is: Partial<CloudHsmCluster['kmsuser']>): BackingFault => ({
  cluster: (healthy) => ({ ...healthy, kmsuser: { ...healthy.kmsuser, ...is } })
})

const everySubnet = (is: Partial<CloudHsmCluster['subnets'][number]>): BackingFault => ({
  cluster: (healthy) => ({ ...healthy, subnets: healthy.subnets.map((subnet) => ({ ...subnet, ...is })) })
})

/** A faulty VPC endpoint service, through which the proxy cannot be reached. */
const withService = (service: Partial<VpcEndpointService>): BackingFault => ({
  proxy: { reachable: false },
  service
})

/** The fault that each ConnectionErrorCode is taken to mean; a failure of KMS itself is taken to be over. */
const faults: {
  readonly AWS_CLOUDHSM: Readonly<Record<CloudHsmConnectionErrorCode, BackingFault>>
  readonly EXTERNAL_KEY_STORE: Readonly<Record<ExternalConnectionErrorCode, BackingFault>>
} = {
  AWS_CLOUDHSM: {
    INTERNAL_ERROR: noFault,
    NETWORK_ERRORS: { cluster: (healthy) => ({ ...healthy, reachable: false }) },
    INVALID_CREDENTIALS: kmsuser({ passwordMatches: false }),
    CLUSTER_NOT_FOUND: { cluster: () => undefined },
    INSUFFICIENT_CLOUDHSM_HSMS: { cluster: (healthy) => ({ ...healthy, hsms: [] }) },
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: everySubnet({ freeAddresses: 0 }),
    SUBNET_NOT_FOUND: everySubnet({ exists: false }),
    USER_LOCKED_OUT: kmsuser({ lockedOut: true }),
    USER_LOGGED_IN: kmsuser({ loggedIn: true }),
    USER_NOT_FOUND: kmsuser({ exists: false })
  },
  EXTERNAL_KEY_STORE: {
    INTERNAL_ERROR: noFault,
    NETWORK_ERRORS: { proxy: { networkIsSound: false } },
    INVALID_CREDENTIALS: { proxy: { acceptsCredential: false } },
    XKS_PROXY_ACCESS_DENIED: { proxy: { authorizesKms: false } },
    XKS_PROXY_INVALID_CONFIGURATION: { proxy: { knowsUriPath: false } },
    XKS_PROXY_INVALID_RESPONSE: { proxy: { answersAreValid: false } },
    XKS_PROXY_INVALID_TLS_CONFIGURATION: { proxy: { tlsIsValid: false } },
    XKS_PROXY_NOT_REACHABLE: { proxy: { reachable: false } },
    XKS_PROXY_TIMED_OUT: { proxy: { answersInTime: false } },
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: withService({ privateDnsNameVerified: false }),
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: withService({ allowsKms: false })
  }
}

/** The fault because of which a store is FAILED; none in any other state. */
export const faultBehind = (store: CustomKeyStore): BackingFault => {
  if (!isFailed(store)) return noFault
  return isCloudHsm(store)
    ? faults.AWS_CLOUDHSM[store.ConnectionErrorCode]
    : faults.EXTERNAL_KEY_STORE[store.ConnectionErrorCode]
}

/**
 * The infrastructure behind a store, with a fault. Whatever the store may be changed to has the same fault, and every
 * cluster is related to the present one.
 */
export const infrastructureWith = (fault: BackingFault, store: CustomKeyStore): Infrastructure => ({
  cluster: (id) => {
    const { certificate } = healthyCluster(id)
    const related = isCloudHsm(store) ? store.clusterCertificate : certificate
    return (fault.cluster ?? identity)({ ...healthyCluster(id), certificate: related })
  },
  proxy: (endpoint, path) => ({ ...healthyProxy(endpoint, path), ...fault.proxy }),
  vpcEndpointService: (name) => ({ ...healthyVpcEndpointService(name), ...fault.service })
})
