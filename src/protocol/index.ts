/**
 * AWS JSON 1.1 as pure functions: from a request as bytes to the answer and the account after it. The examples begin
 * with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as cks from 'kms-custom-key-store'
 * import * as protocol from 'kms-custom-key-store/protocol'
 *
 * // Whoever embeds the rules brings the ciphers; these are none.
 * const cryptography: protocol.Cryptography = {
 *   randomBytes: () => 'AQIDBA==' as protocol.Base64,
 *   encrypt: (_, plaintext) => plaintext,
 *   keyOf: () => undefined,
 *   decrypt: (ciphertext) => ciphertext
 * }
 * const account = cks.emptyAccount('111122223333' as cks.AccountId, 'us-east-1')
 * const circumstances: protocol.ProtocolCircumstances = {
 *   cryptography,
 *   infrastructure: cks.healthyInfrastructure,
 *   now: 1700000000,
 *   newCustomKeyStoreId: 'cks-1' as cks.CustomKeyStoreId,
 *   newKeyId: 'key-1' as cks.KeyId,
 *   requestId: 'request-1'
 * }
 * ```
 *
 * @packageDocumentation
 */

/** Requests and answers as they are on the wire. */
export { respond, type Response } from './respond.js'
export type { Refused } from './carriedOut.js'
export { ErrorName, type ImposedError } from './imposed.js'
export type { ProtocolCircumstances } from './ProtocolCircumstances.js'
export type { Cryptography } from '../model/Cryptography.js'
export { longestBody, type Answer, type Headers, type ProtocolError, type Request } from './http.js'

/** Codecs of responses and of stored values; they read leniently. */
export { ErrorAnswer } from './ErrorAnswer.js'
export { DescribeCustomKeyStoresResponse } from '../model/responses/DescribeCustomKeyStoresResponse.js'
export { KeyMetadata } from '../model/responses/KeyMetadata.js'
export { CustomKeyStoresListEntry } from '../model/responses/storeFromListEntry.js'
export { Timestamp } from '../codec/Timestamp.js'

/** Requests about keys, read strictly; those about stores come with the package itself. */
export type { Base64 } from '../codec/blob.js'
export { EncryptionContext } from '../model/EncryptionContext.js'
export {
  CreateAliasRequest,
  DeleteAliasRequest,
  ListAliasesRequest,
  UpdateAliasRequest
} from '../model/requests/AliasRequests.js'
export { DecryptRequest } from '../model/requests/DecryptRequest.js'
export { EncryptRequest } from '../model/requests/EncryptRequest.js'
export {
  GenerateDataKeyRequest,
  GenerateDataKeyWithoutPlaintextRequest
} from '../model/requests/GenerateDataKeyRequest.js'
export {
  CancelKeyDeletionRequest,
  DisableKeyRequest,
  EnableKeyRequest,
  KeyIdRequest
} from '../model/requests/KeyIdRequest.js'
export {
  CreateGrantRequest,
  ListGrantsRequest,
  ListRetirableGrantsRequest,
  RetireGrantRequest,
  RevokeGrantRequest
} from '../model/requests/GrantRequests.js'
export {
  GetKeyPolicyRequest,
  ListKeyPoliciesRequest,
  PutKeyPolicyRequest
} from '../model/requests/KeyPolicyRequests.js'
export { ListKeysRequest } from '../model/requests/ListKeysRequest.js'
export { ListResourceTagsRequest } from '../model/requests/ListResourceTagsRequest.js'
export { ReEncryptRequest } from '../model/requests/ReEncryptRequest.js'
export { ScheduleKeyDeletionRequest } from '../model/requests/ScheduleKeyDeletionRequest.js'
export { TagResourceRequest, UntagResourceRequest } from '../model/requests/TagResourceRequest.js'
export { UpdateKeyDescriptionRequest } from '../model/requests/UpdateKeyDescriptionRequest.js'
