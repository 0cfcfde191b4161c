import * as E from 'fp-ts/lib/Either.js'
import { cryptographyUnder } from '../../src/endpoint/cryptography.js'
import { defaultEdition } from '../../src/editions/editions.js'
import type { StoreAtFirst } from '../../src/testing/beginning.js'
import type { Bounds } from '../../src/testing/Bounds.js'
import { begin } from '../../src/testing/search.js'
import type { Nature } from '../../src/testing/possibleAnswers.js'
import type { Situation } from '../../src/testing/Situation.js'

/** Nothing but what KMS does by itself, at its fastest or after one more look. */
export const plain: Nature = {
  edition: defaultEdition,
  cryptography: cryptographyUnder(new Uint8Array(32)),
  looks: [1],
  failures: [],
  others: () => [],
  changes: () => []
}

/** A situation with these stores, in which everything that a request names is healthy. */
export const beginningWith = (
  stores: ReadonlyArray<StoreAtFirst>,
  bounds: Partial<Bounds> = {}
): Situation => {
  const begun = begin({ stores, bounds })
  if (E.isLeft(begun)) throw new Error('These stores or bounds cannot be.')
  return begun.right.situation
}
