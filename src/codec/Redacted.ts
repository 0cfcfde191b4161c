import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { brokenLimit, type StringLimits } from './boundedString.js'

/** What stands for a secret once it has been looked at. */
export const redacted = '(redacted)'

/** A secret of which only the presence is kept. */
export type Redacted = typeof redacted

/** The same codec, whose refusals do not show what was received. */
export const sensitive = <A, O>(codec: t.Type<A, O>): t.Type<A, O> =>
  new t.Type(
    codec.name,
    codec.is,
    (u, context) =>
      pipe(
        codec.validate(u, context),
        E.mapLeft((errors) =>
          errors.map((error) => ({ ...error, value: error.value === undefined ? undefined : redacted }))
        )
      ),
    codec.encode
  )

/** Holds a secret against its limits, then forgets it: what is decoded is always {@link redacted}. */
export const secretString = (name: string, limits: StringLimits): t.Type<Redacted> =>
  sensitive(
    new t.Type<Redacted>(
      name,
      (u): u is Redacted => u === redacted,
      (u, context) => {
        if (typeof u !== 'string') return t.failure(u, context, 'Member must be a string')
        const broken = u === redacted ? undefined : brokenLimit(limits, u)
        return broken === undefined ? t.success(redacted) : t.failure(u, context, broken)
      },
      t.identity
    )
  )
