import type { Statement } from '../Evidence.js'

/** Statements of AWS about the answers of KMS that belong to no operation. */

export { emptyAnswerIsAnObject } from '../protocol/http.js'

export const answerIsAwsJson: Statement = {
  name: 'answerIsAwsJson',
  says: 'An answer is the JSON object that the page of the operation describes, or an error with its name in __type.',
  source: 'aws-json-1_1'
}

export const exceptionIsListed: Statement = {
  name: 'exceptionIsListed',
  says: 'An operation is refused with an exception that its page lists, or with a common error.',
  source: 'CommonErrors'
}

export const brokenMembersAreRefused: Statement = {
  name: 'brokenMembersAreRefused',
  says: 'A request that lacks a required member, or has one beyond its limits, is refused.',
  source: 'CommonErrors',
  implied: true,
  observed: 'limitsAreValidated'
}

export const soundRequestIsAccepted: Statement = {
  name: 'soundRequestIsAccepted',
  says: 'A request that keeps to the limits of its members is not refused for its form.',
  source: 'CommonErrors',
  implied: true
}

export const faultyConnectionFails: Statement = {
  name: 'faultyConnectionFails',
  says: 'A custom key store whose backing key store does not meet the requirements is FAILED after ConnectCustomKeyStore, never CONNECTED.',
  source: 'API_ConnectCustomKeyStore'
}

export const errorCodeIsOfFailed: Statement = {
  name: 'errorCodeIsOfFailed',
  says: 'A ConnectionErrorCode is shown when the ConnectionState is FAILED, one that the type of store can have, and in no other state.',
  source: 'API_CustomKeyStoresListEntry'
}

export const listedStoreIsWhole: Statement = {
  name: 'listedStoreIsWhole',
  says: 'An entry of the list of custom key stores has each member that a store of its type and connectivity has.',
  source: 'API_CustomKeyStoresListEntry',
  implied: true
}

export const keyShowsItsStore: Statement = {
  name: 'keyShowsItsStore',
  says: 'The metadata of a KMS key in a custom key store show the store, the origin, and the AWS CloudHSM cluster or the external key.',
  source: 'API_KeyMetadata'
}

export const keyShowsItsState: Statement = {
  name: 'keyShowsItsState',
  says: 'The metadata of a KMS key have its KeyState.',
  source: 'API_KeyMetadata',
  implied: true
}

export const statusIsThatOfTheError: Statement = {
  name: 'statusIsThatOfTheError',
  says: 'An output has the HTTP status 200, and each error the status that its page prints.',
  source: 'CommonErrors'
}

export const describeShowsTheStore: Statement = {
  name: 'describeShowsTheStore',
  says: 'DescribeCustomKeyStores shows the stores that the request is about, with the properties that they were created with and that were last updated.',
  source: 'API_DescribeCustomKeyStores'
}
