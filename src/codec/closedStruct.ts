import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { redacted } from './Redacted.js'
import { struct, type Struct } from './struct.js'

/** A struct that refuses members it does not know, by name; what they hold is never shown, for it may be a secret. */
export const closedStruct = <R extends t.Props, O extends t.Props>(
  name: string,
  required: R,
  optional: O
): t.Type<Struct<R, O>, unknown> => {
  const members = struct(name, required, optional)
  const known = [...Object.keys(required), ...Object.keys(optional)]
  const message = `Member must be one of: ${known.join(', ')}`
  const validate: t.Validate<unknown, Struct<R, O>> = (u, context) =>
    pipe(
      t.UnknownRecord.validate(u, context),
      E.chain((record) => {
        const strangers = Object.keys(record)
          .filter((key) => !known.includes(key))
          .map((key) => ({ value: redacted, context: t.appendContext(context, key, t.unknown), message }))
        const decoded = members.validate(record, context)
        if (strangers.length === 0) return decoded
        return t.failures([...strangers, ...(E.isLeft(decoded) ? decoded.left : [])])
      })
    )
  return new t.Type(name, (u): u is Struct<R, O> => E.isRight(validate(u, [])), validate, t.identity)
}
