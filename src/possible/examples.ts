import type { AliasName } from '../model/Alias.js'
import type { Circumstances } from '../model/Circumstances.js'
import { healthyInfrastructure } from '../model/Infrastructure.js'
import { healthyCluster } from '../model/CloudHsmCluster.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { GrantId } from '../model/Grant.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type {
  AccessKeyId,
  AccountId,
  CloudHsmClusterId,
  CustomKeyStoreId,
  CustomKeyStoreName,
  KeyId,
  TrustAnchorCertificate,
  XksKeyId,
  XksProxyUriEndpoint,
  XksProxyUriPath,
  XksProxyVpcEndpointServiceName
} from '../model/identifiers.js'

/** One store of each kind, and good circumstances, from which documents and vectors are made. */

export const accountId = '111122223333' as AccountId
export const region = 'us-east-1'
export const storeId = 'cks-1234567890abcdef0' as CustomKeyStoreId
export const clusterId = 'cluster-abcdefghijk' as CloudHsmClusterId
const trustAnchor = 'customerCA.crt of the example' as TrustAnchorCertificate
export const accessKeyId = 'ABCDE234567ABCDE234567' as AccessKeyId
export const uriEndpoint = 'https://xks.example.com' as XksProxyUriEndpoint
export const path = '/example/kms/xks/v1' as XksProxyUriPath
export const serviceName = 'com.amazonaws.vpce.us-east-1.vpce-svc-0example' as XksProxyVpcEndpointServiceName
export const xksKeyId = 'bb8562717f809024' as XksKeyId
export const aliasName = 'alias/Example' as AliasName
export const grantId = '0123456789012345678901234567890123456789012345678901234567890123' as GrantId
export const granteePrincipal = 'arn:aws:iam::111122223333:role/Example'
export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab' as KeyId

const identity = {
  CustomKeyStoreId: storeId,
  CustomKeyStoreName: 'ExampleKeyStore' as CustomKeyStoreName,
  CreationDate: 1_700_000_000,
  attempt: 1
}

const address = { AccessKeyId: accessKeyId, UriEndpoint: uriEndpoint, UriPath: path }

const cloudHsm = {
  ...identity,
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: trustAnchor,
  clusterCertificate: healthyCluster(clusterId).certificate
} as const

const external = { ...identity, CustomKeyStoreType: 'EXTERNAL_KEY_STORE' } as const

/** The kinds of store: by type, and for external ones by connectivity. */
export const kinds = {
  AWS_CLOUDHSM: cloudHsm,
  PUBLIC_ENDPOINT: { ...external, XksProxyConfiguration: { Connectivity: 'PUBLIC_ENDPOINT', ...address } },
  VPC_ENDPOINT_SERVICE: {
    ...external,
    XksProxyConfiguration: {
      Connectivity: 'VPC_ENDPOINT_SERVICE',
      ...address,
      VpcEndpointServiceName: serviceName
    }
  }
} as const
export type Kind = Extract<keyof typeof kinds, string>

export const everyKind = Object.keys(kinds) as ReadonlyArray<Kind>

/** The kind that stands for a type of store where the connectivity makes no difference. */
export const kindOf = {
  AWS_CLOUDHSM: 'AWS_CLOUDHSM',
  EXTERNAL_KEY_STORE: 'PUBLIC_ENDPOINT'
} as const satisfies Readonly<Record<CustomKeyStoreType, Kind>>

/** The store of a kind in a state; a FAILED one has failed for want of valid credentials. */
export const exampleStore = (kind: Kind, state: ConnectionState): CustomKeyStore =>
  state === 'FAILED'
    ? { ...kinds[kind], ConnectionState: state, ConnectionErrorCode: 'INVALID_CREDENTIALS' }
    : { ...kinds[kind], ConnectionState: state }

/** Everything that is named exists and is without fault. */
export const goodCircumstances: Circumstances = {
  infrastructure: healthyInfrastructure,
  now: 1_700_000_100,
  newCustomKeyStoreId: 'cks-00000000000000001' as CustomKeyStoreId,
  newKeyId: keyId
}
