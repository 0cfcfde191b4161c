import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Tag } from '../../model/Tag.js'
import { enabledKey } from '../../possible/exampleKeys.js'
import type { JsonMembers } from '../background.js'
import { caseWith, type Case } from './Case.js'
import { alias } from './keyNameCases.js'

/** The cases about what belongs to a key: its tags, aliases and grants, and the pages on which they are listed. */

const of = (
  operation: OperationName,
  id: string,
  says: string,
  request: JsonMembers,
  rest?: Partial<Case>
): Case => caseWith(operation, 'AWS_CLOUDHSM', id, says, request, rest)

const tag = (key: string): Tag => ({ TagKey: key, TagValue: '' }) as Tag
const fiftyTags = Array.from({ length: 50 }, (_, i) => tag(`Tag${String(i)}`))

const tags: ReadonlyArray<Case> = [
  of('TagResource', 'reserved-tag', 'a tag key is reserved', { Tags: [tag('aws:x')] }),
  of('TagResource', 'repeated-tag', 'a tag key is given twice', { Tags: [tag('Purpose'), tag('Purpose')] }),
  of(
    'TagResource',
    'tag-quota',
    'the key has fifty tags',
    { Tags: [tag('Another')] },
    { keys: [{ ...enabledKey('AWS_CLOUDHSM'), Tags: fiftyTags }] }
  ),
  of('UntagResource', 'reserved-tag', 'a tag key is reserved', { TagKeys: ['aws:x'] })
]

const noPrefix = { AliasName: 'Example' }

const aliases: ReadonlyArray<Case> = [
  of('CreateAlias', 'no-prefix', 'the name does not begin with alias/', noPrefix),
  of('CreateAlias', 'reserved-name', 'the name is one for AWS managed keys', {
    AliasName: 'alias/aws/example'
  }),
  of('CreateAlias', 'name-in-use', 'an alias has the name', {}, { aliases: [alias('alias/New')] }),
  ...(['UpdateAlias', 'DeleteAlias'] as const).flatMap((operation) => [
    of(operation, 'no-prefix', 'the name does not begin with alias/', noPrefix),
    of(operation, 'unknown-alias', 'no alias has the name', { AliasName: 'alias/Nobody' })
  ])
]

const unknownGrant = { GrantId: 'f'.repeat(64) }
const nineValues = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`Name${String(i)}`, 'value']))

const grants: ReadonlyArray<Case> = [
  of('CreateGrant', 'other-operation', 'the grant is to permit what only keys of another type can do', {
    Operations: ['Sign']
  }),
  of('CreateGrant', 'many-constraints', 'a constraint of the grant has nine pairs', {
    Constraints: { EncryptionContextSubset: nineValues }
  }),
  of('CreateGrant', 'long-constraint', 'a value in a constraint of the grant has 385 characters', {
    Constraints: { EncryptionContextEquals: { Name: 'v'.repeat(385) } }
  }),
  of('RevokeGrant', 'unknown-grant', 'no grant has the id', unknownGrant),
  of('RetireGrant', 'unknown-grant', 'no grant has the id', unknownGrant),
  of('RetireGrant', 'unknown-token', 'the grant token was never given', {
    KeyId: null,
    GrantId: null,
    GrantToken: 'made up'
  })
]

const lists = [
  'ListKeys',
  'ListAliases',
  'ListResourceTags',
  'ListGrants',
  'ListRetirableGrants'
] as const satisfies ReadonlyArray<OperationName>

/** The pages of DescribeCustomKeyStores have their case among those about stores. */
const markers: ReadonlyArray<Case> = lists.map((operation) =>
  of(operation, 'marker', 'the marker was never given', { Marker: 'made up' })
)

export const belongingCases: ReadonlyArray<Case> = [...tags, ...aliases, ...grants, ...markers]
