import * as t from 'io-ts'
import type { Evidence } from '../Evidence.js'
import { failing, type Fails } from './Failure.js'
import { statedLimit } from './Limit.js'
import { telling, type Telling } from './Member.js'

/** A whole number from `minimum` to `maximum`, both included, as a page states it. */
export const boundedInteger = (
  name: string,
  minimum: number,
  maximum: number,
  evidence: Partial<Evidence> = {}
): Telling<t.Type<number>> => {
  const limit = statedLimit(name, `be an integer from ${String(minimum)} to ${String(maximum)}`, evidence)
  const noInteger = failing('type', 'Member must be an integer', limit)
  const tooSmall = failing(
    'limit',
    `Member must have value greater than or equal to ${String(minimum)}`,
    limit
  )
  const tooGreat = failing('limit', `Member must have value less than or equal to ${String(maximum)}`, limit)
  const broken = (u: unknown): Fails | undefined => {
    if (typeof u !== 'number' || !Number.isInteger(u)) return noInteger
    if (u < minimum) return tooSmall
    return u > maximum ? tooGreat : undefined
  }
  return telling(
    new t.Type<number>(
      name,
      (u): u is number => broken(u) === undefined,
      (u, context) => broken(u)?.(u, context) ?? t.success(u as number),
      t.identity
    ),
    { limit }
  )
}
