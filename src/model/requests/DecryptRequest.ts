import { identity } from 'fp-ts/lib/function.js'
import type { Base64 } from '../../codec/blob.js'
import type { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { CiphertextBlob, optionalMembers, type EncryptionAlgorithm } from './cryptographicMembers.js'
import { Recipient, recipientIsAbsent } from './Recipient.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for a ciphertext to be decrypted, with the key that made it. @see API_Decrypt */
export interface DecryptRequest {
  readonly CiphertextBlob: Base64
  /** If it is there, it must be the key that made the ciphertext. */
  readonly KeyId?: KeyId
  readonly EncryptionContext?: EncryptionContext
  readonly EncryptionAlgorithm?: EncryptionAlgorithm
  readonly DryRun?: boolean
}

/**
 * @example
 * cks.decode(protocol.DecryptRequest)({ CiphertextBlob: 'AQIDBA==' }) //=> E.right({ CiphertextBlob: 'AQIDBA==' })
 */
export const DecryptRequest: RequestCodec<DecryptRequest> = requestCodec(
  'DecryptRequest',
  {
    source: 'API_Decrypt',
    required: { CiphertextBlob },
    unclear: { CiphertextBlob: { assumes: ['A113'] } },
    optional: { KeyId, ...optionalMembers, Recipient }
  },
  [recipientIsAbsent('API_Decrypt')],
  identity
)
