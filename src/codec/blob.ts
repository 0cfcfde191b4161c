import * as t from 'io-ts'
import type { Evidence } from '../Evidence.js'
import { failing, type Fails } from './Failure.js'
import { exceptTooLong, ofLength, statedLimit } from './Limit.js'
import { telling, type Telling } from './Member.js'

/** Bytes as AWS JSON carries them: base64 with padding. */
export type Base64 = string

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const byteLength = (s: Base64): number => {
  const padding = s.indexOf('=')
  return Math.floor(((padding === -1 ? s.length : padding) * 3) / 4)
}

const longest = (bytes: number): number => 4 * Math.ceil(bytes / 3)

/** From `minimum` to `maximum` bytes, as a page states it. A string too long for that is not looked at further. */
export const blob = (
  name: string,
  minimum: number,
  maximum: number,
  evidence: Partial<Evidence> = {}
): Telling<t.Type<Base64>> => {
  const must = `be ${String(minimum)} to ${String(maximum)} bytes in base64`
  const limit = statedLimit(name, must, ofLength(evidence))
  const stated = exceptTooLong(limit)
  const tooLong = failing('limit', `Member must have length less than or equal to ${String(maximum)}`, limit)
  const tooShort = failing(
    'limit',
    `Member must have length greater than or equal to ${String(minimum)}`,
    stated
  )
  const notBase64 = failing('type', 'Member must be a base64-encoded string', stated)
  const broken = (u: unknown): Fails | undefined => {
    if (typeof u !== 'string') return notBase64
    if (u.length > longest(maximum)) return tooLong
    if (!base64.test(u)) return notBase64
    if (byteLength(u) < minimum) return tooShort
    return byteLength(u) > maximum ? tooLong : undefined
  }
  return telling(
    new t.Type<Base64>(
      name,
      (u): u is Base64 => broken(u) === undefined,
      (u, context) => broken(u)?.(u, context) ?? t.success(u as Base64),
      t.identity
    ),
    { limit }
  )
}
