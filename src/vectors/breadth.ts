import type { OperationName } from '../exceptions/documentedExceptions.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { kinds, type Kind } from '../possible/examples.js'

/** Operations on what belongs to a key, and those that no key in a store allows. The kind of the store and what stands behind it never decide, so few vectors say all. */
const narrow: ReadonlyArray<OperationName> = [
  'UpdateKeyDescription',
  'TagResource',
  'UntagResource',
  'ListResourceTags',
  'CreateAlias',
  'UpdateAlias',
  'DeleteAlias',
  'ListAliases',
  'GetKeyPolicy',
  'PutKeyPolicy',
  'ListKeyPolicies',
  'CreateGrant',
  'ListGrants',
  'RevokeGrant',
  'RetireGrant',
  'ListRetirableGrants',
  'EnableKeyRotation',
  'DisableKeyRotation',
  'GetKeyRotationStatus',
  'ListKeyRotations',
  'RotateKeyOnDemand',
  'GetParametersForImport',
  'ImportKeyMaterial',
  'DeleteImportedKeyMaterial',
  'ReplicateKey',
  'UpdatePrimaryRegion',
  'Sign',
  'Verify',
  'GenerateMac',
  'VerifyMac',
  'GetPublicKey',
  'DeriveSharedSecret',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext'
]

export const isNarrow = (operation: OperationName): boolean => narrow.includes(operation)

/** The kinds of store in which an operation is shown on its own. */
export const kindsShown = (operation: OperationName): ReadonlyArray<Kind> =>
  isNarrow(operation) ? ['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT'] : (Object.keys(kinds) as ReadonlyArray<Kind>)

/** The states of a store in which an operation is shown. */
export const statesShown = (operation: OperationName): ReadonlyArray<ConnectionState> =>
  isNarrow(operation) ? ['CONNECTED', 'DISCONNECTED'] : connectionStates

/** The kinds of store, of some, in which an operation is shown with one thing wrong. */
export const kindsAtFault = (operation: OperationName, of: ReadonlyArray<Kind>): ReadonlyArray<Kind> =>
  isNarrow(operation) ? of.slice(0, 1) : of
