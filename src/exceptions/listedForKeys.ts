import type { ExceptionName } from './Exception.js'

const useOfKey = [
  'NotFoundException',
  'DisabledException',
  'KeyUnavailableException',
  'DependencyTimeoutException',
  'InvalidKeyUsageException',
  'InvalidGrantTokenException',
  'KMSInternalException',
  'KMSInvalidStateException',
  'DryRunOperationException'
] as const

const useOfMac = [
  'NotFoundException',
  'DisabledException',
  'KeyUnavailableException',
  'InvalidKeyUsageException',
  'InvalidGrantTokenException',
  'KMSInternalException',
  'KMSInvalidStateException',
  'DryRunOperationException'
] as const

const useOfCiphertext = [...useOfKey, 'InvalidCiphertextException', 'IncorrectKeyException'] as const

const changeOfKey = [
  'NotFoundException',
  'InvalidArnException',
  'DependencyTimeoutException',
  'KMSInternalException',
  'KMSInvalidStateException'
] as const

const listOfAccount = [
  'DependencyTimeoutException',
  'InvalidMarkerException',
  'KMSInternalException',
  'InvalidArnException',
  'NotFoundException'
] as const

/** The exceptions that the page of each operation on a KMS key lists. */
export const listedForKeys = {
  DescribeKey: [
    'NotFoundException',
    'InvalidArnException',
    'DependencyTimeoutException',
    'KMSInternalException'
  ],
  ListKeys: ['DependencyTimeoutException', 'KMSInternalException', 'InvalidMarkerException'],
  EnableKey: [...changeOfKey, 'LimitExceededException'],
  DisableKey: changeOfKey,
  ScheduleKeyDeletion: changeOfKey,
  CancelKeyDeletion: changeOfKey,
  UpdateKeyDescription: changeOfKey,
  TagResource: [
    'KMSInternalException',
    'NotFoundException',
    'InvalidArnException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'TagException'
  ],
  UntagResource: [
    'KMSInternalException',
    'NotFoundException',
    'InvalidArnException',
    'KMSInvalidStateException',
    'TagException'
  ],
  ListResourceTags: [
    'KMSInternalException',
    'NotFoundException',
    'InvalidArnException',
    'InvalidMarkerException'
  ],
  CreateAlias: [
    'DependencyTimeoutException',
    'AlreadyExistsException',
    'NotFoundException',
    'InvalidAliasNameException',
    'KMSInternalException',
    'LimitExceededException',
    'KMSInvalidStateException'
  ],
  UpdateAlias: [
    'DependencyTimeoutException',
    'NotFoundException',
    'KMSInternalException',
    'LimitExceededException',
    'KMSInvalidStateException'
  ],
  DeleteAlias: [
    'DependencyTimeoutException',
    'NotFoundException',
    'KMSInternalException',
    'KMSInvalidStateException'
  ],
  ListAliases: listOfAccount,
  GetKeyPolicy: changeOfKey,
  PutKeyPolicy: [
    ...changeOfKey,
    'MalformedPolicyDocumentException',
    'UnsupportedOperationException',
    'LimitExceededException'
  ],
  ListKeyPolicies: changeOfKey,
  CreateGrant: [
    ...changeOfKey,
    'DisabledException',
    'InvalidGrantTokenException',
    'LimitExceededException',
    'DryRunOperationException'
  ],
  ListGrants: [...changeOfKey, 'InvalidMarkerException', 'InvalidGrantIdException'],
  RevokeGrant: [...changeOfKey, 'InvalidGrantIdException', 'DryRunOperationException'],
  RetireGrant: [
    ...changeOfKey,
    'InvalidGrantTokenException',
    'InvalidGrantIdException',
    'DryRunOperationException'
  ],
  ListRetirableGrants: listOfAccount,
  EnableKeyRotation: [...changeOfKey, 'DisabledException', 'UnsupportedOperationException'],
  DisableKeyRotation: [...changeOfKey, 'DisabledException', 'UnsupportedOperationException'],
  GetKeyRotationStatus: [...changeOfKey, 'UnsupportedOperationException'],
  ListKeyRotations: [
    'NotFoundException',
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'UnsupportedOperationException'
  ],
  RotateKeyOnDemand: [
    ...changeOfKey,
    'DisabledException',
    'UnsupportedOperationException',
    'LimitExceededException',
    'ConflictException'
  ],
  GetParametersForImport: [...changeOfKey, 'UnsupportedOperationException'],
  ImportKeyMaterial: [
    ...changeOfKey,
    'UnsupportedOperationException',
    'InvalidCiphertextException',
    'IncorrectKeyMaterialException',
    'ExpiredImportTokenException',
    'InvalidImportTokenException'
  ],
  DeleteImportedKeyMaterial: [...changeOfKey, 'UnsupportedOperationException'],
  ReplicateKey: [
    'AlreadyExistsException',
    'DisabledException',
    'InvalidArnException',
    'KMSInvalidStateException',
    'KMSInternalException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
    'TagException',
    'UnsupportedOperationException'
  ],
  UpdatePrimaryRegion: [
    'DisabledException',
    'InvalidArnException',
    'KMSInvalidStateException',
    'KMSInternalException',
    'NotFoundException',
    'UnsupportedOperationException'
  ],
  Sign: useOfKey,
  Verify: [...useOfKey, 'KMSInvalidSignatureException'],
  GenerateMac: useOfMac,
  VerifyMac: [...useOfMac, 'KMSInvalidMacException'],
  GetPublicKey: [
    'NotFoundException',
    'DisabledException',
    'KeyUnavailableException',
    'DependencyTimeoutException',
    'UnsupportedOperationException',
    'InvalidArnException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KMSInternalException',
    'KMSInvalidStateException'
  ],
  DeriveSharedSecret: useOfKey,
  GenerateDataKeyPair: [...useOfKey, 'UnsupportedOperationException'],
  GenerateDataKeyPairWithoutPlaintext: [...useOfKey, 'UnsupportedOperationException'],

  Encrypt: useOfKey,
  Decrypt: useOfCiphertext,
  ReEncrypt: useOfCiphertext,
  GenerateDataKey: useOfKey,
  GenerateDataKeyWithoutPlaintext: useOfKey
} as const satisfies Record<string, ReadonlyArray<ExceptionName>>
