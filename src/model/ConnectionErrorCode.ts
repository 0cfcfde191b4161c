import * as t from 'io-ts'

/**
 * Why an AWS CloudHSM key store could not be connected.
 *
 * @example
 * cks.CloudHsmConnectionErrorCode.is('USER_NOT_FOUND') //=> true
 * @see API_CustomKeyStoresListEntry
 */
export const CloudHsmConnectionErrorCode = t.keyof(
  {
    INTERNAL_ERROR: null,
    NETWORK_ERRORS: null,
    INVALID_CREDENTIALS: null,
    CLUSTER_NOT_FOUND: null,
    INSUFFICIENT_CLOUDHSM_HSMS: null,
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: null,
    SUBNET_NOT_FOUND: null,
    USER_LOCKED_OUT: null,
    USER_LOGGED_IN: null,
    USER_NOT_FOUND: null
  },
  'CloudHsmConnectionErrorCode'
)
export type CloudHsmConnectionErrorCode = Extract<t.TypeOf<typeof CloudHsmConnectionErrorCode>, string>

/**
 * Why an external key store could not be connected.
 *
 * @example
 * cks.ExternalConnectionErrorCode.is('USER_NOT_FOUND') //=> false
 * @see API_CustomKeyStoresListEntry
 */
export const ExternalConnectionErrorCode = t.keyof(
  {
    INTERNAL_ERROR: null,
    NETWORK_ERRORS: null,
    INVALID_CREDENTIALS: null,
    XKS_PROXY_ACCESS_DENIED: null,
    XKS_PROXY_INVALID_CONFIGURATION: null,
    XKS_PROXY_INVALID_RESPONSE: null,
    XKS_PROXY_INVALID_TLS_CONFIGURATION: null,
    XKS_PROXY_NOT_REACHABLE: null,
    XKS_PROXY_TIMED_OUT: null,
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: null,
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: null
  },
  'ExternalConnectionErrorCode'
)
export type ExternalConnectionErrorCode = Extract<t.TypeOf<typeof ExternalConnectionErrorCode>, string>

/**
 * Any of the 18 codes. Three belong to both types of store.
 *
 * @example
 * cks.ConnectionErrorCode.is('XKS_PROXY_TIMED_OUT') //=> true
 */
export const ConnectionErrorCode: t.Type<ConnectionErrorCode> = t.union(
  [CloudHsmConnectionErrorCode, ExternalConnectionErrorCode],
  'ConnectionErrorCode'
)
export type ConnectionErrorCode = CloudHsmConnectionErrorCode | ExternalConnectionErrorCode
