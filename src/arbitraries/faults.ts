import fc, { type Arbitrary } from 'fast-check'
import { either, oneOf } from './smallWorld.js'

/**
 * How much is wrong with what is generated: nothing at all (`none`), exactly one thing (`one`), or nothing, one thing or
 * several together (`any`).
 */
export type Faults = 'none' | 'one' | 'any'

/** How many faults; without it `any`. */
export interface WithFaults {
  readonly faults?: Faults | undefined
}

/** A way in which something that is in order can be out of order. */
export type Fault<A> = (sound: A) => A

/** Something in order, and how it may be out of order. It shrinks to no fault, or to the first where there has to be one. */
export const withFaults = <A>(
  sound: Arbitrary<A>,
  all: ReadonlyArray<Fault<A>>,
  { faults = 'any' }: WithFaults = {}
): Arbitrary<A> => {
  const none = fc.constant<ReadonlyArray<Fault<A>>>([])
  const one = oneOf(all).map((fault): ReadonlyArray<Fault<A>> => [fault])
  const any = either(
    { weight: 4, arbitrary: none },
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.subarray([...all]) }
  )
  return fc
    .tuple(sound, { none, one, any }[faults])
    .map(([a, some]) => some.reduce((changed, fault) => fault(changed), a))
}
