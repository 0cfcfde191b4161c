import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { decode, type Violation } from '../../src/codec/decode.js'

/** Everything that is told of what is wrong with the input; nothing where the codec reads it. */
export const allOfViolations = <A>(
  codec: t.Decoder<unknown, A>,
  input: unknown
): ReadonlyArray<Violation> => {
  const result = decode(codec)(input)
  return E.isLeft(result) ? result.left : []
}

/** What is wrong with the input, in words: where, what was there, and what it had to satisfy. */
export const violationsOf = <A>(codec: t.Decoder<unknown, A>, input: unknown) =>
  allOfViolations(codec, input).map(({ path, received, constraint }) => ({ path, received, constraint }))

/** The same as data: where, of which kind, and what is broken as which page states it. */
export const reasonsOf = <A>(codec: t.Decoder<unknown, A>, input: unknown) =>
  allOfViolations(codec, input).map(({ received: _, receivedAs: __, constraint: ___, ...reason }) => reason)

/** The constraints that the input breaks. */
export const constraintsOf = <A>(codec: t.Decoder<unknown, A>, input: unknown): ReadonlyArray<string> =>
  violationsOf(codec, input).map((violation) => violation.constraint)

/** The paths at which something is wrong. */
export const pathsOf = <A>(codec: t.Decoder<unknown, A>, input: unknown): ReadonlyArray<string> =>
  violationsOf(codec, input).map((violation) => violation.path)
