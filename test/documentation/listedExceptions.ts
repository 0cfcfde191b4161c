/** The exceptions that the page of each operation lists, by hand. */

const proxyExceptions = [
  'XksProxyIncorrectAuthenticationCredentialException',
  'XksProxyInvalidConfigurationException',
  'XksProxyInvalidResponseException',
  'XksProxyUriEndpointInUseException',
  'XksProxyUriInUseException',
  'XksProxyUriUnreachableException',
  'XksProxyVpcEndpointServiceInUseException',
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
  'XksProxyVpcEndpointServiceNotFoundException'
]
const manage = [
  'NotFoundException',
  'KMSInvalidStateException',
  'DependencyTimeoutException',
  'KMSInternalException'
]

/** As the pages of the operations list them; ValidationException is common to all that read a request. */
export const listedForStores = {
  CreateCustomKeyStore: [
    'CloudHsmClusterInUseException',
    'CustomKeyStoreNameInUseException',
    'CloudHsmClusterNotFoundException',
    'KMSInternalException',
    'CloudHsmClusterNotActiveException',
    'IncorrectTrustAnchorException',
    'CloudHsmClusterInvalidConfigurationException',
    'LimitExceededException',
    ...proxyExceptions
  ],
  DescribeCustomKeyStores: [
    'InvalidMarkerException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  ConnectCustomKeyStore: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  DisconnectCustomKeyStore: [
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  UpdateCustomKeyStore: [
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreNameInUseException',
    'CloudHsmClusterNotFoundException',
    'CloudHsmClusterNotRelatedException',
    'CustomKeyStoreInvalidStateException',
    'KMSInternalException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterInvalidConfigurationException',
    ...proxyExceptions
  ],
  DeleteCustomKeyStore: [
    'CustomKeyStoreHasCMKsException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  CreateKey: [
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreInvalidStateException',
    'CloudHsmClusterInvalidConfigurationException',
    'XksKeyAlreadyInUseException',
    'XksKeyNotFoundException',
    'XksKeyInvalidConfigurationException',
    'UnsupportedOperationException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'TagException',
    'InvalidArnException',
    'DependencyTimeoutException',
    'KMSInternalException'
  ],
  GenerateRandom: [
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreInvalidStateException',
    'UnsupportedOperationException',
    'DependencyTimeoutException',
    'KMSInternalException'
  ]
}

/** The same of the use and the management of keys, from the pages on custom key stores and key states. */
export const listedForKeys = {
  useKey: [
    'NotFoundException',
    'KMSInvalidStateException',
    'DisabledException',
    'DependencyTimeoutException',
    'KeyUnavailableException',
    'KMSInternalException'
  ],
  enableKey: manage,
  disableKey: manage,
  scheduleKeyDeletion: manage,
  cancelKeyDeletion: manage
}

export const listed: Readonly<Record<string, ReadonlyArray<string>>> = {
  ...listedForStores,
  ...listedForKeys
}

export const answeredBy500 = ['DependencyTimeoutException', 'KMSInternalException', 'KeyUnavailableException']
