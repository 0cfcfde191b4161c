import type {
  CloudHsmConnectionErrorCode,
  ConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../model/ConnectionErrorCode.js'
import { clusterExists, clusterHasAnActiveHsm } from '../rules/cluster.js'
import {
  clusterIsReachable,
  clusterSubnetsExist,
  clusterSubnetsHaveFreeAddresses,
  kmsuserExists,
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
import { kmsSucceeds } from '../rules/service.js'
import {
  vpcEndpointServiceExists,
  vpcEndpointServiceHasTheEndpointsName,
  vpcEndpointServiceHasTheOwner,
  vpcEndpointServiceIsAnInterface,
  vpcEndpointServiceIsInTwoZones,
  vpcEndpointServiceNameIsVerified,
  vpcEndpointServiceRequiresNoAcceptance
} from '../rules/vpcEndpointService.js'

/** A claim that a connection needs, and the code with which it fails when the claim does not hold. */
export interface Need<in A, out Code extends ConnectionErrorCode = ConnectionErrorCode> extends Claim<A> {
  readonly otherwise: Code
}

const needs = <A, Code extends ConnectionErrorCode>(claim: Claim<A>, otherwise: Code): Need<A, Code> => ({
  ...claim,
  otherwise
})

/** The needs of an AWS CloudHSM key store that is CONNECTING, in the order in which KMS checks them. */
export const cloudHsmConnectionNeeds = [
  needs(clusterExists, 'CLUSTER_NOT_FOUND'),
  needs(clusterSubnetsExist, 'SUBNET_NOT_FOUND'),
  needs(clusterSubnetsHaveFreeAddresses, 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'),
  needs(clusterHasAnActiveHsm, 'INSUFFICIENT_CLOUDHSM_HSMS'),
  needs(clusterIsReachable, 'NETWORK_ERRORS'),
  needs(kmsuserExists, 'USER_NOT_FOUND'),
  needs(kmsuserIsNotLockedOut, 'USER_LOCKED_OUT'),
  needs(kmsuserIsNotLoggedIn, 'USER_LOGGED_IN'),
  needs(kmsuserPasswordMatches, 'INVALID_CREDENTIALS'),
  needs(kmsSucceeds, 'INTERNAL_ERROR')
] as const satisfies ReadonlyArray<Need<never, CloudHsmConnectionErrorCode>>

/** The needs of an external key store that is CONNECTING, in the order in which KMS checks them. */
export const externalConnectionNeeds = [
  needs(vpcEndpointServiceExists, 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'),
  needs(vpcEndpointServiceHasTheOwner, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(vpcEndpointServiceIsAnInterface, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(vpcEndpointServiceIsInTwoZones, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(vpcEndpointServiceRequiresNoAcceptance, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(vpcEndpointServiceHasTheEndpointsName, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(vpcEndpointServiceNameIsVerified, 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'),
  needs(proxyIsReachable, 'XKS_PROXY_NOT_REACHABLE'),
  needs(proxyDoesNotThrottle, 'XKS_PROXY_NOT_REACHABLE'),
  needs(externalKeyManagerIsAvailable, 'XKS_PROXY_NOT_REACHABLE'),
  needs(proxyTlsIsValid, 'XKS_PROXY_INVALID_TLS_CONFIGURATION'),
  needs(proxyAnswersInTime, 'XKS_PROXY_TIMED_OUT'),
  needs(proxyAcceptsCredential, 'INVALID_CREDENTIALS'),
  needs(proxyAuthorizesKms, 'XKS_PROXY_ACCESS_DENIED'),
  needs(proxyKnowsUriPath, 'XKS_PROXY_INVALID_CONFIGURATION'),
  needs(proxyAnswersAreValid, 'XKS_PROXY_INVALID_RESPONSE'),
  needs(proxyNetworkIsSound, 'NETWORK_ERRORS'),
  needs(kmsSucceeds, 'INTERNAL_ERROR')
] as const satisfies ReadonlyArray<Need<never, ExternalConnectionErrorCode>>
