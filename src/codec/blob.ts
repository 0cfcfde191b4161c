import * as t from 'io-ts'

/** Bytes as AWS JSON carries them: base64 with padding. */
export type Base64 = string

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const byteLength = (s: Base64): number => {
  const padding = s.indexOf('=')
  return Math.floor(((padding === -1 ? s.length : padding) * 3) / 4)
}

const longest = (bytes: number): number => 4 * Math.ceil(bytes / 3)

/** From `minimum` to `maximum` bytes. A string too long for that is not looked at further. */
export const blob = (name: string, minimum: number, maximum: number): t.Type<Base64> => {
  const tooLong = `Member must have length less than or equal to ${String(maximum)}`
  const broken = (s: string): string | undefined => {
    if (s.length > longest(maximum)) return tooLong
    if (!base64.test(s)) return 'Member must be a base64-encoded string'
    if (byteLength(s) < minimum) return `Member must have length greater than or equal to ${String(minimum)}`
    return byteLength(s) > maximum ? tooLong : undefined
  }
  return new t.Type<Base64>(
    name,
    (u): u is Base64 => typeof u === 'string' && broken(u) === undefined,
    (u, context) => {
      const constraint = typeof u === 'string' ? broken(u) : 'Member must be a base64-encoded string'
      return constraint === undefined ? t.success(u as Base64) : t.failure(u, context, constraint)
    },
    t.identity
  )
}
