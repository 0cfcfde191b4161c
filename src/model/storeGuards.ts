import type { ConnectionState } from './ConnectionState.js'
import type { CustomKeyStore, StoreIn } from './CustomKeyStore.js'

/**
 * Whether a store is an AWS CloudHSM key store; narrows its type.
 *
 * @example
 * cks.isCloudHsm(store) && store.CloudHsmClusterId //=> 'cluster-abcdefghijk'
 */
export const isCloudHsm = <A extends { readonly CustomKeyStoreType: string }>(
  store: A
): store is Extract<A, { readonly CustomKeyStoreType: 'AWS_CLOUDHSM' }> =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM'

/**
 * Whether a store is an external key store; narrows its type.
 *
 * @example
 * cks.isExternal(external) && external.XksProxyConfiguration.Connectivity //=> 'PUBLIC_ENDPOINT'
 */
export const isExternal = <A extends { readonly CustomKeyStoreType: string }>(
  store: A
): store is Extract<A, { readonly CustomKeyStoreType: 'EXTERNAL_KEY_STORE' }> =>
  store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE'

const isIn =
  <S extends ConnectionState>(state: S) =>
  (store: CustomKeyStore): store is StoreIn<S> =>
    store.ConnectionState === state

/**
 * Whether a store is DISCONNECTED; narrows its type, as the next four do.
 *
 * @example
 * cks.isDisconnected(external) //=> true
 */
export const isDisconnected = isIn('DISCONNECTED')
/** Whether a store is CONNECTING. @example cks.isConnecting(store) //=> false */
export const isConnecting = isIn('CONNECTING')
/** Whether a store is CONNECTED. @example cks.isConnected(store) //=> true */
export const isConnected = isIn('CONNECTED')
/** Whether a store is FAILED, and so has a ConnectionErrorCode. @example cks.isFailed(store) //=> false */
export const isFailed = isIn('FAILED')
/** Whether a store is DISCONNECTING. @example cks.isDisconnecting(store) //=> false */
export const isDisconnecting = isIn('DISCONNECTING')
