import * as t from 'io-ts'

/** A list of up to `maximum` entries. The entries of a longer one are not looked at. */
export const boundedArray = <A>(
  codec: t.Type<A, unknown>,
  maximum: number
): t.Type<ReadonlyArray<A>, unknown> => {
  const list = t.readonlyArray(codec)
  return new t.Type(
    list.name,
    (u): u is ReadonlyArray<A> => list.is(u) && u.length <= maximum,
    (u, context) =>
      Array.isArray(u) && u.length > maximum
        ? t.failure(u, context, `Member must have length less than or equal to ${String(maximum)}`)
        : list.validate(u, context),
    t.identity
  )
}
