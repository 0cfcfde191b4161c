import {
  arnsInPolicyAreValid,
  keyIsSingleRegion,
  keySpecIsSymmetricDefault,
  keyUsageIsEncryptDecrypt,
  policyIsNotTooLong,
  policyIsWellFormed,
  statementsHavePrincipals,
  tagsAreValid
} from '../rules/keyRequest.js'
import { policySizeIsKept } from '../rules/keyPolicy.js'
import { onlyConnected } from '../editions/ValidStates.js'
import { validConnectionState } from '../rules/connectionState.js'
import { unless } from '../rules/Rule.js'

/** The page says what is not supported in custom key stores; the exception is the one for what is not supported. */
const unsupported = { implied: true } as const

/** The rules about the request, for a key to be created in a custom key store of either type. */
export const keyMayBeInStore = [
  unless(policyIsNotTooLong, 'LimitExceededException'),
  unless(policySizeIsKept, 'LimitExceededException'),
  unless(policyIsWellFormed, 'MalformedPolicyDocumentException'),
  unless(statementsHavePrincipals, 'MalformedPolicyDocumentException'),
  unless(arnsInPolicyAreValid, 'InvalidArnException'),
  unless(tagsAreValid, 'TagException'),
  unless(keySpecIsSymmetricDefault, 'UnsupportedOperationException', unsupported),
  unless(keyUsageIsEncryptDecrypt, 'UnsupportedOperationException', unsupported),
  unless(keyIsSingleRegion, 'UnsupportedOperationException', unsupported)
] as const

/** The state that a store must be in, whichever its type. */
export const storeIsConnected = unless(
  validConnectionState('CreateKey', onlyConnected),
  'CustomKeyStoreInvalidStateException'
)
