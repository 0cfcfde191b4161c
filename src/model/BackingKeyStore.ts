import * as t from 'io-ts'
import type { CloudHsmCluster } from './CloudHsmCluster.js'
import type { VpcEndpointService } from './VpcEndpointService.js'
import type { XksProxy } from './XksProxy.js'

/**
 * What stands behind one custom key store. What is absent does not exist; what the type of store does not use is not
 * looked at.
 */
export interface BackingKeyStore {
  readonly cluster?: CloudHsmCluster | undefined
  readonly proxy?: XksProxy | undefined
  readonly vpcEndpointService?: VpcEndpointService | undefined
}

/** A failure of KMS itself, for which a request can do nothing. */
export const ServiceFailure = t.keyof(
  { KMSInternalException: null, DependencyTimeoutException: null, KeyUnavailableException: null },
  'ServiceFailure'
)
export type ServiceFailure = t.TypeOf<typeof ServiceFailure>

/** What KMS itself is like while it answers. */
export interface WithFailure {
  readonly failure?: ServiceFailure | undefined
}
