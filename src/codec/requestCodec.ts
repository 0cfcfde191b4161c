import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { readBy } from './readBy.js'
import { struct, type Struct } from './struct.js'

/** A member that does not go with the others of its request, and why. */
export interface Disagreement {
  readonly member: string
  readonly constraint: string
}

/** The members of a request, each with its codec: those that must be there and those that may be. */
interface Members<R extends t.Props, O extends t.Props> {
  readonly required: R
  readonly optional: O
}
/** A null is an absent member. */
export const withoutNulls = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))

/**
 * Reads a request: each member by itself, then the members together. Unknown members are dropped and a null is an absent
 * member, as in AWS JSON.
 */
export const requestCodec = <R extends t.Props, O extends t.Props, Request = Struct<R, O>>(
  name: string,
  { required, optional }: Members<R, O>,
  agree: (members: Struct<R, O>) => E.Either<ReadonlyArray<Disagreement>, Request>
): t.Type<Request, unknown> => {
  const members = struct(name, required, optional)
  return readBy(name, (u, context) =>
    pipe(
      t.UnknownRecord.validate(u, context),
      E.chain((record) => members.validate(withoutNulls(record), context)),
      E.chain((decoded) =>
        pipe(
          agree(decoded),
          E.mapLeft((disagreements): t.Errors =>
            disagreements.map(({ member, constraint }) => ({
              value: (decoded as Readonly<Record<string, unknown>>)[member],
              context: t.appendContext(context, member, t.unknown),
              message: constraint
            }))
          )
        )
      )
    )
  )
}
