import type { Base64 } from '../codec/blob.js'
import type { EncryptionContext } from './EncryptionContext.js'

/**
 * Randomness and ciphers, of which the model has none. The functions do not throw. What they hold a key under is theirs
 * to choose; no key in the sense of AWS ever leaves a custom key store.
 */
export interface Cryptography {
  readonly randomBytes: (count: number) => Base64
  /** A ciphertext that names the key it was made with and is bound to the encryption context. */
  readonly encrypt: (keyArn: string, plaintext: Base64, context: EncryptionContext) => Base64
  /** The ARN of the key that a ciphertext was made with; undefined if it is none of those made here. */
  readonly keyOf: (ciphertext: Base64) => string | undefined
  /** The plaintext; undefined if the ciphertext was changed or bound to another encryption context. */
  readonly decrypt: (ciphertext: Base64, context: EncryptionContext) => Base64 | undefined
}
