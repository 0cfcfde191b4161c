import type { ExceptionName } from '../exceptions/Exception.js'
import { commonErrorsAreAbout, isCommonError } from '../exceptions/commonErrors.js'

/**
 * Which exceptions follow from the requests alone. The others can be due to what stands behind a store, to quotas, to
 * permissions, or to KMS itself, of which an endpoint shows nothing: they are no fault, but what was to be seen could
 * not be.
 */
const followsFromRequests = {
  CloudHsmClusterInUseException: true,
  CloudHsmClusterInvalidConfigurationException: false,
  CloudHsmClusterNotActiveException: false,
  CloudHsmClusterNotFoundException: false,
  CloudHsmClusterNotRelatedException: false,
  CustomKeyStoreHasCMKsException: true,
  CustomKeyStoreInvalidStateException: true,
  CustomKeyStoreNameInUseException: true,
  CustomKeyStoreNotFoundException: true,
  DependencyTimeoutException: false,
  DisabledException: true,
  DryRunOperationException: true,
  IncorrectKeyException: true,
  IncorrectTrustAnchorException: false,
  InvalidArnException: true,
  InvalidCiphertextException: true,
  InvalidKeyUsageException: true,
  InvalidMarkerException: true,
  KMSInternalException: false,
  KMSInvalidStateException: true,
  KeyUnavailableException: false,
  LimitExceededException: false,
  MalformedPolicyDocumentException: true,
  NotFoundException: true,
  TagException: true,
  UnsupportedOperationException: true,
  XksKeyAlreadyInUseException: true,
  XksKeyInvalidConfigurationException: false,
  XksKeyNotFoundException: false,
  XksProxyIncorrectAuthenticationCredentialException: false,
  XksProxyInvalidConfigurationException: false,
  XksProxyInvalidResponseException: false,
  XksProxyUriEndpointInUseException: true,
  XksProxyUriInUseException: true,
  XksProxyUriUnreachableException: false,
  XksProxyVpcEndpointServiceInUseException: true,
  XksProxyVpcEndpointServiceInvalidConfigurationException: false,
  XksProxyVpcEndpointServiceNotFoundException: false
} as const satisfies Record<ExceptionName, boolean>

/** Whether an error speaks of the form of a request. */
export const isAboutForm = (name: string): boolean =>
  isCommonError(name) && commonErrorsAreAbout[name] === 'members'

/** Whether an exception says nothing of the rules between requests. */
export const isDueToTheOutside = (name: string): boolean => {
  if (isCommonError(name)) return !isAboutForm(name)
  const follows: Readonly<Record<string, boolean>> = followsFromRequests
  return Object.hasOwn(follows, name) && follows[name] === false
}
