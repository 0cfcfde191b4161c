import { identity } from 'fp-ts/lib/function.js'
import { blob, type Base64 } from '../../codec/blob.js'
import type { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { sensitive } from '../../codec/Redacted.js'
import { optionalMembers, type EncryptionAlgorithm } from './cryptographicMembers.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'

/** Asks for up to 4096 bytes to be encrypted. @see API_Encrypt */
export interface EncryptRequest {
  readonly KeyId: KeyId
  readonly Plaintext: Base64
  readonly EncryptionContext?: EncryptionContext
  readonly EncryptionAlgorithm?: EncryptionAlgorithm
  readonly DryRun?: boolean
}

/**
 * @example
 * cks.decode(protocol.EncryptRequest)({ KeyId: 'key-1', Plaintext: 'AQIDBA==' })
 * //=> E.right({ KeyId: 'key-1', Plaintext: 'AQIDBA==' })
 */
export const EncryptRequest: RequestCodec<EncryptRequest> = requestCodec(
  'EncryptRequest',
  {
    source: 'API_Encrypt',
    required: { KeyId, Plaintext: sensitive(blob('Plaintext', 1, 4096, { source: 'API_Encrypt' })) },
    optional: optionalMembers
  },
  [],
  identity
)
