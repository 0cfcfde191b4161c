import { claim } from '../Claim.js'
import { ofPolicy, type WithPolicy } from './keyRequest.js'
import type { KmsKey } from '../model/KmsKey.js'
import { policyName } from '../model/keyPolicy.js'
import type { Follows } from './Follows.js'

/** The name is the only one that there is. */
export const policyNameIsDefault = claim<{ readonly request: { readonly PolicyName?: string } }>({
  name: 'policyNameIsDefault',
  says: 'The name of a key policy must be default.',
  source: 'API_GetKeyPolicy',
  assumes: ['A78'],
  holds: ({ request }) => (request.PolicyName ?? policyName) === policyName
})

const mostBytes = 32_768

/** A policy has characters up to U+00FF: those of ASCII are one byte in UTF-8, the others two. */
const bytesOf = (policy: string): number => {
  let bytes = policy.length
  for (let i = 0; i < policy.length; i += 1) if (policy.charCodeAt(i) > 0x7f) bytes += 1
  return bytes
}

/** The policy fits into the quota. */
export const policySizeIsKept = claim<WithPolicy>({
  name: 'policySizeIsKept',
  says: 'A key policy has at most 32,768 bytes.',
  source: 'resource-limits',
  assumes: ['A112'],
  ...ofPolicy((policy) => bytesOf(policy) <= mostBytes)
})

export const policyIsReplaced: Follows = {
  name: 'policyIsReplaced',
  says: 'PutKeyPolicy replaces the policy of a KMS key.',
  source: 'API_PutKeyPolicy'
}

export const defaultPolicyIsShown: Follows<{ readonly key: KmsKey }> = {
  name: 'defaultPolicyIsShown',
  says: 'A KMS key for which no policy was given has the default key policy, which lets its account do everything.',
  source: 'key-policy-default',
  where: ({ key }) => key.Policy === undefined
}

export const onePolicyIsListed: Follows = {
  name: 'onePolicyIsListed',
  says: 'A KMS key has one key policy, which is named default.',
  source: 'API_ListKeyPolicies'
}

export const markerOfPoliciesIsIgnored: Follows<{ readonly request: { readonly Marker?: string } }> = {
  name: 'markerOfPoliciesIsIgnored',
  says: 'The marker of a list that has one entry is not looked at.',
  source: 'API_ListKeyPolicies',
  assumes: ['A79'],
  where: ({ request }) => request.Marker !== undefined
}
