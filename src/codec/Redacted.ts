import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { stringLimit, type StringLimits } from './boundedString.js'
import { failing, failureOf, type Failure, type Fails } from './Failure.js'
import { telling, type Described, type Telling } from './Member.js'

/** Stands for a secret that has been read. @example cks.redacted //=> '(redacted)' */
export const redacted = '(redacted)'

/** A secret of which only the presence is kept. */
export type Redacted = typeof redacted

/** A secret as an error shows it; `undefined` where there is none. */
export const hidden = (secret: unknown): Redacted | undefined => (secret === undefined ? undefined : redacted)

/** The same codec, whose errors do not show what was received. What the codec is inside of is hidden by its own codec. */
export const sensitive = <A, O>(codec: t.Type<A, O> & Described): Telling<t.Type<A, O>> =>
  telling(
    new t.Type<A, O>(
      codec.name,
      codec.is,
      (u, context) => {
        const read = codec.validate(u, context)
        if (E.isRight(read)) return read
        return E.left(
          read.left.map((error): Failure => ({
            ...failureOf(error),
            value: hidden(error.value),
            context: error.context.map((entry, place) =>
              place < context.length - 1 ? entry : { ...entry, actual: hidden(entry.actual) }
            )
          }))
        )
      },
      codec.encode
    ),
    {
      limit: codec.limit,
      members: codec.members?.map((member) => ({ ...member, secret: true })),
      secret: true
    }
  )

/**
 * Holds a secret against its limits, then forgets it: what is decoded is always {@link redacted}. That is no secret, so
 * it is not decoded again; `is` tells whether something has been decoded.
 */
export const secretString = (name: string, limits: StringLimits): Telling<t.Type<Redacted>> => {
  const { limit, broken } = stringLimit(name, limits)
  const forgotten = failing('limit', `Member must be a secret, which ${redacted} only stands for`, limit)
  const refusal = (u: unknown): Fails | undefined => (u === redacted ? forgotten : broken(u))
  return sensitive(
    telling(
      new t.Type<Redacted>(
        name,
        (u): u is Redacted => u === redacted,
        (u, context) => refusal(u)?.(u, context) ?? t.success(redacted),
        t.identity
      ),
      { limit }
    )
  )
}
