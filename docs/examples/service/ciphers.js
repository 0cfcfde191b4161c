/** The ciphers that the rules ask for. A real store has its keys in hardware; here all are under one secret. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

const textOf = (context) => JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A ciphertext holds the ARN of its key, the encryption context and the plaintext, all of them sealed together. */
export const ciphersUnder = (secret) => {
  const seal = (content) => {
    const iv = randomBytes(ivLength)
    const cipher = createCipheriv(algorithm, secret, iv)
    const sealed = [cipher.update(JSON.stringify(content)), cipher.final()]
    return Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64')
  }
  const open = (ciphertext) => {
    const bytes = Buffer.from(ciphertext, 'base64')
    try {
      const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, ivLength))
      decipher.setAuthTag(bytes.subarray(-tagLength))
      const opened = [decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]
      return JSON.parse(Buffer.concat(opened).toString())
    } catch {
      return undefined
    }
  }
  return {
    randomBytes: (count) => randomBytes(count).toString('base64'),
    encrypt: (keyArn, plaintext, context) => seal({ keyArn, plaintext, context: textOf(context) }),
    keyOf: (ciphertext) => open(ciphertext)?.keyArn,
    decrypt: (ciphertext, context) => {
      const content = open(ciphertext)
      return content?.context === textOf(context) ? content?.plaintext : undefined
    }
  }
}
