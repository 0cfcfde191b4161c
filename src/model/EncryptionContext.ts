import * as t from 'io-ts'

/** Names and values that a ciphertext is bound to. Not a secret. @see API_Encrypt */
export type EncryptionContext = Readonly<Record<string, string>>

/**
 * Refused for the first value that is not a string, however many there are.
 *
 * @example
 * protocol.EncryptionContext.is({ purpose: 'invoices' }) //=> true
 */
export const EncryptionContext: t.Type<EncryptionContext, unknown> = new t.Type(
  'EncryptionContext',
  (u): u is EncryptionContext =>
    t.UnknownRecord.is(u) && Object.values(u).every((value) => typeof value === 'string'),
  (u, context) => {
    if (!t.UnknownRecord.is(u)) return t.failure(u, context)
    const wrong = Object.entries(u).find(([, value]) => typeof value !== 'string')
    return wrong === undefined
      ? t.success(u as EncryptionContext)
      : t.failure(wrong[1], t.appendContext(context, wrong[0], t.string))
  },
  t.identity
)
