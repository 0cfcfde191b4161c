import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { failure } from './Failure.js'
import { struct, type Struct } from './struct.js'
import { oneOfMembers, shownOfUnknown } from './unknownMember.js'

/** A struct that refuses members it does not know, by name; what they hold is not shown, for it may be a secret. */
export const closedStruct = <R extends t.Props, O extends t.Props>(
  name: string,
  required: R,
  optional: O
): t.Type<Struct<R, O>, unknown> => {
  const members = struct(name, required, optional)
  const known = [...Object.keys(required), ...Object.keys(optional)]
  const strangersIn = (record: object): ReadonlyArray<string> =>
    Object.keys(record).filter((key) => !known.includes(key))
  return new t.Type<Struct<R, O>, unknown>(
    name,
    (u): u is Struct<R, O> => members.is(u) && strangersIn(u).length === 0,
    (u, context) => {
      const decoded = members.validate(u, context)
      if (!t.UnknownRecord.is(u)) return decoded
      const refused = strangersIn(u).map((key) =>
        failure('unknown member', oneOfMembers(key, known))(
          shownOfUnknown(u[key]),
          t.appendContext(context, key, t.unknown)
        )
      )
      if (refused.length === 0) return decoded
      return t.failures([...refused, ...(E.isLeft(decoded) ? decoded.left : [])])
    },
    t.identity
  )
}
