import * as t from 'io-ts'
import { evidenceOf, type Evidence, type Statement } from '../Evidence.js'

/**
 * In which way a value is wrong.
 *
 * - `type`: it is of another JSON type than it has to be, or cannot be read as what it stands for.
 * - `limit`: it is of the right type, and beyond a limit or outside of an enumeration.
 * - `missing`: it has to be there and is not.
 * - `together`: it does not go with the other members.
 * - `unknown member`: nothing of that name is known.
 * - `unreadable`: reading it fails.
 */
export type ViolationKind = 'type' | 'limit' | 'missing' | 'together' | 'unknown member' | 'unreadable'

/** The reason of a failure as data. */
export interface ViolationReason extends Partial<Evidence> {
  readonly kind: ViolationKind
  /** The name of the limit or rule that is broken, where it has one. */
  readonly rule?: string
}

/** An error of io-ts that carries its reason as data. */
export interface Failure extends t.ValidationError {
  readonly reason: ViolationReason
}

/** A failure for one reason; `constraint` in the words in which AWS reports it, `broken` where a statement says so. */
export const failure = (kind: ViolationKind, constraint: string, broken?: Statement) => {
  const reason: ViolationReason = { kind, ...(broken && { rule: broken.name, ...evidenceOf(broken) }) }
  return (value: unknown, context: t.Context): Failure => ({ value, context, message: constraint, reason })
}

/** Refuses a value. */
export type Fails = (value: unknown, context: t.Context) => t.Validation<never>

/** How a value is refused for that one reason. */
export const failing = (...reason: Parameters<typeof failure>): Fails => {
  const failed = failure(...reason)
  return (value, context) => t.failures([failed(value, context)])
}

/** Refuses a value for both reasons. */
export const together =
  (one: Fails, other: Fails): Fails =>
  (value, context) => {
    const refused = [one, other].map((fails) => fails(value, context))
    return t.failures(refused.flatMap((each) => (each._tag === 'Left' ? each.left : [])))
  }

const isFailure = (error: t.ValidationError): error is Failure => 'reason' in error

/** Io-ts's own codecs refuse a value for its type; but an enumeration refuses a string for not being in it. */
const kindOf = ({ value, context }: t.ValidationError): ViolationKind => {
  if (value === undefined) return 'missing'
  const isInEnumeration = context[context.length - 1]?.type instanceof t.KeyofType
  return isInEnumeration && typeof value === 'string' ? 'limit' : 'type'
}

/** An error with its reason, whichever codec it comes from. */
export const failureOf = (error: t.ValidationError): Failure =>
  isFailure(error) ? error : { ...error, reason: { kind: kindOf(error) } }
