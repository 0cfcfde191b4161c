import { keyExists } from '../rules/keyState.js'
import { claim, unless, when } from '../rules/Rule.js'
import type { Base64 } from '../codec/blob.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { EncryptionAlgorithm } from '../model/requests/cryptographicMembers.js'

interface Ciphertext {
  /** The ARN of the key that made it, if it is one of this endpoint's. */
  readonly madeWith: string | undefined
  /** The id or ARN that the request gives, and the key that has it. */
  readonly keyId: string | undefined
  readonly key: KmsKey | undefined
}

const ciphertextIsKnown = claim<Ciphertext, { readonly madeWith: string }>({
  name: 'ciphertextIsKnown',
  says: 'A ciphertext must be one that AWS KMS has made with a symmetric encryption key.',
  source: 'API_Decrypt',
  holds: ({ madeWith }) => madeWith !== undefined
})

const namesKey = ({ keyId }: Ciphertext): boolean => keyId !== undefined

const keyMadeCiphertext = claim<Ciphertext>({
  name: 'keyMadeCiphertext',
  says: 'The KMS key that a request to decrypt names must be the one with which the ciphertext was made.',
  source: 'API_Decrypt',
  holds: ({ madeWith, key }) => key?.Arn === madeWith
})

/** Before the key is looked at. @assumes A54 */
export const beforeUse = [
  unless(ciphertextIsKnown, 'InvalidCiphertextException'),
  when(namesKey, unless(keyExists, 'NotFoundException')),
  when(namesKey, unless(keyMadeCiphertext, 'IncorrectKeyException'))
] as const

const ciphertextIsSound = claim<{ readonly plaintext: Base64 | undefined }, { readonly plaintext: Base64 }>({
  name: 'ciphertextIsSound',
  says: 'A ciphertext must be unchanged, and its encryption context the one with which it was made.',
  source: 'API_Decrypt',
  holds: ({ plaintext }) => plaintext !== undefined
})

/** Once the ciphertext has been opened. @assumes A54 */
export const afterUse = [unless(ciphertextIsSound, 'InvalidCiphertextException')] as const

const algorithmFitsKey = claim<{ readonly algorithm: EncryptionAlgorithm | undefined }>({
  name: 'algorithmFitsKey',
  says: 'The encryption algorithm of a KMS key in a custom key store must be SYMMETRIC_DEFAULT.',
  source: 'API_Encrypt',
  holds: ({ algorithm = 'SYMMETRIC_DEFAULT' }) => algorithm === 'SYMMETRIC_DEFAULT'
})

export const algorithmRules = [unless(algorithmFitsKey, 'InvalidKeyUsageException')] as const

const isNoDryRun = claim<{ readonly DryRun?: boolean }>({
  name: 'isNoDryRun',
  says: 'The request would have succeeded if it did not ask for a dry run.',
  source: 'API_Encrypt',
  assumes: 'A54',
  holds: ({ DryRun }) => DryRun !== true
})

/** Once nothing else stands in the way. @assumes A54 */
export const dryRunRules = [unless(isNoDryRun, 'DryRunOperationException')] as const
