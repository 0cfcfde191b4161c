/** The operations, under the default edition of AWS's text: `connect(facts)(store)`. */
export { connect, connectRules, connectUnder, type ConnectFacts } from './operations/connect.js'
export { create, type CreateFacts } from './operations/create.js'
export { createKey, createKeyUnder, type CreateKeyFacts } from './operations/createKey.js'
export { delete, deleteRules, deleteUnder, type DeleteFacts } from './operations/delete.js'
export { describe, describeRules, type DescribeCustomKeyStoresResponse } from './operations/describe.js'
export { disconnect, disconnectRules, disconnectUnder } from './operations/disconnect.js'
export { generateRandom, generateRandomRules, generateRandomUnder } from './operations/generateRandom.js'
export {
  cancelKeyDeletion,
  disableKey,
  enableKey,
  manageKeyRules,
  scheduleKeyDeletion,
  type ScheduleKeyDeletionFacts
} from './operations/manageKey.js'
export { update, updateRules, updateUnder, type UpdateFacts } from './operations/update.js'
export { useKey, useKeyRules, type UseKeyFacts } from './operations/useKey.js'
export { createCloudHsmKeyRules } from './operations/createCloudHsmKey.js'
export { createCloudHsmKeyStoreRules } from './operations/createCloudHsmKeyStore.js'
export { createExternalKeyRules } from './operations/createExternalKey.js'
export { createExternalKeyStoreRules } from './operations/createExternalKeyStore.js'

/** What KMS does by itself. */
export {
  connectionErrorCode,
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted,
  settle,
  type ConnectionFacts
} from './connection/process.js'
export { cloudHsmConnectionNeeds, externalConnectionNeeds, type Need } from './connection/needs.js'

/** Editions of AWS's text, and the same operations under each. */
export { under } from './under.js'
export {
  updatableMembers,
  type Edition,
  type StateBoundOperation,
  type UpdatableMember,
  type ValidStates
} from './editions/Edition.js'
export {
  defaultEdition,
  editions,
  type DefaultEdition,
  type EditionName,
  type UpdatableStateOf,
  type ValidStateOf
} from './editions/editions.js'

/** Questions, and the bare machine over ConnectionState. */
export { stateAfter, stateAfterUnder, type StateOperation } from './questions/stateAfter.js'
export { explain, explainUnder, type Finding } from './questions/explain.js'
export { isSettled, operationsAllowed, operationsAllowedUnder } from './questions/operationsAllowed.js'

/** Many stores of one account and Region. */
export { Account, emptyAccount, keysOf, keyWithId, storeWithId } from './model/Account.js'
export type { Circumstances } from './model/Circumstances.js'
export { explainRequest, explainRequestUnder, type ExplainedOperation } from './account/explain.js'
export {
  behind,
  healthyInfrastructure,
  InfrastructureFacts,
  infrastructureOf,
  orElse,
  type Infrastructure
} from './model/Infrastructure.js'
export { noInfrastructure, withInfrastructureChange } from './account/InfrastructureChange.js'
export * as accountKeys from './account/keys.js'
export { account, accountUnder, type Answered, type Empty } from './account/operations.js'
export { reported, settled } from './account/process.js'

/** The model: io-ts codec and type under one name. */
export { ServiceFailure, type BackingKeyStore, type Service } from './model/BackingKeyStore.js'
export { CloudHsmCluster, healthyCluster } from './model/CloudHsmCluster.js'
export {
  CloudHsmConnectionErrorCode,
  ConnectionErrorCode,
  ExternalConnectionErrorCode
} from './model/ConnectionErrorCode.js'
export { ConnectionState, connectionStates } from './model/ConnectionState.js'
export {
  CustomKeyStore,
  isCloudHsm,
  isConnected,
  isConnecting,
  isDisconnected,
  isDisconnecting,
  isExternal,
  isFailed,
  type CloudHsmKeyStore,
  type Connected,
  type Connecting,
  type Disconnected,
  type Disconnecting,
  type ExternalKeyStore,
  type Failed,
  type StoreIn
} from './model/CustomKeyStore.js'
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
export { CryptographicOperation, Operation, operations, type OperationPage } from './model/Operation.js'
export { redacted, type Redacted } from './codec/Redacted.js'
export { healthyVpcEndpointService, VpcEndpointService } from './model/VpcEndpointService.js'
export { XksProxyAuthenticationCredential } from './model/XksProxyAuthenticationCredential.js'
export { XksProxyConfiguration, XksProxyConnectivity } from './model/XksProxyConfiguration.js'
export { ExternalKey, healthyProxy, XksProxy } from './model/XksProxy.js'

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
export * from './exceptions/documentedExceptions.js'
export {
  exceptions,
  type BrokenRule,
  type Exception,
  type ExceptionName,
  type ExceptionTraits
} from './exceptions/Exception.js'

/** Rules, their sources and what was assumed. */
export { assumptions, type Assumption, type AssumptionNumber } from './assumptions.js'
export type { Claim, Refusal, RefusalName, Rule, Standing } from './rules/Rule.js'
export { sources, type Source } from './sources.js'
