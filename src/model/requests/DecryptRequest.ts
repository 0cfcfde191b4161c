import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Base64 } from '../../codec/blob.js'
import type { EncryptionContext } from '../EncryptionContext.js'
import { KeyId } from '../identifiers.js'
import { CiphertextBlob, optionalMembers, type EncryptionAlgorithm } from './cryptographicMembers.js'
import { outsideTheModel } from '../../codec/outsideTheModel.js'
import { requestCodec } from '../../codec/requestCodec.js'

/** Asks for a ciphertext to be decrypted, with the key that made it. @see API_Decrypt */
export interface DecryptRequest {
  readonly CiphertextBlob: Base64
  /** If it is there, it must be the key that made the ciphertext. */
  readonly KeyId?: KeyId
  readonly EncryptionContext?: EncryptionContext
  readonly EncryptionAlgorithm?: EncryptionAlgorithm
  readonly DryRun?: boolean
}

export const DecryptRequest: t.Type<DecryptRequest, unknown> = requestCodec(
  'DecryptRequest',
  { required: { CiphertextBlob }, optional: { KeyId, ...optionalMembers, Recipient: outsideTheModel } },
  E.right
)
