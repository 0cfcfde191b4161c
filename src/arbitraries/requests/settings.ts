import fc, { type Arbitrary } from 'fast-check'
import { either } from '../smallWorld.js'
import { aliasName, keyName } from './keys.js'
import type { Members } from './Members.js'

/** Requests about what belongs to a key: its description, tags, aliases and policy. */

export const updateKeyDescription: Arbitrary<Members> = fc.record({
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

export const tagResource: Arbitrary<Members> = fc.record({ KeyId: keyName, Tags: tags })

export const untagResource: Arbitrary<Members> = fc.record({
  KeyId: keyName,
  TagKeys: fc.constantFrom([], ['Purpose'], ['a1', 'none'], ['aws:own'])
})

/** A page, mostly a short one. `markers`: some that earlier pages can have given. */
const paged = (...markers: ReadonlyArray<string>) => ({
  Limit: fc.constantFrom(1, 2, 1000),
  Marker: fc.constantFrom('no marker', ...markers)
})

export const listResourceTags: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, ...paged('1', '30') },
  { requiredKeys: ['KeyId'] }
)

const newAliasName = either(
  { weight: 8, arbitrary: aliasName },
  { weight: 1, arbitrary: fc.constantFrom('alias/aws/own', 'one') }
)

export const alias: Arbitrary<Members> = fc.record({ AliasName: newAliasName, TargetKeyId: keyName })

export const deleteAlias: Arbitrary<Members> = fc.record({ AliasName: newAliasName })

export const listAliases: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, ...paged('alias/one') },
  { requiredKeys: [] }
)

const PolicyName = either(
  { weight: 4, arbitrary: fc.constant('default') },
  { weight: 1, arbitrary: fc.constant('other') }
)

export const getKeyPolicy: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, PolicyName },
  { requiredKeys: ['KeyId'] }
)

export const putKeyPolicy: Arbitrary<Members> = fc.record<Members>(
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

export const listKeyPolicies: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, ...paged() },
  { requiredKeys: ['KeyId'] }
)
