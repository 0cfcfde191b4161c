import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { EncryptionContext } from '../model/EncryptionContext.js'
import type { Cryptography } from '../model/Cryptography.js'

const algorithm = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16
const headLength = 32

/** The encryption context as bytes, the same whatever the order of its names. */
const bound = (context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))

/**
 * AES-256-GCM under one key of 32 bytes, which lives as long as the endpoint, or as long as what is kept of it. It lets a
 * test encrypt and decrypt; it is no secure storage.
 *
 * A ciphertext is the length of the ARN in two bytes, the ARN, the HMAC of both, the initialization vector, the tag and
 * the encrypted text. `random`: where bytes come from that are to be random. With a changed ARN it is none that was made here, whichever key the ARN then names.
 */
export const cryptographyUnder = (
  secret: Uint8Array,
  random: (count: number) => Buffer = randomBytes
): Cryptography => {
  const authenticated = (named: Buffer): Buffer => createHmac('sha256', secret).update(named).digest()

  const arnIn = (bytes: Buffer): Buffer | undefined => {
    const end = bytes.length < 2 ? Infinity : 2 + bytes.readUInt16BE(0)
    if (bytes.length < end + headLength + ivLength + tagLength) return undefined
    return timingSafeEqual(authenticated(bytes.subarray(0, end)), bytes.subarray(end, end + headLength))
      ? bytes.subarray(2, end)
      : undefined
  }

  const open = (bytes: Buffer, arn: Buffer, context: EncryptionContext): Buffer => {
    const sealed = bytes.subarray(2 + arn.length + headLength)
    const decipher = createDecipheriv(algorithm, secret, sealed.subarray(0, ivLength))
    decipher.setAAD(Buffer.concat([arn, bound(context)]))
    decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
    return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
  }

  return {
    randomBytes: (count) => random(count).toString('base64'),

    encrypt: (keyArn, plaintext, context) => {
      const arn = Buffer.from(keyArn)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(arn.length)
      const named = Buffer.concat([length, arn])
      const iv = random(ivLength)
      const cipher = createCipheriv(algorithm, secret, iv)
      cipher.setAAD(Buffer.concat([arn, bound(context)]))
      const encrypted = Buffer.concat([cipher.update(plaintext, 'base64'), cipher.final()])
      return Buffer.concat([named, authenticated(named), iv, cipher.getAuthTag(), encrypted]).toString(
        'base64'
      )
    },

    keyOf: (ciphertext) => arnIn(Buffer.from(ciphertext, 'base64'))?.toString('utf8'),

    decrypt: (ciphertext, context) => {
      const bytes = Buffer.from(ciphertext, 'base64')
      const arn = arnIn(bytes)
      try {
        return arn && open(bytes, arn, context).toString('base64')
      } catch {
        return undefined
      }
    }
  }
}
