import { identity } from 'fp-ts/lib/function.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { KeyId } from '../identifiers.js'

/** The request of an operation that needs nothing but a key. @see API_DescribeKey */
export interface KeyIdRequest {
  /** The id or the ARN of the key. */
  readonly KeyId: KeyId
}

const statedBy = (source: Source): RequestCodec<KeyIdRequest> =>
  requestCodec('KeyIdRequest', { source, required: { KeyId }, optional: {} }, [], identity)

/**
 * @example
 * cks.decode(protocol.KeyIdRequest)({ KeyId: 'key-1' }) //=> E.right({ KeyId: 'key-1' })
 */
export const KeyIdRequest = statedBy('API_DescribeKey')

/**
 * The request of EnableKey.
 *
 * @example
 * protocol.EnableKeyRequest.source //=> 'API_EnableKey'
 * @see API_EnableKey
 */
export const EnableKeyRequest = statedBy('API_EnableKey')
/**
 * The request of DisableKey.
 *
 * @example
 * protocol.DisableKeyRequest.source //=> 'API_DisableKey'
 * @see API_DisableKey
 */
export const DisableKeyRequest = statedBy('API_DisableKey')
/**
 * The request of CancelKeyDeletion.
 *
 * @example
 * protocol.CancelKeyDeletionRequest.source //=> 'API_CancelKeyDeletion'
 * @see API_CancelKeyDeletion
 */
export const CancelKeyDeletionRequest = statedBy('API_CancelKeyDeletion')
export const DisableKeyRotationRequest = statedBy('API_DisableKeyRotation')
export const GetKeyRotationStatusRequest = statedBy('API_GetKeyRotationStatus')
export const RotateKeyOnDemandRequest = statedBy('API_RotateKeyOnDemand')
export const GetPublicKeyRequest = statedBy('API_GetPublicKey')
