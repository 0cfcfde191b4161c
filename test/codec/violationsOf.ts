import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { decode, type Violation } from '../../src/codec/decode.js'

/** What is wrong with the input; none where the codec reads it. */
export const violationsOf = <A, O>(codec: t.Type<A, O>, input: unknown): ReadonlyArray<Violation> => {
  const result = decode(codec)(input)
  return E.isLeft(result) ? result.left : []
}

/** The constraints that the input breaks. */
export const constraintsOf = <A, O>(codec: t.Type<A, O>, input: unknown): ReadonlyArray<string> =>
  violationsOf(codec, input).map((violation) => violation.constraint)

/** The paths at which something is wrong. */
export const pathsOf = <A, O>(codec: t.Type<A, O>, input: unknown): ReadonlyArray<string> =>
  violationsOf(codec, input).map((violation) => violation.path)
