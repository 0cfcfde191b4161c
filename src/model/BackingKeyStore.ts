import * as t from 'io-ts'
import type { CloudHsmCluster } from './CloudHsmCluster.js'
import type { VpcEndpointService } from './VpcEndpointService.js'
import type { XksProxy } from './XksProxy.js'

/**
 * The backing of one custom key store. A member that is absent does not exist; one that the type of store does not use is
 * ignored.
 */
export interface BackingKeyStore {
  readonly cluster?: CloudHsmCluster | undefined
  readonly proxy?: XksProxy | undefined
  readonly vpcEndpointService?: VpcEndpointService | undefined
}

/**
 * A failure of KMS itself, which no request can avoid.
 *
 * @example
 * cks.ServiceFailure.is('KMSInternalException') //=> true
 */
export const ServiceFailure = t.keyof(
  { KMSInternalException: null, DependencyTimeoutException: null, KeyUnavailableException: null },
  'ServiceFailure'
)
export type ServiceFailure = Extract<t.TypeOf<typeof ServiceFailure>, string>

/** Who makes a request. */
export interface WithPrincipal {
  /** The ARN of the principal, which KMS passes on to an external key store proxy. */
  readonly principal?: string | undefined
}

/** The condition of KMS itself while it answers. */
export interface WithFailure {
  readonly failure?: ServiceFailure | undefined
}
