/** Generators of requests about grants, as they would arrive if nothing were wrong with their form. */
import fc, { type Arbitrary } from 'fast-check'
import { keyName } from './arbitraryKeyRequests.js'

type Raw = Readonly<Record<string, unknown>>

const principal = fc.constantFrom('arn:aws:iam::111122223333:role/one', 'arn:aws:iam::111122223333:role/two')

/** The ids of the grants that the keys of a history have at first, or get one after the other. */
const GrantId = fc.constantFrom('grant-0', 'grant-1', 'grant-2', 'grant-3', 'none')

const DryRun = fc.constantFrom(false, false, false, true)

export const createGrant: Arbitrary<Raw> = fc.record(
  {
    KeyId: keyName,
    GranteePrincipal: principal,
    RetiringPrincipal: principal,
    Operations: fc.constantFrom(['Encrypt'], ['Decrypt', 'GenerateDataKeyPair'], ['Encrypt', 'Sign']),
    Constraints: fc.constantFrom({}, { EncryptionContextSubset: { owner: 'one' } }),
    Name: fc.constantFrom('one', 'two'),
    DryRun
  },
  { requiredKeys: ['KeyId', 'GranteePrincipal', 'Operations'] }
)

const page = { Limit: fc.constantFrom(1, 2, 1000), Marker: fc.constantFrom('no marker', 'after:grant-0') }

export const listGrants: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, GrantId, GranteePrincipal: principal, ...page },
  { requiredKeys: ['KeyId'] }
)

export const revokeGrant: Arbitrary<Raw> = fc.record(
  { KeyId: keyName, GrantId, DryRun },
  { requiredKeys: ['KeyId', 'GrantId'] }
)

const GrantToken = fc.oneof(
  { weight: 4, arbitrary: GrantId.map((id) => `grant:${id}`) },
  { weight: 1, arbitrary: fc.constant('no token') }
)

export const retireGrant: Arbitrary<Raw> = fc.oneof(
  fc.record({ GrantToken, DryRun }, { requiredKeys: ['GrantToken'] }),
  revokeGrant
)

export const listRetirableGrants: Arbitrary<Raw> = fc.record(
  { RetiringPrincipal: principal, ...page },
  { requiredKeys: ['RetiringPrincipal'] }
)
