import type * as t from 'io-ts'
import { AccessKeyId } from './identifiers.js'
import { secretString, sensitive } from '../codec/Redacted.js'
import { struct } from '../codec/struct.js'

/**
 * The credential with which KMS signs its requests to the proxy; both halves always come together. Of the secret half
 * only the presence is kept.
 *
 * @example
 * const halves = { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey: 'a'.repeat(43) }
 * pipe(cks.decode(cks.XksProxyAuthenticationCredential)(halves), E.map((read) => read.RawSecretAccessKey))
 * //=> E.right('(redacted)')
 * @see API_XksProxyAuthenticationCredentialType
 */
export const XksProxyAuthenticationCredential = sensitive(
  struct(
    'XksProxyAuthenticationCredential',
    {
      AccessKeyId,
      RawSecretAccessKey: secretString('RawSecretAccessKey', {
        minLength: 43,
        maxLength: 64,
        pattern: String.raw`^[a-zA-Z0-9\/+=]+$`,
        source: 'API_XksProxyAuthenticationCredentialType'
      })
    },
    {},
    'API_XksProxyAuthenticationCredentialType'
  )
)
export type XksProxyAuthenticationCredential = Readonly<t.TypeOf<typeof XksProxyAuthenticationCredential>>
