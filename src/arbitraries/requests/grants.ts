import fc, { type Arbitrary } from 'fast-check'
import { either, grantIds, oneOf } from '../smallWorld.js'
import { keyName } from './keys.js'
import type { Members } from './Members.js'

/** Requests about grants. */

const principal = fc.constantFrom('arn:aws:iam::111122223333:role/one', 'arn:aws:iam::111122223333:role/two')

/** The ids of the grants that the keys of a history have at first, or get one after the other. */
const GrantId = oneOf([...grantIds, 'none'])

const DryRun = fc.constantFrom(false, false, false, true)

export const createGrant: Arbitrary<Members> = fc.record<Members>(
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

export const listGrants: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, GrantId, GranteePrincipal: principal, ...page },
  { requiredKeys: ['KeyId'] }
)

export const revokeGrant: Arbitrary<Members> = fc.record<Members>(
  { KeyId: keyName, GrantId, DryRun },
  { requiredKeys: ['KeyId', 'GrantId'] }
)

const GrantToken = either(
  { weight: 4, arbitrary: GrantId.map((id) => `grant:${id}`) },
  { weight: 1, arbitrary: fc.constant('no token') }
)

export const retireGrant: Arbitrary<Members> = fc.oneof(
  { withCrossShrink: true },
  fc.record<Members>({ GrantToken, DryRun }, { requiredKeys: ['GrantToken'] }),
  revokeGrant
)

export const listRetirableGrants: Arbitrary<Members> = fc.record<Members>(
  { RetiringPrincipal: principal, ...page },
  { requiredKeys: ['RetiringPrincipal'] }
)
