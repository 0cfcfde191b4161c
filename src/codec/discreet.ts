import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { failureOf, type Failure } from './Failure.js'
import type { Member } from './Member.js'
import { redacted } from './Redacted.js'

const aList: unknown = [redacted]
const aRecord: unknown = { [redacted]: redacted }

/** The value of a known member that is no secret. Of a list or a record only that it is one: a secret may be inside. */
const repeated = (u: unknown): unknown => {
  if (Array.isArray(u)) return aList
  if (typeof u === 'function') return redacted
  return typeof u === 'object' && u !== null ? aRecord : u
}

/** An input that is no record: it may be a secret, or text with one in it. */
const noRecord = (u: unknown): unknown => {
  if (Array.isArray(u)) return aList
  return u === null || u === undefined ? u : redacted
}

/** The known members of a record; {@link redacted} if they cannot be read again. */
const outlined = (members: ReadonlyArray<Member>) => {
  const own = members.filter(({ within }) => within.length === 0)
  return (record: Readonly<Record<string, unknown>>): unknown => {
    const outline: Record<string, unknown> = {}
    try {
      for (const { name, secret } of own) {
        if (Object.hasOwn(record, name)) outline[name] = secret ? redacted : repeated(record[name])
      }
      return outline
    } catch {
      return redacted
    }
  }
}

/**
 * Reads a request as `validate` does. Its errors repeat the known members that are no secrets, and nothing else of the
 * input: an unknown member may be a secret under a misspelt name.
 */
export const discreet = <A>(
  members: ReadonlyArray<Member>,
  validate: t.Validate<unknown, A>
): t.Validate<unknown, A> => {
  const outline = outlined(members)
  return (u, context) => {
    const read = validate(u, context)
    if (E.isRight(read)) return read
    const at = context.length - 1
    const input = t.UnknownRecord.is(u) ? outline(u) : noRecord(u)
    const shown = (actual: unknown, place: number): unknown => {
      if (place < at) return redacted
      return place === at ? input : repeated(actual)
    }
    return E.left(
      read.left.map((error): Failure => {
        const { message, reason } = failureOf(error)
        return {
          value: shown(error.value, error.context.length - 1),
          context: error.context.map(({ key, type, actual }, place) => ({
            key,
            type,
            actual: shown(actual, place)
          })),
          ...(message !== undefined && { message }),
          reason
        }
      })
    )
  }
}
