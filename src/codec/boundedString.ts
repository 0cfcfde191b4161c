import * as t from 'io-ts'

/** Limits of a string as AWS states them. `minLength`, `maxLength` in Unicode characters; `pattern` for the whole string. */
export interface StringLimits {
  readonly minLength: number
  readonly maxLength: number
  readonly pattern?: RegExp
}

const loneSurrogate = /\p{Surrogate}/u

const characters = (s: string): number => Array.from(s).length

/**
 * Which limit a string breaks, in the words in which AWS services report it, or undefined. A string that is too long
 * is neither counted nor matched further, so the answer takes bounded time.
 *
 * @assumes A31
 */
export const brokenLimit = (
  { minLength, maxLength, pattern }: StringLimits,
  s: string
): string | undefined => {
  if (s.length > 2 * maxLength || characters(s) > maxLength) {
    return `Member must have length less than or equal to ${String(maxLength)}`
  }
  if (characters(s) < minLength)
    return `Member must have length greater than or equal to ${String(minLength)}`
  if (loneSurrogate.test(s)) return 'Member must be well-formed Unicode'
  if (pattern !== undefined && !pattern.test(s)) {
    return `Member must satisfy regular expression pattern: ${pattern.source}`
  }
  return undefined
}

/** Tells one kind of string from another, for the compiler alone. */
export interface Kind<Name extends string> {
  readonly kind: Name
}

/** A string within limits, branded with its kind, so that a key id cannot be used as a key store id. */
export const boundedString = <Name extends string>(name: Name, limits: StringLimits) =>
  new t.Type<t.Branded<string, Kind<Name>>, string>(
    name,
    (u): u is t.Branded<string, Kind<Name>> => typeof u === 'string' && brokenLimit(limits, u) === undefined,
    (u, context) => {
      if (typeof u !== 'string') return t.failure(u, context, 'Member must be a string')
      const broken = brokenLimit(limits, u)
      return broken === undefined
        ? t.success(u as t.Branded<string, Kind<Name>>)
        : t.failure(u, context, broken)
    },
    t.identity
  )

/**
 * The same kind of string without its limits, for what AWS shows and what was stored: AWS's own samples break AWS's
 * own limits, so only a request is held against them.
 */
export const asShown = <Name extends string>(
  codec: t.Type<t.Branded<string, Kind<Name>>, string>
): t.Type<t.Branded<string, Kind<Name>>, string> =>
  new t.Type(
    codec.name,
    (u): u is t.Branded<string, Kind<Name>> => typeof u === 'string',
    (u, context) =>
      typeof u === 'string'
        ? t.success(u as t.Branded<string, Kind<Name>>)
        : t.failure(u, context, 'Member must be a string'),
    t.identity
  )
