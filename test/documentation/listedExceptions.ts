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
  CreateGrant: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'LimitExceededException'
  ],
  ListGrants: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'InvalidGrantIdException',
    'InvalidMarkerException'
  ],
  RevokeGrant: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DryRunOperationException',
    'InvalidGrantIdException'
  ],
  RetireGrant: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DryRunOperationException',
    'InvalidGrantIdException',
    'InvalidGrantTokenException'
  ],
  ListRetirableGrants: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'NotFoundException'
  ],
  EnableKeyRotation: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DisabledException',
    'UnsupportedOperationException'
  ],
  DisableKeyRotation: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'DisabledException',
    'UnsupportedOperationException'
  ],
  GetKeyRotationStatus: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  ListKeyRotations: [
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'InvalidMarkerException',
    'UnsupportedOperationException'
  ],
  RotateKeyOnDemand: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'ConflictException',
    'DisabledException',
    'LimitExceededException',
    'UnsupportedOperationException'
  ],
  GetParametersForImport: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  ImportKeyMaterial: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'ExpiredImportTokenException',
    'IncorrectKeyMaterialException',
    'InvalidCiphertextException',
    'InvalidImportTokenException',
    'UnsupportedOperationException'
  ],
  DeleteImportedKeyMaterial: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  ReplicateKey: [
    'AlreadyExistsException',
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'TagException',
    'UnsupportedOperationException'
  ],
  UpdatePrimaryRegion: [
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  Sign: [
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
  Verify: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'KMSInvalidSignatureException'
  ],
  GenerateMac: [
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException'
  ],
  VerifyMac: [
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'KMSInvalidMacException'
  ],
  GetPublicKey: [
    'DependencyTimeoutException',
    'DisabledException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'InvalidArnException',
    'UnsupportedOperationException'
  ],
  DeriveSharedSecret: [
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
  GenerateDataKeyPair: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  GenerateDataKeyPairWithoutPlaintext: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KeyUnavailableException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException'
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

/** The exceptions that an operation lists and never answers to a key in a custom key store, besides those on grant tokens. */
export const neverAnswered: Readonly<Record<string, ReadonlyArray<string>>> = {
  // The quota is one of requests.
  EnableKey: ['LimitExceededException'],
  // They work in every state of the key.
  DeleteAlias: ['KMSInvalidStateException'],
  GetKeyPolicy: ['KMSInvalidStateException'],
  PutKeyPolicy: ['KMSInvalidStateException'],
  ListKeyPolicies: ['KMSInvalidStateException'],
  ListGrants: ['InvalidGrantIdException', 'KMSInvalidStateException'],
  RevokeGrant: ['InvalidGrantIdException', 'KMSInvalidStateException'],
  RetireGrant: ['InvalidGrantIdException', 'KMSInvalidStateException'],
  // It names no key.
  ListRetirableGrants: ['InvalidArnException', 'NotFoundException'],
  // A key in a custom key store has the one usage that data keys need.
  GenerateDataKey: ['InvalidKeyUsageException'],
  GenerateDataKeyWithoutPlaintext: ['InvalidKeyUsageException'],
  // Such a key is refused before anything of the kind is looked at.
  GetKeyRotationStatus: ['KMSInvalidStateException'],
  ListKeyRotations: ['InvalidMarkerException', 'KMSInvalidStateException'],
  RotateKeyOnDemand: ['ConflictException', 'LimitExceededException'],
  GetParametersForImport: ['KMSInvalidStateException'],
  ImportKeyMaterial: [
    'ExpiredImportTokenException',
    'IncorrectKeyMaterialException',
    'InvalidCiphertextException',
    'InvalidImportTokenException',
    'KMSInvalidStateException'
  ],
  DeleteImportedKeyMaterial: ['KMSInvalidStateException'],
  ReplicateKey: [
    'AlreadyExistsException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'TagException'
  ],
  Sign: ['DryRunOperationException'],
  Verify: ['DryRunOperationException', 'KMSInvalidSignatureException'],
  GenerateMac: ['DryRunOperationException'],
  VerifyMac: ['DryRunOperationException', 'KMSInvalidMacException'],
  GetPublicKey: ['InvalidKeyUsageException'],
  DeriveSharedSecret: ['DryRunOperationException'],
  GenerateDataKeyPair: ['DryRunOperationException', 'InvalidKeyUsageException'],
  GenerateDataKeyPairWithoutPlaintext: ['DryRunOperationException', 'InvalidKeyUsageException']
}
