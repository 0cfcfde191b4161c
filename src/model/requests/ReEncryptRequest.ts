import { identity } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Base64 } from '../../codec/blob.js'
import { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { CiphertextBlob, EncryptionAlgorithm } from './cryptographicMembers.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for a ciphertext to be decrypted and encrypted again, without the plaintext being shown. @see API_ReEncrypt */
export interface ReEncryptRequest {
  readonly CiphertextBlob: Base64
  readonly DestinationKeyId: KeyId
  readonly DestinationEncryptionContext?: EncryptionContext
  readonly DestinationEncryptionAlgorithm?: EncryptionAlgorithm
  /** If it is there, it must be the key that made the ciphertext. */
  readonly SourceKeyId?: KeyId
  readonly SourceEncryptionContext?: EncryptionContext
  readonly SourceEncryptionAlgorithm?: EncryptionAlgorithm
  readonly DryRun?: boolean
}

/**
 * @example
 * cks.decode(protocol.ReEncryptRequest)({ CiphertextBlob: 'AQIDBA==', DestinationKeyId: 'key-2' })
 * //=> E.right({ CiphertextBlob: 'AQIDBA==', DestinationKeyId: 'key-2' })
 */
export const ReEncryptRequest: RequestCodec<ReEncryptRequest> = requestCodec(
  'ReEncryptRequest',
  {
    source: 'API_ReEncrypt',
    required: { CiphertextBlob, DestinationKeyId: KeyId },
    unclear: { CiphertextBlob: { assumes: ['A113'] } },
    optional: {
      DestinationEncryptionContext: EncryptionContext,
      DestinationEncryptionAlgorithm: EncryptionAlgorithm,
      SourceKeyId: KeyId,
      SourceEncryptionContext: EncryptionContext,
      SourceEncryptionAlgorithm: EncryptionAlgorithm,
      DryRun: t.boolean
    }
  },
  [],
  identity
)
