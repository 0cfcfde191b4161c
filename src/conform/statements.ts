import type { Claim } from '../rules/Rule.js'

/** What AWS states of the answers of KMS that no rule of an operation says. */
export type Statement = Pick<Claim<never>, 'name' | 'says' | 'source' | 'standing' | 'assumes'>

export const answerIsAwsJson: Statement = {
  name: 'answerIsAwsJson',
  says: 'An answer is the JSON object that the page of the operation describes, or an error with its name in __type.',
  source: 'aws-json-1_1',
  standing: 'documented'
}

export const exceptionIsListed: Statement = {
  name: 'exceptionIsListed',
  says: 'An operation is refused with an exception that its page lists, or with a common error.',
  source: 'CommonErrors',
  standing: 'documented'
}

export const brokenMembersAreRefused: Statement = {
  name: 'brokenMembersAreRefused',
  says: 'A request that lacks a required member, or has one beyond its limits, is refused.',
  source: 'CommonErrors',
  standing: 'implied'
}

export const soundRequestIsAccepted: Statement = {
  name: 'soundRequestIsAccepted',
  says: 'A request that keeps to the limits of its members is not refused for its form.',
  source: 'CommonErrors',
  standing: 'implied'
}

export const newStoreIsDisconnected: Statement = {
  name: 'newStoreIsDisconnected',
  says: 'A new custom key store is DISCONNECTED.',
  source: 'API_CreateCustomKeyStore',
  standing: 'documented'
}

export const createIsIdempotent: Statement = {
  name: 'createIsIdempotent',
  says: 'CreateCustomKeyStore with the same properties as a DISCONNECTED AWS CloudHSM key store answers with the id of that store; any other answers with an id that no store has.',
  source: 'create-keystore',
  standing: 'documented'
}

export const connectionIsMade: Statement = {
  name: 'connectionIsMade',
  says: 'A custom key store is CONNECTING from the moment when ConnectCustomKeyStore is accepted, until it is CONNECTED or has FAILED.',
  source: 'API_ConnectCustomKeyStore',
  standing: 'documented'
}

export const faultyConnectionFails: Statement = {
  name: 'faultyConnectionFails',
  says: 'A custom key store whose backing key store does not meet the requirements is FAILED after ConnectCustomKeyStore, never CONNECTED.',
  source: 'API_ConnectCustomKeyStore',
  standing: 'documented'
}

export const disconnectionIsMade: Statement = {
  name: 'disconnectionIsMade',
  says: 'A custom key store is DISCONNECTING, and in the end DISCONNECTED, after DisconnectCustomKeyStore was accepted.',
  source: 'API_DisconnectCustomKeyStore',
  standing: 'documented'
}

export const stateIsKept: Statement = {
  name: 'stateIsKept',
  says: 'The ConnectionState changes through ConnectCustomKeyStore, DisconnectCustomKeyStore and what follows from them, and through nothing else.',
  source: 'API_CustomKeyStoresListEntry',
  standing: 'documented'
}

export const errorCodeIsOfFailed: Statement = {
  name: 'errorCodeIsOfFailed',
  says: 'A ConnectionErrorCode is shown when the ConnectionState is FAILED, one that the type of store can have, and in no other state.',
  source: 'API_CustomKeyStoresListEntry',
  standing: 'documented'
}

export const describeShowsTheStore: Statement = {
  name: 'describeShowsTheStore',
  says: 'DescribeCustomKeyStores shows the stores that the request is about, with the properties that they were created with and that were last updated.',
  source: 'API_DescribeCustomKeyStores',
  standing: 'documented'
}

export const keyStateFollowsTheStore: Statement = {
  name: 'keyStateFollowsTheStore',
  says: 'A KMS key is Unavailable while its custom key store is not connected, unless it is pending deletion.',
  source: 'fix-keystore',
  standing: 'documented'
}
