/**
 * Which page names which exception or ConnectionErrorCode, and of which claim, by hand from the pages. The page of an
 * operation names those of `listedExceptions`, of whatever claim.
 */
type Named = Readonly<Record<string, ReadonlyArray<string>>>

const reasonsOfTheProxy = [
  'proxyIsReachable',
  'proxyNetworkIsSound',
  'proxyTlsIsValid',
  'proxyAnswersInTime',
  'proxyAcceptsCredential',
  'proxyAuthorizesKms',
  'proxyAuthorizesPrincipal',
  'proxyAuthorizesUseOfKey',
  'proxyKnowsUriPath',
  'proxyAnswersAreValid',
  'proxySupportsRequest',
  'externalKeyManagerIsAvailable'
]

export const namedOnPages: Readonly<Record<string, Named>> = {
  // The member ConnectionErrorCode. It says of the private DNS name that there must be one, not which.
  API_CustomKeyStoresListEntry: {
    INTERNAL_ERROR: ['kmsSucceeds'],
    NETWORK_ERRORS: ['clusterIsReachable', 'proxyNetworkIsSound'],
    CLUSTER_NOT_FOUND: ['clusterExists'],
    INSUFFICIENT_CLOUDHSM_HSMS: ['clusterHasAnActiveHsm'],
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: ['clusterSubnetsHaveFreeAddresses'],
    INVALID_CREDENTIALS: ['kmsuserPasswordMatches', 'proxyAcceptsCredential'],
    SUBNET_NOT_FOUND: ['clusterSubnetsExist'],
    USER_LOCKED_OUT: ['kmsuserIsNotLockedOut'],
    USER_LOGGED_IN: ['kmsuserIsNotLoggedIn'],
    USER_NOT_FOUND: ['kmsuserExists'],
    XKS_PROXY_ACCESS_DENIED: ['proxyAuthorizesKms'],
    XKS_PROXY_INVALID_CONFIGURATION: ['proxyKnowsUriPath'],
    XKS_PROXY_INVALID_RESPONSE: ['proxyAnswersAreValid'],
    XKS_PROXY_INVALID_TLS_CONFIGURATION: ['proxyTlsIsValid'],
    XKS_PROXY_NOT_REACHABLE: ['proxyIsReachable', 'externalKeyManagerIsAvailable'],
    XKS_PROXY_TIMED_OUT: ['proxyAnswersInTime'],
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: [
      'vpcEndpointServiceIsAnInterface',
      'vpcEndpointServiceHasTheOwner',
      'vpcEndpointServiceIsInTwoZones',
      'vpcEndpointServiceRequiresNoAcceptance',
      'vpcEndpointServiceHasAPrivateDnsName',
      'vpcEndpointServiceNameIsVerified'
    ],
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: ['vpcEndpointServiceExists', 'vpcEndpointServiceAllowsKms']
  },

  // "How to respond to a cryptographic operation failure", and "How to recover deleted key material".
  'fix-keystore': { KMSInvalidStateException: ['clusterIsReachable', 'keyMaterialIsInCluster'] },
  // The notes to the table.
  'key-state': {
    DisabledException: ['keyIsEnabled', 'keyIsNotPendingDeletion'],
    KMSInvalidStateException: ['keyIsAvailable', 'keyIsNotPendingDeletion', 'validKeyState'],
    UnsupportedOperationException: ['materialCanBeRotated', 'materialCanBeImported']
  },
  // The four conditions for the use of a key.
  'manage-cmk-keystore': {
    KMSInvalidStateException: [
      'keyIsEnabled',
      'keyIsAvailable',
      'clusterHasAnActiveHsm',
      'keyMaterialIsInCluster'
    ]
  },
  'resource-limits': {
    LimitExceededException: [
      'keyQuotaIsNotReached',
      'storeQuotaIsNotReached',
      'aliasQuotaIsNotReached',
      'grantQuotaIsNotReached',
      'policySizeIsKept'
    ]
  },

  // Throttling is not on the page.
  'xks-troubleshooting': {
    CustomKeyStoreInvalidStateException: reasonsOfTheProxy,
    KMSInvalidStateException: [
      ...reasonsOfTheProxy,
      'keyIsAvailable',
      'keyIsNotPendingDeletion',
      'externalCiphertextIsSound',
      'xksKeyExists',
      'xksKeyIsEnabled',
      'xksKeyEncryptsAndDecrypts'
    ],
    DisabledException: ['keyIsEnabled'],
    UnsupportedOperationException: ['proxySupportsRequest'],
    XksKeyAlreadyInUseException: ['xksKeyIsFree'],
    XksKeyInvalidConfigurationException: ['xksKeyIsAes256', 'xksKeyIsEnabled', 'xksKeyEncryptsAndDecrypts'],
    XksKeyNotFoundException: ['xksKeyExists'],
    XksProxyIncorrectAuthenticationCredentialException: ['proxyAcceptsCredential'],
    XksProxyInvalidConfigurationException: ['proxyKnowsUriPath', 'proxyTlsIsValid'],
    XksProxyInvalidResponseException: ['proxyAnswersAreValid'],
    XksProxyUriUnreachableException: [
      'proxyIsReachable',
      'proxyNetworkIsSound',
      'proxyAnswersInTime',
      'externalKeyManagerIsAvailable'
    ],
    XksProxyVpcEndpointServiceInvalidConfigurationException: [
      'vpcEndpointServiceIsAnInterface',
      'vpcEndpointServiceIsInTwoZones',
      'vpcEndpointServiceRequiresNoAcceptance',
      'vpcEndpointServiceHasAPrivateDnsName',
      'vpcEndpointServiceNameIsInAPublicDomain',
      'vpcEndpointServiceNameIsVerified',
      'vpcEndpointServiceHasTheEndpointsName'
    ],
    XksProxyVpcEndpointServiceNotFoundException: [
      'vpcEndpointServiceExists',
      'vpcEndpointServiceAllowsKms',
      'vpcEndpointServiceIsInTheRegion'
    ],
    INVALID_CREDENTIALS: ['proxyAcceptsCredential'],
    NETWORK_ERRORS: ['proxyNetworkIsSound'],
    XKS_PROXY_ACCESS_DENIED: ['proxyAuthorizesKms'],
    XKS_PROXY_INVALID_CONFIGURATION: ['proxyKnowsUriPath'],
    XKS_PROXY_INVALID_RESPONSE: ['proxyAnswersAreValid'],
    XKS_PROXY_INVALID_TLS_CONFIGURATION: ['proxyTlsIsValid'],
    XKS_PROXY_NOT_REACHABLE: ['proxyIsReachable', 'externalKeyManagerIsAvailable'],
    XKS_PROXY_TIMED_OUT: ['proxyAnswersInTime']
  },
  // The table of failures. It has no ConnectionErrorCode.
  'xks-proxy-api-spec': {
    CustomKeyStoreInvalidStateException: ['proxyDoesNotThrottle', 'proxySupportsRequest'],
    KMSInvalidStateException: ['proxyDoesNotThrottle', 'externalCiphertextIsSound'],
    XksProxyUriUnreachableException: ['proxyDoesNotThrottle', 'proxyIsReachable', 'proxyTlsIsValid']
  },

  // The model has the exceptions with their texts, as the pages of the operations have.
  'service-model': {
    CustomKeyStoreInvalidStateException: ['membersAreUpdatable', 'updateIsValidAsAWhole'],
    KeyUnavailableException: ['keyIsAtHand']
  },
  'UpdateCustomKeyStore-2022': {
    CustomKeyStoreInvalidStateException: ['membersAreUpdatable', 'updateIsValidAsAWhole']
  }
}

/** In which states of a store a page says that an operation is valid, or that it is after one, by hand from the pages. */
export const statesOnPages: Readonly<Record<string, ReadonlyArray<string>>> = {
  API_ConnectCustomKeyStore: ['DISCONNECTED', 'CONNECTED', 'FAILED', 'DISCONNECTING'],
  API_CustomKeyStoresListEntry: ['DISCONNECTED', 'CONNECTED', 'FAILED', 'the same'],
  API_DeleteCustomKeyStore: ['deleted'],
  API_UpdateCustomKeyStore: ['DISCONNECTED', 'CONNECTED'],
  'UpdateCustomKeyStore-2022': ['DISCONNECTED', 'CONNECTED'],
  'service-model': ['DISCONNECTED', 'CONNECTED'],
  'create-keystore': ['DISCONNECTED', 'the same'],
  'create-xks-keystore': ['DISCONNECTED'],
  'update-keystore': ['DISCONNECTED'],
  'update-xks-keystore': ['DISCONNECTED', 'CONNECTED']
}
