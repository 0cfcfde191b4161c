import { identity } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { boundedString } from '../../codec/boundedString.js'
import { requestCodec, type RequestCodec } from '../../codec/requestCodec.js'
import type { Source } from '../../sources.js'
import { KeyId } from '../identifiers.js'
import { Marker } from './DescribeCustomKeyStoresRequest.js'
import type { PageRequest } from './pageMembers.js'

const PolicyName = (source: Source) =>
  boundedString('PolicyName', { minLength: 1, maxLength: 128, pattern: String.raw`[\w]+`, source })
type PolicyName = t.TypeOf<ReturnType<typeof PolicyName>>

const Policy = boundedString('Policy', {
  minLength: 1,
  pattern: String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`,
  source: 'API_PutKeyPolicy'
})

/** Asks for the policy of a key. @see API_GetKeyPolicy */
export interface GetKeyPolicyRequest {
  readonly KeyId: KeyId
  readonly PolicyName?: PolicyName
}

/**
 * @example
 * cks.decode(protocol.GetKeyPolicyRequest)({ KeyId: 'key-1', PolicyName: 'default' })
 * //=> E.right({ PolicyName: 'default', KeyId: 'key-1' })
 */
export const GetKeyPolicyRequest: RequestCodec<GetKeyPolicyRequest> = requestCodec(
  'GetKeyPolicyRequest',
  {
    source: 'API_GetKeyPolicy',
    required: { KeyId },
    optional: { PolicyName: PolicyName('API_GetKeyPolicy') }
  },
  [],
  identity
)

/** Asks for another policy of a key. @see API_PutKeyPolicy */
export interface PutKeyPolicyRequest extends GetKeyPolicyRequest {
  /** JSON. */
  readonly Policy: t.TypeOf<typeof Policy>
  readonly BypassPolicyLockoutSafetyCheck?: boolean
}

/**
 * @example
 * pipe(cks.decode(protocol.PutKeyPolicyRequest)({ KeyId: 'key-1' }), E.mapLeft(cks.report))
 * //=> E.left(['Policy: Member must not be null; received undefined'])
 */
export const PutKeyPolicyRequest: RequestCodec<PutKeyPolicyRequest> = requestCodec(
  'PutKeyPolicyRequest',
  {
    source: 'API_PutKeyPolicy',
    required: { KeyId, Policy },
    optional: { PolicyName: PolicyName('API_PutKeyPolicy'), BypassPolicyLockoutSafetyCheck: t.boolean }
  },
  [],
  identity
)

/** Asks for the names of the policies of a key. @see API_ListKeyPolicies */
export interface ListKeyPoliciesRequest extends PageRequest {
  readonly KeyId: KeyId
}

/**
 * @example
 * cks.decode(protocol.ListKeyPoliciesRequest)({ KeyId: 'key-1' }) //=> E.right({ KeyId: 'key-1' })
 */
export const ListKeyPoliciesRequest: RequestCodec<ListKeyPoliciesRequest> = requestCodec(
  'ListKeyPoliciesRequest',
  {
    source: 'API_ListKeyPolicies',
    required: { KeyId },
    optional: { Limit: boundedInteger('Limit', 1, 1000, { source: 'API_ListKeyPolicies' }), Marker }
  },
  [],
  identity
)
