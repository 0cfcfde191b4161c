import { secretString } from '../codec/Redacted.js'

/** The present password of the crypto user `kmsuser`, which KMS receives and does not set. @see API_CreateCustomKeyStore */
export const KeyStorePassword = secretString('KeyStorePassword', {
  minLength: 7,
  maxLength: 32,
  source: 'API_CreateCustomKeyStore'
})
