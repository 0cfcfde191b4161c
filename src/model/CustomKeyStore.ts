import * as t from 'io-ts'
import { Moment } from '../codec/Moment.js'
import { absentMember } from '../codec/absentMember.js'
import { boundedInteger } from '../codec/boundedInteger.js'
import { asShown } from '../codec/boundedString.js'
import { CloudHsmConnectionErrorCode, ExternalConnectionErrorCode } from './ConnectionErrorCode.js'
import type { ConnectionState } from './ConnectionState.js'
import {
  CloudHsmClusterId,
  CustomKeyStoreId,
  CustomKeyStoreName,
  TrustAnchorCertificate
} from './identifiers.js'
import { kept } from '../codec/struct.js'
import { taggedUnion } from '../codec/taggedUnion.js'
import { XksProxyConfiguration } from './XksProxyConfiguration.js'
import { isFailed } from './storeGuards.js'

export * from './storeGuards.js'

interface Identity {
  readonly CustomKeyStoreId: CustomKeyStoreId
  readonly CustomKeyStoreName: CustomKeyStoreName
  /** Seconds since 1970. */
  readonly CreationDate: number
  /** The number of the latest connection or disconnection; 0 before the first. Not shown by Describe. */
  readonly attempt: number
}

/** A store backed by an AWS CloudHSM cluster, whatever its state. */
export interface CloudHsmKeyStore extends Identity {
  readonly CustomKeyStoreType: 'AWS_CLOUDHSM'
  readonly CloudHsmClusterId: CloudHsmClusterId
  readonly TrustAnchorCertificate: TrustAnchorCertificate
  /** The certificate of the cluster, by which related clusters are known. Not shown by Describe. */
  readonly clusterCertificate: string
}

/** A store backed by an external key store proxy, whatever its state. */
export interface ExternalKeyStore extends Identity {
  readonly CustomKeyStoreType: 'EXTERNAL_KEY_STORE'
  readonly XksProxyConfiguration: XksProxyConfiguration
}

export interface State<S extends ConnectionState> {
  readonly ConnectionState: S
}

type InState<S extends ConnectionState> = (CloudHsmKeyStore & State<S>) | (ExternalKeyStore & State<S>)

/** Never connected, or disconnected on purpose. The state of a new store. */
export type Disconnected = InState<'DISCONNECTED'>
/** A connection has started and not ended. */
export type Connecting = InState<'CONNECTING'>
/** A connection has succeeded and nobody has disconnected the store since. Says nothing about the backing store's health. */
export type Connected = InState<'CONNECTED'>
/** The attempt to connect has failed. Only this state has a ConnectionErrorCode, one that the type of store can have. */
export type Failed =
  | (CloudHsmKeyStore & State<'FAILED'> & { readonly ConnectionErrorCode: CloudHsmConnectionErrorCode })
  | (ExternalKeyStore & State<'FAILED'> & { readonly ConnectionErrorCode: ExternalConnectionErrorCode })
/** A disconnection has started and not ended. */
export type Disconnecting = InState<'DISCONNECTING'>

/** A custom key store, discriminated by its ConnectionState. @see API_CustomKeyStoresListEntry */
export type CustomKeyStore = Disconnected | Connecting | Connected | Failed | Disconnecting

/** The stores that can be in one of the states `S`. */
export type StoreIn<S extends ConnectionState> = Extract<CustomKeyStore, State<S>>

/** The store without what belongs to its state. */
const keyStoreOf = (store: CustomKeyStore): CloudHsmKeyStore | ExternalKeyStore => {
  if (!isFailed(store)) return store
  const { ConnectionErrorCode: _, ...rest } = store
  return rest
}

/** The store as its next connection attempt begins. */
export const connecting = (store: Disconnected): Connecting => ({
  ...store,
  ConnectionState: 'CONNECTING',
  attempt: store.attempt + 1
})

/** The store as its disconnection begins; an error code is gone. */
export const disconnecting = (store: Connecting | Connected | Failed): Disconnecting => ({
  ...keyStoreOf(store),
  ConnectionState: 'DISCONNECTING',
  attempt: store.attempt + 1
})

export const connected = (store: Connecting): Connected => ({ ...store, ConnectionState: 'CONNECTED' })

export const disconnected = (store: Disconnecting): Disconnected => ({
  ...store,
  ConnectionState: 'DISCONNECTED'
})

/** More than any store ever has, and a number to which one can be added. */
const mostAttempts = 1_000_000_000_000_000

const identity = {
  CustomKeyStoreId: asShown(CustomKeyStoreId),
  CustomKeyStoreName: asShown(CustomKeyStoreName),
  CreationDate: Moment,
  attempt: boundedInteger('attempt', 0, mostAttempts)
}

const cloudHsm = {
  ...identity,
  CustomKeyStoreType: t.literal('AWS_CLOUDHSM'),
  CloudHsmClusterId: asShown(CloudHsmClusterId),
  TrustAnchorCertificate: asShown(TrustAnchorCertificate),
  clusterCertificate: t.string
}

const external = { ...identity, CustomKeyStoreType: t.literal('EXTERNAL_KEY_STORE'), XksProxyConfiguration }

const errorCodeOfOthers = {
  ConnectionErrorCode: absentMember('Member must be absent unless the ConnectionState is FAILED')
}

const inAnyState = <P extends t.Props, C extends t.Mixed>(name: string, properties: P, errorCode: C) => {
  const inState = <S extends ConnectionState>(state: S) =>
    kept(name, { ...properties, ConnectionState: t.literal(state) }, errorCodeOfOthers)
  return taggedUnion(name, 'ConnectionState', {
    DISCONNECTED: inState('DISCONNECTED'),
    CONNECTING: inState('CONNECTING'),
    CONNECTED: inState('CONNECTED'),
    FAILED: kept(
      name,
      { ...properties, ConnectionState: t.literal('FAILED'), ConnectionErrorCode: errorCode },
      {}
    ),
    DISCONNECTING: inState('DISCONNECTING')
  })
}

/**
 * Reads a stored store. Lenient about the form of identifiers, strict about which state has an error code. Members that
 * are not the model's are kept, and operations keep them.
 *
 * @example
 * E.isRight(cks.decode(cks.CustomKeyStore)({ ...store, ConnectionState: 'FAILED' })) //=> false
 */
export const CustomKeyStore: t.Type<CustomKeyStore, unknown> = taggedUnion(
  'CustomKeyStore',
  'CustomKeyStoreType',
  {
    AWS_CLOUDHSM: inAnyState('CloudHsmKeyStore', cloudHsm, CloudHsmConnectionErrorCode),
    EXTERNAL_KEY_STORE: inAnyState('ExternalKeyStore', external, ExternalConnectionErrorCode)
  }
)
