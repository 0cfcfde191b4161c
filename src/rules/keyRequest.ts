import * as E from 'fp-ts/lib/Either.js'
import * as J from 'fp-ts/lib/Json.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { Tag } from '../model/Tag.js'
import { about, claim } from '../Claim.js'

export interface KeyRequest {
  readonly request: CreateKeyRequest
}

/** A request that sets the policy of a key. */
export interface WithPolicy {
  readonly request: { readonly Policy?: string }
}

/** A request that sets tags. */
export interface WithTags {
  readonly request: { readonly Tags?: ReadonlyArray<Tag> }
}

export const ofPolicy = about(({ request }: WithPolicy) => request.Policy)

const longestPolicy = 131_072

export const policyIsNotTooLong = claim<WithPolicy>({
  name: 'policyIsNotTooLong',
  says: `A key policy must have at most ${String(longestPolicy)} characters.`,
  source: 'API_CreateKey',
  ...ofPolicy((policy) => policy.length <= longestPolicy)
})

type Members = Readonly<Record<string, unknown>>

const isObject = (u: unknown): u is Members => typeof u === 'object' && u !== null && !Array.isArray(u)

/** The JSON object that a key policy is, if it is one. */
const parsedPolicy = (policy: string): Members | undefined => {
  const parsed = J.parse(policy)
  return E.isRight(parsed) && isObject(parsed.right) ? parsed.right : undefined
}

export const policyIsWellFormed = claim<WithPolicy>({
  name: 'policyIsWellFormed',
  says: 'A key policy must be a JSON object.',
  source: 'API_CreateKey',
  assumes: ['A49'],
  ...ofPolicy((policy) => parsedPolicy(policy) !== undefined)
})

const isName = (u: unknown): boolean => typeof u === 'string' && u !== ''

const areNames = (u: unknown): boolean => isName(u) || (Array.isArray(u) && u.length > 0 && u.every(isName))

/** Principals are names, or names by their kind. */
const arePrincipals = (u: unknown): boolean =>
  areNames(u) || (isObject(u) && Object.keys(u).length > 0 && Object.values(u).every(areNames))

const hasPrincipal = (statement: unknown): boolean =>
  isObject(statement) && arePrincipals(statement['Principal'])

/** A policy with one statement may have it without a list. */
const statementsOf = (policy: Members | undefined): ReadonlyArray<unknown> => {
  const statement = policy?.['Statement'] ?? []
  return Array.isArray(statement) ? statement : [statement]
}

export const statementsHavePrincipals = claim<WithPolicy>({
  name: 'statementsHavePrincipals',
  says: 'Each statement of a key policy must name at least one principal.',
  source: 'API_CreateKey',
  ...ofPolicy((policy) => statementsOf(parsedPolicy(policy)).every(hasPrincipal))
})

/** A JSON string that begins as the name of an AWS resource. */
const arns = /"arn:[^"]*"/g
const wellFormedArn = /^"arn:[^:]+:[^:]+:[^:]*:[^:]*:.+"$/

export const arnsInPolicyAreValid = claim<WithPolicy>({
  name: 'arnsInPolicyAreValid',
  says: 'An ARN in a key policy must be valid.',
  source: 'API_CreateKey',
  assumes: ['A49'],
  ...ofPolicy((policy) => (policy.match(arns) ?? []).every((arn) => wellFormedArn.test(arn)))
})

export const tagsAreValid = claim<WithTags>({
  name: 'tagsAreValid',
  says: 'A tag key must not be repeated or begin with aws:.',
  source: 'API_CreateKey',
  assumes: ['A49'],
  holds: ({ request: { Tags: tags = [] } }) =>
    new Set(tags.map((tag) => tag.TagKey)).size === tags.length &&
    tags.every((tag) => !tag.TagKey.toLowerCase().startsWith('aws:'))
})

/** The key is a symmetric encryption key. */
export const keySpecIsSymmetricDefault = claim<KeyRequest>({
  name: 'keySpecIsSymmetricDefault',
  says: 'The key spec of a KMS key in a custom key store must be SYMMETRIC_DEFAULT.',
  source: 'API_CreateKey',
  holds: ({ request }) =>
    (request.KeySpec ?? request.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT'
})

/** The key is for encryption and decryption. */
export const keyUsageIsEncryptDecrypt = claim<KeyRequest>({
  name: 'keyUsageIsEncryptDecrypt',
  says: 'The key usage of a KMS key in a custom key store must be ENCRYPT_DECRYPT.',
  source: 'API_CreateKey',
  holds: ({ request }) => (request.KeyUsage ?? 'ENCRYPT_DECRYPT') === 'ENCRYPT_DECRYPT'
})

/** The key belongs to one Region. */
export const keyIsSingleRegion = claim<KeyRequest>({
  name: 'keyIsSingleRegion',
  says: 'A KMS key in a custom key store must not be a multi-Region key.',
  source: 'API_CreateKey',
  holds: ({ request }) => request.MultiRegion !== true
})
