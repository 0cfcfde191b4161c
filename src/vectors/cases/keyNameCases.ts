import { defaultEdition } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Alias, AliasName } from '../../model/Alias.js'
import { operationsByName } from '../../operations/index.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { accountId, keyId, region } from '../../possible/examples.js'
import type { Case } from './Case.js'

/** The members of a request that name the key. */
export const membersForKey = (operation: OperationName): ReadonlyArray<string> =>
  Object.entries(exampleRequest(operation, 'AWS_CLOUDHSM')).flatMap(([member, value]) =>
    value === keyId ? [member] : []
  )

export const alias = (name: string): Alias => ({
  AliasName: name as AliasName,
  TargetKeyId: keyId,
  CreationDate: 1_700_000_060,
  LastUpdatedDate: 1_700_000_060
})

/** The key under names that do not begin with its id. */
const otherNames: ReadonlyArray<Pick<Case, 'id' | 'says' | 'aliases'> & { rule: string; name: string }> = [
  {
    id: 'malformed',
    says: 'is an ARN without a type of resource',
    rule: 'keyArnIsValid',
    name: `arn:aws:kms:${region}:${accountId}:${keyId}`
  },
  {
    id: 'alias-as',
    says: 'is an alias',
    rule: 'keyIsNamedByIdOrArn',
    name: 'alias/Other',
    aliases: [alias('alias/Other')]
  }
]

/** The key is there, and named in a way in which the operation does not find it. */
export const keyNameCases = (operation: OperationName): ReadonlyArray<Case> => {
  const rules = operationsByName[defaultEdition][operation].parts.flatMap((part) => part.rules)
  return otherNames
    .filter(({ rule }) => rules.some(({ name }) => name === rule))
    .flatMap(({ id, says, name, aliases }) =>
      membersForKey(operation).map((member) => ({
        id: `${id}-${member}`,
        says: `the ${member} ${says}`,
        operation,
        kind: 'AWS_CLOUDHSM',
        request: { ...exampleRequest(operation, 'AWS_CLOUDHSM'), [member]: name },
        ...(aliases && { aliases })
      }))
    )
}
