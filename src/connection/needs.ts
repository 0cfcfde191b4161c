import type {
  CloudHsmConnectionErrorCode,
  ConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import {
  clusterExists,
  clusterHasAnActiveHsm,
  clusterIsActive,
  clusterSecurityGroupLetsItsTrafficIn,
  clusterSecurityGroupLetsItsTrafficOut
} from '../rules/cluster.js'
import {
  clusterIsReachable,
  clusterSubnetsExist,
  clusterSubnetsHaveFreeAddresses,
  kmsuserExists,
  kmsuserExistsOnEveryHsm,
  kmsuserIsNotLockedOut,
  kmsuserIsNotLoggedIn,
  kmsuserPasswordMatches
} from '../rules/clusterConnection.js'
import {
  externalKeyManagerIsAvailable,
  proxyAcceptsCredential,
  proxyAnswersAreValid,
  proxyAnswersInTime,
  proxyAuthorizesKms,
  proxyDoesNotThrottle,
  proxyIsReachable,
  proxyKnowsUriPath,
  proxyNetworkIsSound,
  proxyTlsIsValid
} from '../rules/proxy.js'
import type { Claim } from '../Claim.js'
import type { Evidence } from '../Evidence.js'
import { kmsSucceeds } from '../rules/service.js'
import {
  vpcEndpointServiceAllowsKms,
  vpcEndpointServiceExists,
  vpcEndpointServiceHasAPrivateDnsName,
  vpcEndpointServiceHasTheEndpointsName,
  vpcEndpointServiceHasTheOwner,
  vpcEndpointServiceIsAnInterface,
  vpcEndpointServiceIsInTwoZones,
  vpcEndpointServiceNameIsInAPublicDomain,
  vpcEndpointServiceNameIsVerified,
  vpcEndpointServiceRequiresNoAcceptance
} from '../rules/vpcEndpointService.js'

/** A claim that a connection needs, and the code with which it fails when the claim does not hold. */
export interface Need<in A, out Code extends ConnectionErrorCode = ConnectionErrorCode> extends Claim<A> {
  readonly otherwise: Code
  /** The codes that AWS names for the same fault. */
  readonly openTo?: ReadonlyArray<Code>
}

/** `own`: where the code is stated, in place of the evidence of the claim, and which others are. */
const needs = <A, Code extends ConnectionErrorCode>(
  claim: Claim<A>,
  otherwise: Code,
  own: Partial<Evidence> & { readonly openTo?: ReadonlyArray<Code> } = {}
): Need<A, Code> => ({ ...claim, ...own, otherwise })

/** The page that lists every ConnectionErrorCode with its causes. */
const listed = { source: 'API_CustomKeyStoresListEntry' } as const

/** ConnectCustomKeyStore refuses these faults at once; of those that arise later no page says how they show. */
const whileConnecting = { assumes: ['A67'] } as const

/**
 * The needs of an AWS CloudHSM key store that is CONNECTING, in the order in which KMS checks them.
 *
 * @example
 * cks.cloudHsmConnectionNeeds[0].otherwise //=> 'CLUSTER_NOT_FOUND'
 */
export const cloudHsmConnectionNeeds = [
  needs(clusterExists, 'CLUSTER_NOT_FOUND', listed),
  needs(clusterSubnetsExist, 'SUBNET_NOT_FOUND'),
  needs(clusterSubnetsHaveFreeAddresses, 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'),
  needs(clusterHasAnActiveHsm, 'INSUFFICIENT_CLOUDHSM_HSMS', listed),
  needs(clusterIsActive, 'NETWORK_ERRORS', whileConnecting),
  needs(clusterSecurityGroupLetsItsTrafficIn, 'NETWORK_ERRORS', whileConnecting),
  needs(clusterSecurityGroupLetsItsTrafficOut, 'NETWORK_ERRORS', whileConnecting),
  needs(clusterIsReachable, 'NETWORK_ERRORS'),
  needs(kmsuserExists, 'USER_NOT_FOUND'),
  needs(kmsuserExistsOnEveryHsm, 'USER_NOT_FOUND'),
  needs(kmsuserIsNotLockedOut, 'USER_LOCKED_OUT'),
  needs(kmsuserIsNotLoggedIn, 'USER_LOGGED_IN', listed),
  needs(kmsuserPasswordMatches, 'INVALID_CREDENTIALS'),
  needs(kmsSucceeds, 'INTERNAL_ERROR', listed)
] as const satisfies ReadonlyArray<Need<never, CloudHsmConnectionErrorCode>>

/**
 * The needs of an external key store that is CONNECTING, in the order in which KMS checks them.
 *
 * @example
 * cks.externalConnectionNeeds.find(({ name }) => name === 'proxyTlsIsValid')?.otherwise
 * //=> 'XKS_PROXY_INVALID_TLS_CONFIGURATION'
 */
export const externalConnectionNeeds = [
  needs(vpcEndpointServiceExists, 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND', listed),
  needs(vpcEndpointServiceAllowsKms, 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND', {
    ...listed,
    openTo: ['XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION']
  }),
  needs(vpcEndpointServiceHasTheOwner, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', {
    ...listed,
    implied: true
  }),
  needs(vpcEndpointServiceIsAnInterface, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', listed),
  needs(vpcEndpointServiceIsInTwoZones, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', listed),
  needs(vpcEndpointServiceRequiresNoAcceptance, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', listed),
  needs(vpcEndpointServiceHasAPrivateDnsName, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', listed),
  needs(vpcEndpointServiceNameIsInAPublicDomain, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', {
    implied: true
  }),
  needs(vpcEndpointServiceHasTheEndpointsName, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', {
    implied: true
  }),
  needs(vpcEndpointServiceNameIsVerified, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', listed),
  needs(proxyIsReachable, 'XKS_PROXY_NOT_REACHABLE'),
  needs(proxyDoesNotThrottle, 'XKS_PROXY_NOT_REACHABLE', { assumes: ['A80'] }),
  needs(externalKeyManagerIsAvailable, 'XKS_PROXY_NOT_REACHABLE', listed),
  needs(proxyTlsIsValid, 'XKS_PROXY_INVALID_TLS_CONFIGURATION', {
    assumes: ['A108'],
    openTo: ['XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION']
  }),
  needs(proxyAnswersInTime, 'XKS_PROXY_TIMED_OUT', {
    assumes: ['A118'],
    openTo: ['XKS_PROXY_NOT_REACHABLE']
  }),
  needs(proxyAcceptsCredential, 'INVALID_CREDENTIALS', listed),
  needs(proxyAuthorizesKms, 'XKS_PROXY_ACCESS_DENIED'),
  needs(proxyKnowsUriPath, 'XKS_PROXY_INVALID_CONFIGURATION', {
    assumes: ['A110'],
    openTo: ['XKS_PROXY_NOT_REACHABLE']
  }),
  needs(proxyAnswersAreValid, 'XKS_PROXY_INVALID_RESPONSE', listed),
  needs(proxyNetworkIsSound, 'NETWORK_ERRORS', {
    assumes: ['A111'],
    openTo: ['XKS_PROXY_NOT_REACHABLE']
  }),
  needs(kmsSucceeds, 'INTERNAL_ERROR', listed)
] as const satisfies ReadonlyArray<Need<never, ExternalConnectionErrorCode>>
