import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** A codec defined by its validate function: `is` means that it validates, and encoding is the identity. */
export const readBy = <A>(name: string, validate: t.Validate<unknown, A>): t.Type<A, unknown> =>
  new t.Type<A, unknown>(name, (u): u is A => E.isRight(validate(u, [])), validate, t.identity)
