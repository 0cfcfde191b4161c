import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'

/**
 * A union whose branches are told by one member, so that a refusal speaks of the branch that was meant, and of that
 * alone. (`t.union` tries all the branches and reports on each.)
 */
export const taggedUnion = <Codecs extends { readonly [tag: string]: t.Mixed }>(
  name: string,
  member: string,
  codecs: Codecs
) => {
  type A = t.TypeOf<Codecs[keyof Codecs]>
  const Tag = t.keyof(codecs)
  const branchOf = (u: unknown): t.Mixed | undefined => {
    const tag: unknown = t.UnknownRecord.is(u) ? u[member] : undefined
    return Tag.is(tag) ? codecs[tag] : undefined
  }
  return new t.Type<A, unknown>(
    name,
    (u): u is A => branchOf(u)?.is(u) ?? false,
    (u, context) =>
      pipe(
        t.UnknownRecord.validate(u, context),
        E.chain((record) =>
          Tag.validate(record[member], t.appendContext(context, member, Tag, record[member]))
        ),
        E.chain((tag) => (codecs[tag] as t.Type<A>).validate(u, context))
      ),
    (a) => (branchOf(a) as t.Type<A, unknown>).encode(a)
  )
}
