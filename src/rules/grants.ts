import { about, claim } from '../Claim.js'
import { grantIdIn, type Grant, type GrantOperation } from '../model/Grant.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { CreateGrantRequest } from '../model/requests/GrantRequests.js'
import type { Source } from '../sources.js'
import type { Follows } from './Follows.js'
import { ofMarker } from './marker.js'

/** A grant to be made on a key. */
export interface Granting {
  readonly key: KmsKey
  readonly request: Omit<CreateGrantRequest, 'KeyId'>
}

/** Operations that only keys of other types support. */
const ofOtherKeys: ReadonlyArray<GrantOperation> = [
  'Sign',
  'Verify',
  'GetPublicKey',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
  'Encapsulate',
  'Decapsulate'
]

/** The key supports what the grant permits. */
export const grantOperationsFitKey = claim<Granting>({
  name: 'grantOperationsFitKey',
  says: 'A grant on a symmetric encryption key must not permit an operation that such a key does not support.',
  source: 'API_CreateGrant',
  holds: ({ request: { Operations } }) => Operations.every((operation) => !ofOtherKeys.includes(operation))
})

const mostPairs = 8
const longestValue = 384

/** A constraint on the encryption context is no larger than it may be. */
export const grantConstraintsAreSmall = claim<Granting>({
  name: 'grantConstraintsAreSmall',
  says: 'A constraint of a grant has at most 8 pairs of an encryption context, and values of at most 384 characters.',
  source: 'API_CreateGrant',
  assumes: ['A114'],
  holds: ({ request: { Constraints: { EncryptionContextSubset, EncryptionContextEquals } = {} } }) =>
    [EncryptionContextSubset ?? {}, EncryptionContextEquals ?? {}]
      .map((context) => Object.values(context))
      .every((values) => values.length <= mostPairs && values.every((value) => value.length <= longestValue))
})

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )

type Terms = Omit<Grant, 'GrantId' | 'CreationDate'>

const terms = ({ GranteePrincipal, RetiringPrincipal, Operations, Constraints, Name }: Terms) =>
  sorted([GranteePrincipal, RetiringPrincipal, Operations, Constraints, Name])

/** The grant of that name that the same request has made before. */
export const sameGrant = ({ key: { Grants = [] }, request }: Granting): Grant | undefined =>
  request.Name === undefined ? undefined : Grants.find((grant) => terms(grant) === terms(request))

const defaultGrantQuota = 50_000

/** The key has fewer grants than it may have, or the one that is asked for. */
export const grantQuotaIsNotReached = claim<Granting & { readonly grantQuota?: number | undefined }>({
  name: 'grantQuotaIsNotReached',
  says: 'A KMS key has at most its quota of grants.',
  source: 'resource-limits',
  outside: 'AWS KMS',
  holds: ({ grantQuota = defaultGrantQuota, ...granting }) =>
    sameGrant(granting) !== undefined || (granting.key.Grants ?? []).length < grantQuota
})

/** A grant, its key, and all grants of that key. */
export interface GrantOnKey {
  readonly key: KmsKey
  readonly grants: ReadonlyArray<Grant>
  readonly grant: Grant
}

export const grantsOn = (key: KmsKey): ReadonlyArray<GrantOnKey> => {
  const { Grants: grants = [] } = key
  return grants.map((grant) => ({ key, grants, grant }))
}

/** The grant that a request names, by its id, or by a token where the operation takes one. */
interface NamesGrant {
  readonly named: GrantOnKey | undefined
  readonly request: { readonly GrantToken?: string; readonly GrantId?: string }
}

const isThere = ({ named }: NamesGrant): boolean => named !== undefined

export const grantExists = claim<NamesGrant, { readonly named: GrantOnKey }>({
  name: 'grantExists',
  says: 'The grant with the GrantId of the request must exist.',
  source: 'API_RevokeGrant',
  onEachPage: true,
  assumes: ['A105'],
  applies: ({ request }) => request.GrantToken === undefined,
  holds: isThere
})

export const grantOfTokenExists = claim<NamesGrant, { readonly named: GrantOnKey }>({
  name: 'grantOfTokenExists',
  says: 'The grant of which the request has a token must exist.',
  source: 'API_RetireGrant',
  assumes: ['A105'],
  applies: ({ request }) => request.GrantToken !== undefined,
  holds: isThere
})

const ofToken = about(
  ({ request }: { readonly request: { readonly GrantToken?: string } }) => request.GrantToken
)

export const grantTokenIsValid = claim({
  name: 'grantTokenIsValid',
  says: 'A grant token must be one that CreateGrant has given.',
  source: 'API_RetireGrant',
  ...ofToken((token) => grantIdIn(token) !== undefined)
})

const markerPrefix = 'after:'

export const grantMarkerAfter = (id: string): string => `${markerPrefix}${id}`

export const grantMarkerIsValid = claim({
  name: 'grantMarkerIsValid',
  says: 'The marker must be the one with which an earlier page of the grants ended.',
  source: 'API_ListGrants',
  assumes: ['A74'],
  ...ofMarker((marker) => marker.startsWith(markerPrefix))
})

export const grantIsMade: Follows = {
  name: 'grantIsMade',
  says: 'CreateGrant adds a grant to the KMS key, unless the same request with a name has made it before.',
  source: 'API_CreateGrant'
}

export const grantTokenIsNew: Follows = {
  name: 'grantTokenIsNew',
  says: 'CreateGrant returns a grant token that no other request has had, also of a grant that was made before; all tokens of a grant are as good.',
  source: 'API_CreateGrant'
}

export const grantOnKeyPairsIsMade: Follows<Granting> = {
  name: 'grantOnKeyPairsIsMade',
  says: 'A grant may permit data key pairs to be made, though no KMS key in a custom key store can be used for them.',
  source: 'API_CreateGrant',
  assumes: ['A104'],
  where: ({ request: { Operations } }) => Operations.some((name) => name.startsWith('GenerateDataKeyPair'))
}

export const grantIsDeleted = (source: Source): Follows => ({
  name: 'grantIsDeleted',
  says: 'A grant that is revoked or retired is deleted.',
  source
})

/** The grants that a request asks for, among those of a key. */
interface Listing {
  readonly request: { readonly GrantId?: string }
  readonly grants: ReadonlyArray<Grant>
}

export const unknownGrantIsNotListed: Follows<Listing> = {
  name: 'unknownGrantIsNotListed',
  says: 'The list of grants is empty where the KMS key has no grant with the GrantId of the request.',
  source: 'API_ListGrants',
  assumes: ['A106'],
  where: ({ request, grants }) => request.GrantId !== undefined && grants.length === 0
}
