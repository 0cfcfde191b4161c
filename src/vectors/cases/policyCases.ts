import type { JsonMembers } from '../background.js'
import { caseWith, type Case } from './Case.js'

/** A policy that lets nobody in who is not in it anyway, with so many characters. */
const policyOfLength = (length: number): string => {
  const policy = (id: string) => JSON.stringify({ Id: id, Statement: [] })
  return policy('x'.repeat(length - policy('').length))
}

const statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*' }

/** What can be wrong with a policy that a CreateKey or a PutKeyPolicy carries. The first two are long: a CreateKey has them in histories, which no edition repeats. */
export const badPolicies: Readonly<Record<string, readonly [says: string, policy: string]>> = {
  'long-policy': ['the policy has more characters than a policy can have', policyOfLength(131_073)],
  'large-policy': ['the policy has more bytes than the quota', policyOfLength(32_769)],
  'no-principal': ['a statement of the policy names no principal', JSON.stringify({ Statement: [statement] })]
}

/** A CreateKey has cases of the same ids among those about keys. */
const more: typeof badPolicies = {
  policy: ['the policy is not a JSON object', 'allow everything'],
  arn: ['an ARN in the policy is not valid', '{"Statement":[{"Principal":{"AWS":"arn:aws"}}]}']
}

const of = (
  operation: 'GetKeyPolicy' | 'PutKeyPolicy',
  id: string,
  says: string,
  request: JsonMembers
): Case => caseWith(operation, 'AWS_CLOUDHSM', id, says, request)

export const policyCases: ReadonlyArray<Case> = [
  ...Object.entries({ ...badPolicies, ...more }).map(([id, [says, policy]]) =>
    of('PutKeyPolicy', id, says, { Policy: policy })
  ),
  ...(['GetKeyPolicy', 'PutKeyPolicy'] as const).map((operation) =>
    of(operation, 'policy-name', 'the name of the policy is not default', { PolicyName: 'other' })
  )
]
