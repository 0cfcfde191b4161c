import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { failureOf, type Failure } from './Failure.js'
import { limitOf, type Limit } from './Limit.js'
import { telling, type Described, type Telling } from './Member.js'

/** The failure of an entry, as one of the list: the path still leads to the entry. */
const inList =
  (limit: Limit, depth: number) =>
  (error: t.ValidationError): Failure => {
    const failure = failureOf(error)
    const { context, reason } = failure
    const isOfEntry = context.length === depth + 1 && reason.kind !== 'missing'
    return isOfEntry ? { ...failure, reason: { ...reason, rule: limit.name, source: limit.source } } : failure
  }

/** A list of however many entries, where a page limits each of them. `name`: of the member that it is. */
export const listOf = <A>(
  name: string,
  entry: t.Type<A, unknown> & Described
): Telling<t.Type<ReadonlyArray<A>, unknown>> => {
  const list = t.readonlyArray(entry, name)
  const { limit: ofEntry } = entry
  if (ofEntry === undefined) return telling(list, { members: entry.members })
  const limit = limitOf(name, { ...ofEntry, must: `be a list whose entries must each ${ofEntry.must}` })
  return telling(
    new t.Type(
      name,
      (u): u is ReadonlyArray<A> => list.is(u),
      (u, context) => {
        const read = list.validate(u, context)
        return E.isRight(read) ? read : t.failures(read.left.map(inList(limit, context.length)))
      },
      t.identity
    ),
    { limit }
  )
}
