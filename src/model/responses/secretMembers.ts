/**
 * The members of answers that hold a secret: what was decrypted, random bytes, and keys in the clear.
 * @see API_Decrypt @see API_GenerateDataKeyPair @see API_DeriveSharedSecret
 */
export const secretMembers: ReadonlySet<string> = new Set([
  'Plaintext',
  'PrivateKeyPlaintext',
  'SharedSecret'
])
