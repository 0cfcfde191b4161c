import type { Exception, ExceptionName } from './Exception.js'
import { listedForKeys } from './listedForKeys.js'

const publicProxy = [
  'XksProxyUriInUseException',
  'XksProxyUriEndpointInUseException',
  'XksProxyUriUnreachableException',
  'XksProxyIncorrectAuthenticationCredentialException',
  'XksProxyVpcEndpointServiceInUseException',
  'XksProxyVpcEndpointServiceNotFoundException',
  'XksProxyVpcEndpointServiceInvalidConfigurationException',
  'XksProxyInvalidResponseException',
  'XksProxyInvalidConfigurationException'
] as const

const table = {
  CreateCustomKeyStore: [
    'CloudHsmClusterInUseException',
    'CustomKeyStoreNameInUseException',
    'CloudHsmClusterNotFoundException',
    'KMSInternalException',
    'CloudHsmClusterNotActiveException',
    'IncorrectTrustAnchorException',
    'CloudHsmClusterInvalidConfigurationException',
    'LimitExceededException',
    ...publicProxy
  ],
  DescribeCustomKeyStores: [
    'InvalidMarkerException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  ConnectCustomKeyStore: [
    'CloudHsmClusterNotActiveException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
    'CloudHsmClusterInvalidConfigurationException'
  ],
  DisconnectCustomKeyStore: [
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  UpdateCustomKeyStore: [
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreNameInUseException',
    'CloudHsmClusterNotFoundException',
    'CloudHsmClusterNotRelatedException',
    'CustomKeyStoreInvalidStateException',
    'KMSInternalException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterInvalidConfigurationException',
    ...publicProxy
  ],
  DeleteCustomKeyStore: [
    'CustomKeyStoreHasCMKsException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException'
  ],
  CreateKey: [
    'MalformedPolicyDocumentException',
    'DependencyTimeoutException',
    'InvalidArnException',
    'UnsupportedOperationException',
    'KMSInternalException',
    'LimitExceededException',
    'TagException',
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreInvalidStateException',
    'CloudHsmClusterInvalidConfigurationException',
    'XksKeyInvalidConfigurationException',
    'XksKeyAlreadyInUseException',
    'XksKeyNotFoundException'
  ],
  GenerateRandom: [
    'DependencyTimeoutException',
    'KMSInternalException',
    'UnsupportedOperationException',
    'CustomKeyStoreNotFoundException',
    'CustomKeyStoreInvalidStateException'
  ],
  ...listedForKeys
} as const satisfies Record<string, ReadonlyArray<ExceptionName>>

type DocumentedExceptions = Pick<typeof table, keyof typeof table>

/**
 * The exceptions that the page of each operation lists.
 *
 * @example
 * cks.documentedExceptions.DisconnectCustomKeyStore
 * //=> ['CustomKeyStoreInvalidStateException', 'CustomKeyStoreNotFoundException', 'KMSInternalException']
 */
export const documentedExceptions: DocumentedExceptions = table

/** The AWS name of an operation of the model. */
export type OperationName = Extract<keyof typeof documentedExceptions, string>

/** The union of exactly the exceptions that the page of an operation lists. */
export type ExceptionOf<O extends OperationName> = Exception<(typeof documentedExceptions)[O][number]>
