import * as E from 'fp-ts/lib/Either.js'
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
    (u, context) => {
      const record = t.UnknownRecord.validate(u, context)
      if (E.isLeft(record)) return record
      const given = record.right[member]
      const tag = Tag.validate(given, t.appendContext(context, member, Tag, given))
      return E.isLeft(tag) ? tag : (codecs[tag.right] as t.Type<A>).validate(u, context)
    },
    (a) => (branchOf(a) as t.Type<A, unknown>).encode(a)
  )
}
