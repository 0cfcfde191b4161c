import type {
  CustomKeyStore,
  VpcEndpointService,
  XksProxy,
  XksProxyConfiguration
} from '../../../src/index.js'
import { refusalIn, type WithRules } from './refusalIn.js'

/** What an operation answers of an address in use. Each exception comes before the next, whichever store is first to conflict. */
export const addressInUseIn = (operation: WithRules) => {
  const refuse = refusalIn(operation)
  const uriInUse = refuse('XksProxyUriInUseException', 'proxyUriIsFree')
  const endpointInUse = refuse('XksProxyUriEndpointInUseException', 'proxyUriEndpointIsFree')
  const publicEndpointInUse = refuse('XksProxyUriEndpointInUseException', 'vpcEndpointIsNoPublicOne')
  const serviceInUse = refuse('XksProxyVpcEndpointServiceInUseException', 'vpcEndpointServiceIsFree')
  return (own: XksProxyConfiguration, others: ReadonlyArray<CustomKeyStore>, self?: string) => {
    const endpoint = own.UriEndpoint.toLowerCase()
    const throughService = own.Connectivity === 'VPC_ENDPOINT_SERVICE'
    let conflict: typeof endpointInUse | typeof serviceInUse | undefined
    for (const store of others) {
      if (store.CustomKeyStoreType !== 'EXTERNAL_KEY_STORE' || store.CustomKeyStoreId === self) continue
      const other = store.XksProxyConfiguration
      if (other.UriEndpoint.length === endpoint.length && other.UriEndpoint.toLowerCase() === endpoint) {
        if (other.UriPath === own.UriPath) return uriInUse
        if (other.Connectivity === 'VPC_ENDPOINT_SERVICE') conflict = endpointInUse
        else if (throughService && conflict !== endpointInUse) conflict = publicEndpointInUse
      }
      if (
        conflict === undefined &&
        throughService &&
        other.Connectivity === 'VPC_ENDPOINT_SERVICE' &&
        other.VpcEndpointServiceName === own.VpcEndpointServiceName
      ) {
        conflict = serviceInUse
      }
    }
    return conflict
  }
}

const areTwoZones = (zones: ReadonlyArray<string>): boolean => {
  for (const zone of zones) if (zone !== zones[0]) return true
  return false
}

/** What an operation answers of a VPC endpoint service that is missing or not as it must be. */
export const unfitServiceIn = (operation: WithRules) => {
  const refuse = refusalIn(operation)
  const noService = refuse('XksProxyVpcEndpointServiceNotFoundException', 'vpcEndpointServiceExists')
  const notAllowed = refuse('XksProxyVpcEndpointServiceNotFoundException', 'vpcEndpointServiceAllowsKms')
  const unfit = 'XksProxyVpcEndpointServiceInvalidConfigurationException'
  const anotherOwner = refuse(unfit, 'vpcEndpointServiceHasTheOwner')
  const notAnInterface = refuse(unfit, 'vpcEndpointServiceIsAnInterface')
  const inOneZone = refuse(unfit, 'vpcEndpointServiceIsInTwoZones')
  const acceptanceRequired = refuse(unfit, 'vpcEndpointServiceRequiresNoAcceptance')
  const noName = refuse(unfit, 'vpcEndpointServiceHasAPrivateDnsName')
  const notPublic = refuse(unfit, 'vpcEndpointServiceNameIsInAPublicDomain')
  const anotherHost = refuse(unfit, 'vpcEndpointServiceHasTheEndpointsName')
  const notVerified = refuse(unfit, 'vpcEndpointServiceNameIsVerified')
  return (
    configuration: XksProxyConfiguration,
    service: VpcEndpointService | undefined,
    account: string | undefined
  ) => {
    if (configuration.Connectivity !== 'VPC_ENDPOINT_SERVICE') return undefined
    if (service === undefined) return noService
    if (!service.allowsKms) return notAllowed
    const owner = configuration.VpcEndpointServiceOwner ?? account
    if (service.owner !== undefined && owner !== undefined && service.owner !== owner) return anotherOwner
    if (service.type !== 'Interface' || service.loadBalancer !== 'network') return notAnInterface
    if (!areTwoZones(service.availabilityZones)) return inOneZone
    if (service.acceptanceRequired) return acceptanceRequired
    if (service.privateDnsName === null) return noName
    if (service.privateDnsNameIsPublic === false) return notPublic
    if (
      service.privateDnsName !== undefined &&
      `https://${service.privateDnsName.toLowerCase()}` !== configuration.UriEndpoint.toLowerCase()
    ) {
      return anotherHost
    }
    return service.privateDnsNameVerified ? undefined : notVerified
  }
}

/** What an operation answers of a proxy that fails the test of KMS. */
export const failedTestIn = (operation: WithRules) => {
  const refuse = refusalIn(operation)
  const unreachable = refuse('XksProxyUriUnreachableException', 'proxyIsReachable')
  const noNetwork = refuse('XksProxyUriUnreachableException', 'proxyNetworkIsSound')
  const late = refuse('XksProxyUriUnreachableException', 'proxyAnswersInTime')
  const throttled = refuse('XksProxyUriUnreachableException', 'proxyDoesNotThrottle')
  const noKeyManager = refuse('XksProxyUriUnreachableException', 'externalKeyManagerIsAvailable')
  const invalidTls = refuse('XksProxyInvalidConfigurationException', 'proxyTlsIsValid')
  const unknownPath = refuse('XksProxyInvalidConfigurationException', 'proxyKnowsUriPath')
  const wrongCredential = refuse(
    'XksProxyIncorrectAuthenticationCredentialException',
    'proxyAcceptsCredential'
  )
  const invalidAnswers = refuse('XksProxyInvalidResponseException', 'proxyAnswersAreValid')
  return (proxy: XksProxy | undefined) => {
    if (proxy?.reachable !== true) return unreachable
    if (!proxy.networkIsSound) return noNetwork
    if (!proxy.answersInTime) return late
    if (proxy.throttles) return throttled
    if (proxy.externalKeyManager === 'UNAVAILABLE') return noKeyManager
    if (!proxy.tlsIsValid) return invalidTls
    if (!proxy.knowsUriPath) return unknownPath
    if (!proxy.acceptsCredential) return wrongCredential
    return proxy.answersAreValid ? undefined : invalidAnswers
  }
}
