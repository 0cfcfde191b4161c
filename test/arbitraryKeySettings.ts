/** Generators of requests about what belongs to a key, as they would arrive if nothing were wrong with their form. */
import fc, { type Arbitrary } from 'fast-check'
import { keyName } from './arbitraryKeyRequests.js'

type Raw = Readonly<Record<string, unknown>>

export const updateKeyDescription: Arbitrary<Raw> = fc.record({
  KeyId: keyName,
  Description: fc.constantFrom('', 'one', 'other')
})

/** Two of these lists together are more tags than a key can have. */
const manyTags = (first: string) =>
  Array.from({ length: 30 }, (_, i) => ({ TagKey: `${first}${String(i)}`, TagValue: first }))

const tags = fc.constantFrom(
  [],
  [{ TagKey: 'Purpose', TagValue: 'one' }],
  [{ TagKey: 'Purpose', TagValue: 'other' }],
  [{ TagKey: 'aws:own', TagValue: '' }],
  manyTags('a'),
  manyTags('b')
)

export const tagResource: Arbitrary<Raw> = fc.record({ KeyId: keyName, Tags: tags })

export const untagResource: Arbitrary<Raw> = fc.record({
  KeyId: keyName,
  TagKeys: fc.constantFrom([], ['Purpose'], ['a1', 'none'], ['aws:own'])
})

/** A page, mostly a short one. `markers`: some that earlier pages can have given. */
const paged = (...markers: ReadonlyArray<string>) => ({
  Limit: fc.constantFrom(1, 2, 1000),
  Marker: fc.constantFrom('no marker', ...markers)
})

export const listResourceTags: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, ...paged('1', '30') },
  { requiredKeys: ['KeyId'] }
)
