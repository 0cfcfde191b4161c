import { constTrue } from 'fp-ts/lib/function.js'
import type { Statement } from './Evidence.js'
import type { Concern } from './Resource.js'

/** The things that no request shows. */
export type Outside = 'backing key store' | 'other accounts' | 'AWS KMS'

/**
 * A statement that can be true of a subject `A`. `Known` is what the compiler may take for granted of the subject once
 * it is true: it is asserted where the claim is made, and not checked against `holds`.
 */
export interface Claim<in A, out Known = unknown> extends Statement {
  /**
   * Present if the request and the account do not decide it, but the backing key store, the stores of other accounts, or
   * AWS KMS itself with its quotas. An endpoint shows none of them.
   */
  readonly outside?: Outside
  /** Of which resource a refusal tells, where it is another one than the key or the store of the request. */
  readonly concerns?: Concern
  /**
   * Present if the page of each operation that requires it states it, with its exception: `source` is one of these pages, and
   * an operation has its own in place of it.
   */
  readonly onEachPage?: true
  /** Whether the claim has anything to do with the subject. */
  readonly applies: (subject: A) => boolean
  /** Asked only where the claim applies. */
  readonly holds: (subject: A) => boolean
  /** The same two, where they are about one part of the subject. */
  readonly part?: AboutPart<A>
  /** For the compiler; never there at run time. */
  readonly known?: Known
}

/** How a claim about a part of a subject is asked of the part itself, so that neighbours ask for it once. */
export interface AboutPart<in A> {
  /** The part; undefined where the claim does not apply. */
  readonly of: (subject: A) => unknown
  /** Whether the claim holds of the part. */
  readonly is: (part: never, subject: A) => boolean
  /** The functions of the claim that say the same: a claim that has others is asked by those. */
  readonly applies: (subject: A) => boolean
  readonly holds: (subject: A) => boolean
}

/** A claim; it applies to every subject if nothing else is said. */
export const claim = <A, Known = unknown>({
  applies = constTrue,
  ...rest
}: Omit<Claim<A>, 'applies' | 'known'> & {
  readonly applies?: (subject: A) => boolean
}): Claim<A, Known> => ({ ...rest, applies })

/**
 * How claims about one part of a subject apply and hold: where there is such a part, of which it is true. `outside`: what
 * the part belongs to, if no request shows it. `concerns`: the resource that the part is. All the claims made from one call
 * share the same `applies`, so a list of rules asks for the part once.
 */
export const about = <A, Part>(
  partOf: (subject: A) => Part | undefined,
  of: { readonly outside?: Outside; readonly concerns?: Concern } = {}
) => {
  const applies = (subject: A): boolean => partOf(subject) !== undefined
  return (is: (part: Part, subject: A) => boolean) => {
    const holds = (subject: A): boolean => {
      const part = partOf(subject)
      return part !== undefined && is(part, subject)
    }
    return { ...of, applies, holds, part: { of: partOf, is, applies, holds } }
  }
}

/** The part that a claim is about, unless it is asked in another way. */
export const partAskedOf = <A>({ applies, holds, part }: Claim<A>): AboutPart<A> | undefined =>
  part?.applies === applies && part.holds === holds ? part : undefined
