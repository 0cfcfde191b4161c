import { about, claim } from '../Claim.js'
import type { Base64 } from '../codec/blob.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { EncryptionAlgorithm } from '../model/requests/cryptographicMembers.js'

/** A ciphertext that a request brings, and the key that the request names for it. */
interface Ciphertext {
  /** The ARN of the key that made it, if it is one of those made here. */
  readonly madeWith: string | undefined
  /** The id or ARN that the request gives, and the key that has it. */
  readonly keyId: string | undefined
  readonly namedKey: KmsKey | undefined
}

const ofNamedKey = about(({ keyId }: Ciphertext) => keyId)

/** The ciphertext is one of those made here. */
export const ciphertextIsKnown = claim<Ciphertext, { readonly madeWith: string }>({
  name: 'ciphertextIsKnown',
  says: 'A ciphertext must be one that AWS KMS has made with a symmetric encryption key.',
  source: 'API_Decrypt',
  onEachPage: true,
  assumes: ['A54'],
  holds: ({ madeWith }) => madeWith !== undefined
})

/** The key that the request names exists. */
export const namedKeyExists = claim<Ciphertext>({
  name: 'namedKeyExists',
  says: 'The KMS key that a request to decrypt names must exist in the account and Region.',
  source: 'API_Decrypt',
  onEachPage: true,
  assumes: ['A54'],
  ...ofNamedKey((_, { namedKey }) => namedKey !== undefined)
})

/** The key that the request names made the ciphertext. */
export const namedKeyMadeCiphertext = claim<Ciphertext>({
  name: 'namedKeyMadeCiphertext',
  says: 'The KMS key that a request to decrypt names must be the one with which the ciphertext was made.',
  source: 'API_Decrypt',
  onEachPage: true,
  assumes: ['A54'],
  ...about(({ namedKey }: Ciphertext) => namedKey)(({ Arn }, { madeWith }) => Arn === madeWith)
})

interface PerhapsOpened {
  readonly plaintext: Base64 | undefined
}

const isOpened = ({ plaintext }: PerhapsOpened): boolean => plaintext !== undefined

/** The ciphertext of a key in a cluster is unchanged and bound to the encryption context. */
export const ciphertextIsSound = claim<PerhapsOpened, { readonly plaintext: Base64 }>({
  name: 'ciphertextIsSound',
  says: 'A ciphertext of a key in an AWS CloudHSM cluster must be unchanged, and the encryption context must be the one with which it was made.',
  source: 'API_Decrypt',
  onEachPage: true,
  assumes: ['A54'],
  holds: isOpened
})

/** The same of an external key, where the proxy finds the fault. */
export const externalCiphertextIsSound = claim<PerhapsOpened, { readonly plaintext: Base64 }>({
  name: 'externalCiphertextIsSound',
  says: 'A ciphertext of an external key must be unchanged, and the encryption context must be the one with which it was made.',
  source: 'xks-troubleshooting',
  assumes: ['A54'],
  holds: isOpened
})

/** The algorithm is the one that keys in custom key stores have. */
export const algorithmFitsKey = claim<{ readonly algorithm: EncryptionAlgorithm | undefined }>({
  name: 'algorithmFitsKey',
  says: 'The encryption algorithm of a KMS key in a custom key store must be SYMMETRIC_DEFAULT.',
  source: 'API_Encrypt',
  onEachPage: true,
  holds: ({ algorithm = 'SYMMETRIC_DEFAULT' }) => algorithm === 'SYMMETRIC_DEFAULT'
})

/** The request is meant, and not only tried. */
export const isNoDryRun = claim<{ readonly dryRun: boolean | undefined }>({
  name: 'isNoDryRun',
  says: 'A request that asks for a dry run is refused where it would have succeeded.',
  source: 'API_Encrypt',
  onEachPage: true,
  holds: ({ dryRun }) => dryRun !== true
})
