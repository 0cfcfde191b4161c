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
  proxyDoesNotThrottle,
  proxyIsReachable,
  proxyKnowsUriPath,
  proxyNetworkIsSound,
  proxyTlsIsValid
} from '../rules/proxy.js'
import { unless } from '../rules/Rule.js'
import {
  vpcEndpointServiceExists,
  vpcEndpointServiceHasTheEndpointsName,
  vpcEndpointServiceHasTheOwner,
  vpcEndpointServiceIsAnInterface,
  vpcEndpointServiceIsInTwoZones,
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
  unless(vpcEndpointServiceHasTheOwner, 'XksProxyVpcEndpointServiceInvalidConfigurationException', {
    source: 'create-xks-keystore',
    assumes: ['A61'],
    openTo: ['XksProxyVpcEndpointServiceNotFoundException']
  }),
  unless(vpcEndpointServiceIsAnInterface, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceIsInTwoZones, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceRequiresNoAcceptance, 'XksProxyVpcEndpointServiceInvalidConfigurationException', {
    openTo: ['XksProxyInvalidConfigurationException']
  }),
  unless(vpcEndpointServiceHasTheEndpointsName, 'XksProxyVpcEndpointServiceInvalidConfigurationException'),
  unless(vpcEndpointServiceNameIsVerified, 'XksProxyVpcEndpointServiceInvalidConfigurationException')
] as const

/** The rules about the proxy when KMS tests it, for an external key store to be created or updated. */
export const proxyPassesTheTest = [
  unless(proxyIsReachable, 'XksProxyUriUnreachableException'),
  unless(proxyAnswersInTime, 'XksProxyUriUnreachableException'),
  unless(proxyDoesNotThrottle, 'XksProxyUriUnreachableException'),
  unless(externalKeyManagerIsAvailable, 'XksProxyUriUnreachableException'),
  unless(proxyTlsIsValid, 'XksProxyInvalidConfigurationException', {
    assumes: ['A20'],
    openTo: ['XksProxyUriUnreachableException']
  }),
  unless(proxyKnowsUriPath, 'XksProxyInvalidConfigurationException'),
  unless(proxyAcceptsCredential, 'XksProxyIncorrectAuthenticationCredentialException'),
  unless(proxyAnswersAreValid, 'XksProxyInvalidResponseException')
] as const

/** The claims about the proxy for a key to be created or used; each operation has its own exception for them. */
export const proxyServesKeys = [
  proxyIsReachable,
  proxyNetworkIsSound,
  proxyTlsIsValid,
  proxyAnswersInTime,
  proxyDoesNotThrottle,
  proxyAcceptsCredential,
  proxyAuthorizesKms,
  proxyKnowsUriPath,
  externalKeyManagerIsAvailable,
  proxyAnswersAreValid
] as const
