/**
 * The rules of AWS KMS custom key stores as pure functions, under the default edition of AWS's text. Functions take
 * their arguments one at a time and change none of them. Of an operation, `Store states` and `Key states` are those in
 * which it is valid, and `Refused with` are all exceptions of its rules, also those that are only possible on an account.
 *
 * The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as cks from 'kms-custom-key-store'
 * import type { Base64 } from 'kms-custom-key-store/protocol'
 *
 * const common = { Description: '', CreationDate: 1700000000, enabled: true, attempt: 1 }
 * const inCluster = { CloudHsmClusterId: 'cluster-abcdefghijk', TrustAnchorCertificate: 'a', clusterCertificate: 'b' }
 * const address = { UriEndpoint: 'https://xks.example.com', UriPath: '/kms/xks/v1', AccessKeyId: 'ABCDEFGHIJKLMNOPQRST' }
 * const payments = { ...common, CustomKeyStoreId: 'cks-1', CustomKeyStoreName: 'payments', ConnectionState: 'CONNECTED' }
 * const archive = { ...common, CustomKeyStoreId: 'cks-2', CustomKeyStoreName: 'archive', ConnectionState: 'DISCONNECTED' }
 * const XksProxyConfiguration = { ...address, Connectivity: 'PUBLIC_ENDPOINT' }
 * const Arn = 'arn:aws:kms:us-east-1:111122223333:key/key-1'
 * const read = cks.decode(cks.Account)({
 *   AccountId: '111122223333',
 *   Region: 'us-east-1',
 *   stores: [
 *     { ...payments, ...inCluster, CustomKeyStoreType: 'AWS_CLOUDHSM' },
 *     { ...archive, XksProxyConfiguration, CustomKeyStoreType: 'EXTERNAL_KEY_STORE' }
 *   ],
 *   keys: [{ ...common, KeyId: 'key-1', Arn, CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }]
 * })
 * if (E.isLeft(read)) throw new Error(cks.report(read.left).join('\n'))
 * const account = read.right
 * const [store, external] = account.stores
 * const [key] = account.keys
 * const facts = cks.behind(cks.healthyInfrastructure, store)
 * const circumstances: cks.Circumstances = {
 *   infrastructure: cks.healthyInfrastructure,
 *   now: 1700086400,
 *   newCustomKeyStoreId: 'cks-3' as cks.CustomKeyStoreId,
 *   newKeyId: 'key-2' as cks.KeyId
 * }
 * ```
 *
 * @packageDocumentation
 */

/** The operations, under the default edition of AWS's text: `connect(facts)(store)`, `connect.parts`, `connect.permission`. */
export { cancelKeyDeletion } from './operations/cancelKeyDeletion.js'
export { connect, type ConnectFacts } from './operations/connect.js'
export { create, type CreateFacts } from './operations/create.js'
export { createAlias } from './operations/createAlias.js'
export {
  createGrant,
  type CreateGrantFacts,
  type CreateGrantResponse,
  type Granted
} from './operations/createGrant.js'
export { createKey, type CreateKeyFacts } from './operations/createKey.js'
export { decrypt } from './operations/decrypt.js'
export { deleteAlias } from './operations/deleteAlias.js'
export { delete, type DeleteFacts } from './operations/delete.js'
export { describe, type DescribeOperation } from './operations/describe.js'
export { describeKey } from './operations/describeKey.js'
export { disableKey } from './operations/disableKey.js'
export { disconnect } from './operations/disconnect.js'
export { enableKey } from './operations/enableKey.js'
export { encrypt } from './operations/encrypt.js'
export { generateDataKey, generateDataKeyWithoutPlaintext } from './operations/generateDataKey.js'
export { generateRandom } from './operations/generateRandom.js'
export { getKeyPolicy, type GetKeyPolicyFacts, type GetKeyPolicyResponse } from './operations/getKeyPolicy.js'
export { listAliases, type AliasListEntry, type ListAliasesResponse } from './operations/listAliases.js'
export * from './operations/listKeyPolicies.js'
export { listGrants } from './operations/listGrants.js'
export type { GrantListEntry, ListGrantsResponse } from './operations/grantPage.js'
export { listRetirableGrants } from './operations/listRetirableGrants.js'
export { listKeys, type ListKeysResponse } from './operations/listKeys.js'
export * from './operations/listResourceTags.js'
export * from './operations/rotation.js'
export * from './operations/importKeyMaterial.js'
export * from './operations/multiRegion.js'
export * from './operations/otherKeyUsage.js'
export * from './operations/dataKeyPairs.js'
export { putKeyPolicy, type PutKeyPolicyFacts } from './operations/putKeyPolicy.js'
export { reEncrypt } from './operations/reEncrypt.js'
export { retireGrant } from './operations/retireGrant.js'
export { revokeGrant, type RevokeGrantFacts } from './operations/revokeGrant.js'
export { scheduleKeyDeletion, type ScheduleKeyDeletionFacts } from './operations/scheduleKeyDeletion.js'
export { tagResource, type TagResourceFacts } from './operations/tagResource.js'
export { untagResource, type UntagResourceFacts } from './operations/untagResource.js'
export { updateAlias } from './operations/updateAlias.js'
export { update } from './operations/update.js'
export type { UpdateFacts } from './operations/updateFacts.js'
export { updateKeyDescription, type UpdateKeyDescriptionFacts } from './operations/updateKeyDescription.js'
export { useKey, type UseKeyFacts } from './operations/useKey.js'

/** The operations by their AWS names, and under each edition. */
export { operationNames, operations, type AnyOperation, type Operations } from './operations/index.js'
export type { Answered, Operation, Page, Permission } from './operations/Operation.js'
export type {
  KeyOperation,
  RequestOperation,
  StoreOperation,
  StoreRequestOperation
} from './operations/Callable.js'
export type { Decision, Explanation, Part } from './operations/Decision.js'
export { under, type Under } from './under.js'

/** The work that KMS does by itself. */
export {
  connectionErrorCode,
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted,
  settle,
  type ConnectionFacts
} from './connection/process.js'
export { cloudHsmConnectionNeeds, externalConnectionNeeds, type Need } from './connection/needs.js'

/** Editions of AWS's text, and the tables in which they differ. */
export {
  defaultEdition,
  editionNames,
  editions,
  type DefaultEdition,
  type Edition,
  type EditionName
} from './editions/editions.js'
export {
  saidOfUpdate,
  updatableMembers,
  type UpdatableMember,
  type UpdatableStateOf
} from './editions/updatableMembers.js'
export type { ValidStates, ValidStatesByType } from './editions/ValidStates.js'

/** Questions, and the bare machine over ConnectionState. */
export { isSettled } from './questions/isSettled.js'
export { leftOpen, type LeftOpen } from './questions/leftOpen.js'
export { operationsAllowed } from './questions/operationsAllowed.js'
export { stateAfter, type StateOperation } from './questions/stateAfter.js'

/** Many stores of one account and Region. */
export { account } from './account/onAccount.js'
export { explainRequest } from './account/requested.js'
export { noInfrastructure, withInfrastructureChange } from './account/InfrastructureChange.js'
export { reported, settled, withoutExpiredKeys } from './account/process.js'
export { Account, emptyAccount, keysOf, keyWithId, keyWithIdOrAlias, storeWithId } from './model/Account.js'
export { Alias, AliasName } from './model/Alias.js'
export type { Circumstances } from './model/Circumstances.js'
export type { Cryptography } from './model/Cryptography.js'
export {
  behind,
  healthyInfrastructure,
  InfrastructureFacts,
  infrastructureOf,
  orElse,
  type Infrastructure
} from './model/Infrastructure.js'

/** The model: io-ts codec and type under one name. */
export { ServiceFailure, type BackingKeyStore, type WithFailure } from './model/BackingKeyStore.js'
export { CloudHsmCluster, healthyCluster } from './model/CloudHsmCluster.js'
export {
  CloudHsmConnectionErrorCode,
  ConnectionErrorCode,
  ExternalConnectionErrorCode
} from './model/ConnectionErrorCode.js'
export { ConnectionState, connectionStates } from './model/ConnectionState.js'
export {
  CustomKeyStore,
  type CloudHsmKeyStore,
  type Connected,
  type Connecting,
  type Disconnected,
  type Disconnecting,
  type ExternalKeyStore,
  type Failed,
  type StoreIn
} from './model/CustomKeyStore.js'
export * from './model/storeGuards.js'
export { listEntry, type CustomKeyStoresListEntry } from './model/CustomKeyStoresListEntry.js'
export { CustomKeyStoreType, customKeyStoreTypes } from './model/CustomKeyStoreType.js'
export { decode, report, type Violation } from './codec/decode.js'
export type { ViolationKind } from './codec/Failure.js'
export type { Limit } from './codec/Limit.js'
export type { Member } from './codec/Member.js'
export { memberFindings, memberStatements, type MemberFinding } from './codec/memberFindings.js'
export type { Agreement, RequestCodec } from './codec/requestCodec.js'
export * from './model/identifiers.js'
export { keyMetadata, type KeyMetadata } from './model/KeyMetadata.js'
export { keyState, KmsKey, type CloudHsmKmsKey, type ExternalKmsKey, type KeyState } from './model/KmsKey.js'
export { type DescribeCustomKeyStoresResponse } from './model/responses/DescribeCustomKeyStoresResponse.js'
export { type Empty } from './model/responses/shown.js'
export { Grant, GrantId } from './model/Grant.js'
export { type Tag } from './model/Tag.js'
export { redacted, type Redacted } from './codec/Redacted.js'
export { healthyVpcEndpointService, VpcEndpointService } from './model/VpcEndpointService.js'
export { XksProxyAuthenticationCredential } from './model/XksProxyAuthenticationCredential.js'
export { XksProxyConfiguration, XksProxyConnectivity } from './model/XksProxyConfiguration.js'
export { ExternalKey, healthyProxy, XksProxy } from './model/XksProxy.js'

/** The store and the key that an answer of AWS shows. */
export { keyFromMetadata } from './model/responses/keyFromMetadata.js'
export { storeFromListEntry } from './model/responses/storeFromListEntry.js'

/** Requests, read strictly. */
export {
  CreateCustomKeyStoreRequest,
  type CreateCloudHsmKeyStoreRequest,
  type CreateExternalKeyStoreRequest
} from './model/requests/CreateCustomKeyStoreRequest.js'
export {
  CreateKeyRequest,
  type CreateCloudHsmKeyRequest,
  type CreateExternalKeyRequest
} from './model/requests/CreateKeyRequest.js'
export {
  CustomKeyStoreIdRequest,
  DeleteCustomKeyStoreRequest,
  DisconnectCustomKeyStoreRequest
} from './model/requests/CustomKeyStoreIdRequest.js'
export { DescribeCustomKeyStoresRequest, Marker } from './model/requests/DescribeCustomKeyStoresRequest.js'
export { GenerateRandomRequest } from './model/requests/GenerateRandomRequest.js'
export { UpdateCustomKeyStoreRequest } from './model/requests/UpdateCustomKeyStoreRequest.js'

/** Exceptions, as plain records by their AWS name. */
export {
  commonErrors,
  violated,
  type CommonErrorName,
  type ValidationException
} from './exceptions/commonErrors.js'
export {
  documentedExceptions,
  type ExceptionOf,
  type OperationName
} from './exceptions/documentedExceptions.js'
export {
  exceptions,
  type BrokenRule,
  type Exception,
  type ExceptionName,
  type ExceptionTraits
} from './exceptions/Exception.js'
export type { Resource, ResourceKind } from './Resource.js'

/** Rules, their sources and what was assumed. */
export { observations, type Observation, type ObservationName } from './observations.js'
export { assumptions, type Assumption } from './assumptions.js'
export type { AssumptionNumber, LeavesOpen } from './leavesOpen.js'
export type { Claim } from './Claim.js'
export type { Evidence, Standing, Statement } from './Evidence.js'
export type { Finding, Findings } from './rules/findings.js'
export type { Follows } from './rules/Follows.js'
export type { OpenTo, Refusal, RefusalName, Rule } from './rules/Rule.js'
export { sources, type Source } from './sources.js'
