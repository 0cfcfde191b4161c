import * as t from 'io-ts'
import type { Source } from '../sources.js'
import { failing } from './Failure.js'
import { statedLimit } from './Limit.js'
import { telling, type Telling } from './Member.js'

/** One of the values that a page lists. */
export const enumeration = <const Value extends string>(
  name: string,
  values: ReadonlyArray<Value>,
  source: Source
): Telling<t.Type<Value>> => {
  const limit = statedLimit(name, `be one of ${values.join(', ')}`, { source })
  const constraint = `Member must satisfy enum value set: [${values.join(', ')}]`
  const outside = failing('limit', constraint, limit)
  const noString = failing('type', constraint, limit)
  const missing = failing('missing', 'Member must not be null')
  const known: ReadonlySet<unknown> = new Set(values)
  return telling(
    new t.Type<Value>(
      name,
      (u): u is Value => known.has(u),
      (u, context) => {
        if (known.has(u)) return t.success(u as Value)
        if (u === undefined) return missing(u, context)
        return typeof u === 'string' ? outside(u, context) : noString(u, context)
      },
      t.identity
    ),
    { limit }
  )
}
