import * as t from 'io-ts'
import type { Evidence } from '../Evidence.js'
import { failing, together, type Fails } from './Failure.js'
import { exceptTooLong, ofLength, statedLimit, type Limit } from './Limit.js'
import { telling } from './Member.js'

/**
 * Limits of a string as AWS states them, and the page. `minLength`, `maxLength` in Unicode characters, any length if there
 * is no `maxLength`. `pattern` as AWS prints it: text is matched by the whole string, a regular expression somewhere in it.
 */
export interface StringLimits extends Partial<Evidence> {
  readonly minLength: number
  readonly maxLength?: number
  readonly pattern?: string | RegExp
}

const anySurrogate = /[\ud800-\udfff]/
const loneSurrogate = /\p{Surrogate}/u

const printed = (pattern: string | RegExp): string => (typeof pattern === 'string' ? pattern : pattern.source)

const matching = (pattern: string | RegExp): RegExp =>
  typeof pattern === 'string' ? new RegExp(`^(?:${pattern})$`) : pattern

const lengthInWords = (minLength: number, maxLength: number | undefined): string => {
  if (maxLength === undefined) return `${String(minLength)} or more characters`
  const most = `${String(maxLength)} characters`
  if (minLength === maxLength) return most
  return minLength === 0 ? `at most ${most}` : `${String(minLength)} to ${most}`
}

const inWords = ({ minLength, maxLength, pattern }: StringLimits): string => {
  const length = lengthInWords(minLength, maxLength)
  return `be a string of ${length}${pattern === undefined ? '' : ` that matches ${printed(pattern)}`}`
}

/** A limit, and how a value that breaks it is refused, in the words in which AWS services report it. */
interface StringLimit {
  readonly limit: Limit | undefined
  /**
   * Refuses a string for its length and for its pattern, where it breaks both. One of more than twice the length is
   * neither counted nor matched, so the answer takes bounded time.
   */
  readonly broken: (u: unknown) => Fails | undefined
}

const notAString = (limit?: Limit): Fails => failing('type', 'Member must be a string', limit)

export const stringLimit = (name: string, limits: StringLimits): StringLimit => {
  const { minLength, maxLength = Infinity, pattern, ...evidence } = limits
  const limit = statedLimit(
    name,
    inWords(limits),
    limits.maxLength === undefined ? evidence : ofLength(evidence)
  )
  const stated = exceptTooLong(limit)
  const noString = notAString(stated)
  const tooLong = failing(
    'limit',
    `Member must have length less than or equal to ${String(maxLength)}`,
    limit
  )
  const tooShort = failing(
    'limit',
    `Member must have length greater than or equal to ${String(minLength)}`,
    stated
  )
  const malformed = failing('limit', 'Member must be well-formed Unicode', stated)
  const unlike = failing(
    'limit',
    `Member must satisfy regular expression pattern: ${pattern === undefined ? '' : printed(pattern)}`,
    stated
  )
  const matches = pattern === undefined ? undefined : matching(pattern)
  const tooLongAndUnlike = together(tooLong, unlike)
  const tooShortAndUnlike = together(tooShort, unlike)
  return {
    limit,
    broken: (u) => {
      if (typeof u !== 'string') return noString
      if (u.length > 2 * maxLength) return tooLong
      const hasSurrogates = anySurrogate.test(u)
      const length = hasSurrogates ? Array.from(u).length : u.length
      const isLike = matches === undefined || matches.test(u)
      if (length > maxLength) return isLike ? tooLong : tooLongAndUnlike
      if (length < minLength) return isLike ? tooShort : tooShortAndUnlike
      if (hasSurrogates && loneSurrogate.test(u)) return malformed
      return isLike ? undefined : unlike
    }
  }
}

/** Tells one kind of string from another, for the compiler alone. */
export interface KindOfString<Name extends string> {
  readonly kind: Name
}

/** A string that a codec of that name has read. A type that is declared as one is shown by its own name. */
export type Bounded<Name extends string> = t.Branded<string, KindOfString<Name>>

/** A string within limits, branded with its kind, so that a key id cannot be used as a key store id. */
export const boundedString = <Name extends string>(name: Name, limits: StringLimits) => {
  const { limit, broken } = stringLimit(name, limits)
  return telling(
    new t.Type<Bounded<Name>, string>(
      name,
      (u): u is Bounded<Name> => broken(u) === undefined,
      (u, context) => broken(u)?.(u, context) ?? t.success(u as Bounded<Name>),
      t.identity
    ),
    { limit }
  )
}

/**
 * The same kind of string without its limits, for what AWS shows and what was stored: AWS's own samples break AWS's
 * own limits, so only a request is held against them.
 */
export const asShown = <Name extends string>(
  codec: t.Type<Bounded<Name>, string>
): t.Type<Bounded<Name>, string> => {
  const noString = notAString()
  return new t.Type(
    codec.name,
    (u): u is Bounded<Name> => typeof u === 'string',
    (u, context) => (typeof u === 'string' ? t.success(u as Bounded<Name>) : noString(u, context)),
    t.identity
  )
}
