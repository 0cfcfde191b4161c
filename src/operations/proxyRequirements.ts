import {
  proxyUriIsFreeInRegion,
  publicEndpointIsNoVpcOneInRegion,
  vpcEndpointIsFreeInRegion,
  vpcEndpointServiceIsFreeInRegion
} from '../rules/otherAccounts.js'
import {
  proxyUriEndpointIsFree,
  proxyUriIsFree,
  vpcEndpointIsNoPublicOne,
  vpcEndpointServiceIsFree
} from '../rules/otherStores.js'
import {
  externalKeyManagerIsAvailable,
  proxyAcceptsCredential,
  proxyAnswersAreValid,
  proxyAnswersInTime,
  proxyAuthorizesKms,
  proxyAuthorizesPrincipal,
  proxyAuthorizesUseOfKey,
  proxyDoesNotThrottle,
  proxyIsReachable,
  proxyKnowsUriPath,
  proxyNetworkIsSound,
  proxySupportsRequest,
  proxyTlsIsValid
} from '../rules/proxy.js'
import { neverAsked, unless, type OwnEvidence, type RefusalName } from '../rules/Rule.js'
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

/** The address must be free, for an external key store to be created or updated. */
export const proxyAddressIsFree = [
  unless(proxyUriIsFree, 'XksProxyUriInUseException'),
  unless(proxyUriEndpointIsFree, 'XksProxyUriEndpointInUseException'),
  unless(vpcEndpointIsNoPublicOne, 'XksProxyUriEndpointInUseException'),
  unless(vpcEndpointServiceIsFree, 'XksProxyVpcEndpointServiceInUseException'),
  unless(proxyUriIsFreeInRegion, 'XksProxyUriInUseException'),
  unless(publicEndpointIsNoVpcOneInRegion, 'XksProxyUriEndpointInUseException'),
  unless(vpcEndpointIsFreeInRegion, 'XksProxyUriEndpointInUseException'),
  unless(vpcEndpointServiceIsFreeInRegion, 'XksProxyVpcEndpointServiceInUseException')
] as const

/** The rules about a VPC endpoint service, for an external key store to be created or updated. */
export const vpcEndpointServiceIsFit = [
  unless(vpcEndpointServiceExists, 'XksProxyVpcEndpointServiceNotFoundException'),
  unless(vpcEndpointServiceAllowsKms, 'XksProxyVpcEndpointServiceNotFoundException', {
    openTo: ['XksProxyVpcEndpointServiceInvalidConfigurationException']
  }),
  unless(vpcEndpointServiceHasTheOwner, 'XksProxyVpcEndpointServiceInvalidConfigurationException', {
    source: 'create-xks-keystore',
    implied: true,
    assumes: ['A61'],
    openTo: ['XksProxyVpcEndpointServiceNotFoundException']
  }),
  unless(vpcEndpointServiceIsAnInterface, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceIsInTwoZones, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceRequiresNoAcceptance, 'XksProxyVpcEndpointServiceInvalidConfigurationException', {
    assumes: ['A109'],
    openTo: ['XksProxyInvalidConfigurationException']
  }),
  unless(vpcEndpointServiceHasAPrivateDnsName, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceNameIsInAPublicDomain, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceHasTheEndpointsName, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceNameIsVerified, 'XksProxyVpcEndpointServiceInvalidConfigurationException')
] as const

/** The rules about the proxy when KMS tests it, for an external key store to be created or updated. */
export const proxyPassesTheTest = [
  unless(proxyIsReachable, 'XksProxyUriUnreachableException'),
  unless(proxyNetworkIsSound, 'XksProxyUriUnreachableException', { source: 'xks-troubleshooting' }),
  unless(proxyAnswersInTime, 'XksProxyUriUnreachableException'),
  unless(proxyDoesNotThrottle, 'XksProxyUriUnreachableException'),
  unless(externalKeyManagerIsAvailable, 'XksProxyUriUnreachableException', {
    source: 'API_CreateCustomKeyStore',
    onEachPage: true
  }),
  unless(proxyTlsIsValid, 'XksProxyInvalidConfigurationException', {
    assumes: ['A20'],
    openTo: ['XksProxyUriUnreachableException']
  }),
  unless(proxyKnowsUriPath, 'XksProxyInvalidConfigurationException', {
    assumes: ['A110'],
    openTo: ['XksProxyUriUnreachableException']
  }),
  unless(proxyAcceptsCredential, 'XksProxyIncorrectAuthenticationCredentialException'),
  unless(proxyAnswersAreValid, 'XksProxyInvalidResponseException'),
  neverAsked(unless(proxySupportsRequest, 'XksProxyInvalidResponseException'), ['A65'])
] as const

/**
 * The rules about the proxy for a key to be created or used, with the exception of the operation. `guide`: where the
 * guide names that exception; only the specification of the proxy names it for throttling. `late`: of a late answer;
 * `denied`: of a proxy that denies access.
 */
export const proxyServesKeys = <Name extends RefusalName>(
  otherwise: Name,
  guide: OwnEvidence,
  { late = guide, denied = guide }: { readonly late?: OwnEvidence; readonly denied?: OwnEvidence } = {}
) =>
  [
    unless(proxyIsReachable, otherwise, guide),
    unless(proxyNetworkIsSound, otherwise, guide),
    unless(proxyTlsIsValid, otherwise, guide),
    unless(proxyAnswersInTime, otherwise, late),
    unless(proxyDoesNotThrottle, otherwise, { ...guide, source: 'xks-proxy-api-spec' }),
    unless(proxyAcceptsCredential, otherwise, guide),
    unless(proxyAuthorizesKms, otherwise, denied),
    unless(proxyAuthorizesPrincipal, otherwise, denied),
    unless(proxyAuthorizesUseOfKey, otherwise, denied),
    unless(proxyKnowsUriPath, otherwise, guide),
    unless(externalKeyManagerIsAvailable, otherwise, guide),
    unless(proxyAnswersAreValid, otherwise, guide)
  ] as const
