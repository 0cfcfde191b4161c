import fc, { type Arbitrary } from 'fast-check'

/** The members of a request as they arrive, in AWS's JSON: dates in seconds since 1970, bytes in base64. */
export type Members = Readonly<Record<string, unknown>>

/** One time in so many, members that are seldom there. */
export const seldom = (members: Members, oneIn = 8): Arbitrary<Members> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: oneIn - 1, arbitrary: fc.constant<Members>({}) },
    { weight: 1, arbitrary: fc.constant(members) }
  )
