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

/** As the pages of the operations on keys list them. */
export const listedForKeys = {
  DescribeKey: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'NotFoundException'
  ],
  ListKeys: ['DependencyTimeoutException', 'InvalidMarkerException', 'KMSInternalException'],
  EnableKey: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException'
  ],
  DisableKey: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  ScheduleKeyDeletion: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  CancelKeyDeletion: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  UpdateKeyDescription: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  TagResource: [
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
    'TagException'
  ],
  UntagResource: [
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'TagException'
  ],
  ListResourceTags: [
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'NotFoundException'
  ],
  CreateAlias: [
    'AlreadyExistsException',
    'DependencyTimeoutException',
    'InvalidAliasNameException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException'
  ],
  UpdateAlias: [
    'DependencyTimeoutException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException'
  ],
  DeleteAlias: [
    'DependencyTimeoutException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  ListAliases: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'NotFoundException'
  ],
  GetKeyPolicy: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  PutKeyPolicy: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  ListKeyPolicies: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  Encrypt: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  Decrypt: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'IncorrectKeyException',
    'InvalidCiphertextException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  ReEncrypt: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'IncorrectKeyException',
    'InvalidCiphertextException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  GenerateDataKey: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  GenerateDataKeyWithoutPlaintext: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ]
}

export const listed: Readonly<Record<string, ReadonlyArray<string>>> = {
  ...listedForStores,
  ...listedForKeys
}

export const answeredBy500 = ['DependencyTimeoutException', 'KMSInternalException', 'KeyUnavailableException']
