import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { RequestStep } from './Step.js'

/** How often each operation is asked for in histories: a share for those of a line together. */
const shares: ReadonlyArray<readonly [weight: number, ...names: ReadonlyArray<OperationName>]> = [
  [3, 'CreateCustomKeyStore'],
  [1, 'DescribeCustomKeyStores'],
  [5, 'ConnectCustomKeyStore'],
  [3, 'DisconnectCustomKeyStore'],
  [4, 'UpdateCustomKeyStore'],
  [2, 'DeleteCustomKeyStore'],
  [4, 'CreateKey'],
  [1, 'GenerateRandom'],
  [1, 'DescribeKey', 'ListKeys'],
  [4, 'EnableKey', 'DisableKey', 'ScheduleKeyDeletion', 'CancelKeyDeletion'],
  [4, 'UpdateKeyDescription', 'TagResource', 'UntagResource', 'ListResourceTags'],
  [2, 'GetKeyPolicy', 'PutKeyPolicy', 'ListKeyPolicies'],
  [4, 'CreateAlias', 'UpdateAlias', 'DeleteAlias', 'ListAliases'],
  [4, 'CreateGrant', 'ListGrants', 'RevokeGrant', 'RetireGrant', 'ListRetirableGrants'],
  [
    3,
    ...(['EnableKeyRotation', 'DisableKeyRotation', 'GetKeyRotationStatus', 'ListKeyRotations'] as const),
    ...(['RotateKeyOnDemand', 'GetParametersForImport', 'ImportKeyMaterial'] as const),
    ...(['DeleteImportedKeyMaterial', 'ReplicateKey', 'UpdatePrimaryRegion', 'Sign', 'Verify'] as const),
    ...(['GenerateMac', 'VerifyMac', 'GetPublicKey', 'DeriveSharedSecret', 'GenerateDataKeyPair'] as const),
    'GenerateDataKeyPairWithoutPlaintext'
  ],
  [4, 'Encrypt', 'Decrypt', 'ReEncrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']
]

/** Requests as often as they are asked for in comparison. `isWanted`: of an operation that may be asked for. */
export const weightedRequests = <Step extends RequestStep>(
  asked: (does: OperationName) => Arbitrary<Step>,
  isWanted: (does: OperationName) => boolean = () => true
) =>
  shares.flatMap(([weight, ...all]) => {
    const names = all.filter(isWanted)
    return names.length === 0
      ? []
      : [{ weight, arbitrary: fc.oneof({ withCrossShrink: true }, ...names.map(asked)) }]
  })
