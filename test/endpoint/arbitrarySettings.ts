/** Calls of the AWS SDK about what belongs to a key. */
import type * as kms from '@aws-sdk/client-kms'
import fc, { type Arbitrary } from 'fast-check'
import { refusedInStores, refusedNames, type RefusedInStores } from '../refusedInStores.js'

const aliasName = fc.constantFrom('alias/one', 'alias/two')

export const keyId = fc.constantFrom('key-0', 'key-1', 'key-2', 'key-3', 'key-4', 'key-none', 'alias/one')

/** A page of one entry, mostly. */
const page = { Limit: fc.constantFrom(1, 1, 1000), Marker: fc.constantFrom('the last one', 'no marker') }

export const describe: Arbitrary<kms.UpdateKeyDescriptionCommandInput> = fc.record({
  KeyId: keyId,
  Description: fc.constantFrom('', 'one', 'other')
})

const TagKey = fc.constantFrom('one', 'two', 'three', 'aws:own')

export const tag: Arbitrary<kms.TagResourceCommandInput> = fc.record({
  KeyId: keyId,
  Tags: fc.array(fc.record({ TagKey, TagValue: fc.constantFrom('', 'x') }), { maxLength: 3 })
})

export const untag: Arbitrary<kms.UntagResourceCommandInput> = fc.record({
  KeyId: keyId,
  TagKeys: fc.array(TagKey, { maxLength: 2 })
})

export const listTags: Arbitrary<kms.ListResourceTagsCommandInput> = fc.record(
  { KeyId: keyId, ...page },
  { requiredKeys: ['KeyId'] }
)

export const alias: Arbitrary<kms.CreateAliasCommandInput> = fc.record({
  AliasName: fc.oneof({ weight: 8, arbitrary: aliasName }, { weight: 1, arbitrary: fc.constant('one') }),
  TargetKeyId: keyId
})

export const deleteAlias: Arbitrary<kms.DeleteAliasCommandInput> = fc.record({ AliasName: aliasName })

export const listAliases: Arbitrary<kms.ListAliasesCommandInput> = fc.record(
  { KeyId: keyId, ...page },
  { requiredKeys: [] }
)

export const getPolicy: Arbitrary<kms.GetKeyPolicyCommandInput> = fc.record(
  { KeyId: keyId, PolicyName: fc.constantFrom('default', 'other') },
  { requiredKeys: ['KeyId'] }
)

export const putPolicy: Arbitrary<kms.PutKeyPolicyCommandInput> = fc.record({
  KeyId: keyId,
  Policy: fc.constantFrom('{}', '{"Statement":[]}', '[]', '{"AWS":"arn:aws"}')
})

export const listPolicies: Arbitrary<kms.ListKeyPoliciesCommandInput> = fc.record(
  { KeyId: keyId, ...page },
  { requiredKeys: ['KeyId'] }
)

/** The calls that every key in a custom key store refuses. */
export const refusals = Object.fromEntries(
  refusedNames.map((name) => [
    name,
    [
      1,
      keyId.map((KeyId) => ({
        KeyId,
        ...Object.fromEntries(
          Object.entries(refusedInStores[name]).map(([member, value]) => [
            member,
            value === 'AQIDBA==' ? Buffer.from(value, 'base64') : value
          ])
        )
      }))
    ]
  ])
) as unknown as Readonly<Record<RefusedInStores, readonly [weight: number, input: Arbitrary<object>]>>

const principal = fc.constantFrom('arn:aws:iam::111122223333:role/one', 'arn:aws:iam::111122223333:role/two')
const GrantId = fc.constantFrom('the last grant', 'none')

export const createGrant: Arbitrary<kms.CreateGrantCommandInput> = fc.record(
  {
    KeyId: keyId,
    GranteePrincipal: principal,
    RetiringPrincipal: principal,
    Operations: fc.constantFrom<Array<kms.GrantOperation>>(['Encrypt'], ['Sign']),
    Name: fc.constantFrom('one', 'two')
  },
  { requiredKeys: ['KeyId', 'GranteePrincipal', 'Operations'] }
)

export const listGrants: Arbitrary<kms.ListGrantsCommandInput> = fc.record(
  { KeyId: keyId, GranteePrincipal: principal, ...page },
  { requiredKeys: ['KeyId'] }
)

export const revokeGrant: Arbitrary<kms.RevokeGrantCommandInput> = fc.record({ KeyId: keyId, GrantId })

export const retireGrant: Arbitrary<kms.RetireGrantCommandInput> = fc.oneof(
  fc.record({ GrantToken: fc.constantFrom('the last token', 'none') }),
  revokeGrant
)

export const listRetirableGrants: Arbitrary<kms.ListRetirableGrantsCommandInput> = fc.record(
  { RetiringPrincipal: principal, ...page },
  { requiredKeys: ['RetiringPrincipal'] }
)
