import * as t from 'io-ts'
import type { Evidence } from '../Evidence.js'
import { failing } from './Failure.js'
import { statedLimit } from './Limit.js'
import { telling, type Described, type Telling } from './Member.js'

/** A list of up to `maximum` entries, as a page states it. The entries of a longer one are not looked at. */
export const boundedArray = <A>(
  codec: t.Type<A, unknown> & Described,
  maximum: number,
  evidence: Partial<Evidence> = {}
): Telling<t.Type<ReadonlyArray<A>, unknown>> => {
  const list = t.readonlyArray(codec)
  const limit = statedLimit(`${codec.name}s`, `be a list of at most ${String(maximum)} entries`, evidence)
  const tooLong = failing('limit', `Member must have length less than or equal to ${String(maximum)}`, limit)
  return telling(
    new t.Type(
      list.name,
      (u): u is ReadonlyArray<A> => list.is(u) && u.length <= maximum,
      (u, context) =>
        Array.isArray(u) && u.length > maximum ? tooLong(u, context) : list.validate(u, context),
      t.identity
    ),
    { limit, members: codec.members }
  )
}
