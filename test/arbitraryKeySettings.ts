/** Generators of requests about what belongs to a key, as they would arrive if nothing were wrong with their form. */
import fc, { type Arbitrary } from 'fast-check'
import { aliasName, keyName } from './arbitraryKeyRequests.js'

type Raw = Readonly<Record<string, unknown>>

export const updateKeyDescription: Arbitrary<Raw> = fc.record({
  KeyId: keyName,
  Description: fc.constantFrom('', 'one', 'other')
})

/** As many tags as a key can have. */
const fifty = Array.from({ length: 50 }, (_, i) => ({ TagKey: `a${String(i)}`, TagValue: 'one' }))

const tags = fc.constantFrom(
  [],
  [{ TagKey: 'Purpose', TagValue: 'one' }],
  [{ TagKey: 'Purpose', TagValue: 'other' }],
  [{ TagKey: 'aws:own', TagValue: '' }],
  fifty
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

const newAliasName = fc.oneof(
  { weight: 8, arbitrary: aliasName },
  { weight: 1, arbitrary: fc.constantFrom('alias/aws/own', 'one') }
)

export const alias: Arbitrary<Raw> = fc.record({ AliasName: newAliasName, TargetKeyId: keyName })

export const deleteAlias: Arbitrary<Raw> = fc.record({ AliasName: newAliasName })

export const listAliases: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, ...paged('alias/one') },
  { requiredKeys: [] }
)

const PolicyName = fc.oneof(
  { weight: 4, arbitrary: fc.constant('default') },
  { weight: 1, arbitrary: fc.constant('other') }
)

export const getKeyPolicy: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, PolicyName },
  { requiredKeys: ['KeyId'] }
)

export const putKeyPolicy: Arbitrary<Raw> = fc.record(
  {
    KeyId: keyName,
    PolicyName,
    Policy: fc.constantFrom(
      '{}',
      '{"Statement":[]}',
      '[]',
      '{"AWS":"arn:aws"}',
      `{"Id":"${'x'.repeat(32_768)}"}`
    )
  },
  { requiredKeys: ['KeyId', 'Policy'] }
)

export const listKeyPolicies: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, ...paged() },
  { requiredKeys: ['KeyId'] }
)
