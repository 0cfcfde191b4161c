import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** A codec that is told by how it reads: whatever it reads is one of its kind, and is written as it is. */
export const readBy = <A>(name: string, validate: t.Validate<unknown, A>): t.Type<A, unknown> =>
  new t.Type<A, unknown>(name, (u): u is A => E.isRight(validate(u, [])), validate, t.identity)
