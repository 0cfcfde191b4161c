import {
  arnsInPolicyAreValid,
  keyIsSingleRegion,
  keySpecIsSymmetricDefault,
  keyUsageIsEncryptDecrypt,
  policyIsNotTooLong,
  policyIsWellFormed,
  tagsAreValid
} from '../rules/keyRequest.js'
import { onlyConnected } from '../editions/ValidStates.js'
import { validConnectionState } from '../rules/connectionState.js'
import { unless } from '../rules/Rule.js'

/** The rules about the request, for a key to be created in a custom key store of either type. */
export const keyMayBeInStore = [
  unless(policyIsNotTooLong, 'LimitExceededException'),
  unless(policyIsWellFormed, 'MalformedPolicyDocumentException'),
  unless(arnsInPolicyAreValid, 'InvalidArnException'),
  unless(tagsAreValid, 'TagException'),
  unless(keySpecIsSymmetricDefault, 'UnsupportedOperationException'),
  unless(keyUsageIsEncryptDecrypt, 'UnsupportedOperationException'),
  unless(keyIsSingleRegion, 'UnsupportedOperationException')
] as const

/** The state that a store must be in, whichever its type. */
export const storeIsConnected = unless(
  validConnectionState('CreateKey', onlyConnected),
  'CustomKeyStoreInvalidStateException'
)
