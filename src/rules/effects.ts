import { isCloudHsm, isDisconnected, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Source } from '../sources.js'
import type { Follows } from './Follows.js'
import { changesTo, type Update } from './updateMembers.js'

/** The effects of the operations on a store that are accepted. */

/** `source`: the page on the creation of a store of its type. */
export const newStoreIsDisconnected = (source: Source): Follows => ({
  name: 'newStoreIsDisconnected',
  says: 'A new custom key store is DISCONNECTED.',
  source,
  to: 'DISCONNECTED'
})

export const createIsIdempotent: Follows = {
  name: 'createIsIdempotent',
  says: 'CreateCustomKeyStore with the same properties as a DISCONNECTED AWS CloudHSM key store returns the id of that store; any other returns an id that no store has.',
  source: 'create-keystore',
  to: 'the same'
}

export const passwordIsNotCompared: Follows = {
  name: 'passwordIsNotCompared',
  says: 'The properties are the same if name, cluster and trust anchor are, whatever the KeyStorePassword.',
  source: 'create-keystore',
  assumes: ['A26'],
  to: 'the same'
}

export const connectionIsMade: Follows = {
  name: 'connectionIsMade',
  says: 'A custom key store is CONNECTING from the moment when ConnectCustomKeyStore is accepted, until it is CONNECTED or has FAILED.',
  source: 'xks-connect-disconnect',
  implied: true,
  from: ['DISCONNECTED'],
  to: 'CONNECTING'
}

export const connectionTakesMinutes: Follows<{ readonly store: CustomKeyStore }> = {
  name: 'connectionTakesMinutes',
  says: 'The connection of an AWS CloudHSM key store can take some 20 minutes.',
  source: 'disconnect-keystore',
  observed: 'connectionTakesTwentyMinutes',
  where: ({ store }) => isCloudHsm(store) && isDisconnected(store)
}

export const connectAgainChangesNothing: Follows = {
  name: 'connectAgainChangesNothing',
  says: 'ConnectCustomKeyStore leaves a custom key store that is CONNECTING or CONNECTED as it is.',
  source: 'API_ConnectCustomKeyStore',
  assumes: ['A3'],
  from: ['CONNECTING', 'CONNECTED'],
  to: 'the same',
  or: ['CONNECTING']
}

export const connectionIsEnded: Follows = {
  name: 'connectionIsEnded',
  says: 'DisconnectCustomKeyStore ends the connection of a custom key store, which does not stay CONNECTED.',
  source: 'API_DisconnectCustomKeyStore',
  from: ['CONNECTED']
}

export const disconnectionIsMade: Follows = {
  name: 'disconnectionIsMade',
  says: 'Once DisconnectCustomKeyStore is accepted, a custom key store is DISCONNECTING and then DISCONNECTED.',
  source: 'xks-connect-disconnect',
  assumes: ['A5'],
  from: ['CONNECTED'],
  to: 'DISCONNECTING'
}

export const disconnectEndsTheAttempt: Follows = {
  name: 'disconnectEndsTheAttempt',
  says: 'DisconnectCustomKeyStore ends the attempt to connect of a custom key store that is CONNECTING.',
  source: 'API_DisconnectCustomKeyStore',
  assumes: ['A4', 'A5'],
  from: ['CONNECTING'],
  to: 'DISCONNECTING',
  or: ['CONNECTING']
}

export const disconnectClearsTheErrorCode: Follows = {
  name: 'disconnectClearsTheErrorCode',
  says: 'DisconnectCustomKeyStore leads a FAILED custom key store to DISCONNECTING and removes its ConnectionErrorCode at once.',
  source: 'API_DisconnectCustomKeyStore',
  assumes: ['A5'],
  observed: 'disconnectingAfterFailure',
  from: ['FAILED'],
  to: 'DISCONNECTING'
}

export const stateIsKept: Follows = {
  name: 'stateIsKept',
  says: 'The ConnectionState changes through ConnectCustomKeyStore, DisconnectCustomKeyStore and what follows from them, and through nothing else.',
  source: 'API_CustomKeyStoresListEntry',
  to: 'the same'
}

export const storeIsDeleted: Follows = {
  name: 'storeIsDeleted',
  says: 'A custom key store that was deleted no longer exists; its backing key store is left as it is.',
  source: 'API_DeleteCustomKeyStore',
  to: 'deleted'
}

export const updateOfNothingChangesNothing: Follows<Update> = {
  name: 'updateOfNothingChangesNothing',
  says: 'UpdateCustomKeyStore that carries nothing to change is accepted and changes nothing.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A11'],
  where: ({ request }) => Object.keys(request).every((member) => member === 'CustomKeyStoreId'),
  to: 'the same'
}

export const passwordIsHeld: Follows<Update> = {
  name: 'passwordIsHeld',
  says: 'AWS KMS holds the KeyStorePassword of the last accepted UpdateCustomKeyStore that carries one.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A86'],
  where: ({ request }) => Object.hasOwn(request, 'KeyStorePassword')
}

const removesService = changesTo('PUBLIC_ENDPOINT')

export const serviceIsRemoved: Follows<Update> = {
  name: 'serviceIsRemoved',
  says: 'A change to PUBLIC_ENDPOINT removes the VPC endpoint service, also where its name is null or not given.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A15'],
  where: (update) => removesService(update) && update.request.XksProxyVpcEndpointServiceName === undefined
}

export const storeMayKeepItsName: Follows<Update> = {
  name: 'storeMayKeepItsName',
  says: 'UpdateCustomKeyStore may give a custom key store the name that it already has.',
  source: 'API_UpdateCustomKeyStore',
  implied: true,
  where: ({ request, store }) => request.NewCustomKeyStoreName === store.CustomKeyStoreName,
  to: 'the same'
}

const hasUnnamedOwner = (store: CustomKeyStore): boolean =>
  isExternal(store) &&
  store.XksProxyConfiguration.Connectivity === 'VPC_ENDPOINT_SERVICE' &&
  store.XksProxyConfiguration.VpcEndpointServiceOwner === undefined

export const ownerIsShownWhereNamed: Follows<{ readonly found: ReadonlyArray<CustomKeyStore> }> = {
  name: 'ownerIsShownWhereNamed',
  says: 'DescribeCustomKeyStores shows the owner of a VPC endpoint service only if a request has named the owner.',
  source: 'API_CreateCustomKeyStore',
  assumes: ['A64'],
  where: ({ found }) => found.some(hasUnnamedOwner)
}
