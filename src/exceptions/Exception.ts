import type { Evidence, Statement } from '../Evidence.js'

/** What is the same for every exception of one name. */
export interface ExceptionTraits {
  /** As the API pages print it. */
  readonly httpStatus: 400 | 403 | 413 | 500 | 503
  /** Who can do something about it. */
  readonly fault: 'client' | 'service'
  /** Whether the same request can succeed without anything having been changed. */
  readonly retry: 'helps' | 'may help' | 'does not help'
}

const refused = { httpStatus: 400, fault: 'client', retry: 'does not help' } as const
const perhapsTransient = { httpStatus: 400, fault: 'client', retry: 'may help' } as const
const ownFault = { httpStatus: 500, fault: 'service', retry: 'helps' } as const

/** Every documented exception of the operations and of the use of a key, by its AWS name. */
export const exceptions = {
  AlreadyExistsException: refused,
  CloudHsmClusterInUseException: refused,
  CloudHsmClusterInvalidConfigurationException: refused,
  CloudHsmClusterNotActiveException: refused,
  CloudHsmClusterNotFoundException: refused,
  CloudHsmClusterNotRelatedException: refused,
  ConflictException: refused,
  CustomKeyStoreHasCMKsException: refused,
  CustomKeyStoreInvalidStateException: refused,
  CustomKeyStoreNameInUseException: refused,
  CustomKeyStoreNotFoundException: refused,
  DependencyTimeoutException: ownFault,
  DisabledException: refused,
  DryRunOperationException: refused,
  ExpiredImportTokenException: refused,
  IncorrectKeyException: refused,
  IncorrectKeyMaterialException: refused,
  IncorrectTrustAnchorException: refused,
  InvalidAliasNameException: refused,
  InvalidArnException: refused,
  InvalidCiphertextException: refused,
  InvalidGrantIdException: refused,
  InvalidGrantTokenException: refused,
  InvalidImportTokenException: refused,
  InvalidKeyUsageException: refused,
  InvalidMarkerException: refused,
  KMSInternalException: ownFault,
  KMSInvalidMacException: refused,
  KMSInvalidSignatureException: refused,
  KMSInvalidStateException: perhapsTransient,
  KeyUnavailableException: ownFault,
  LimitExceededException: refused,
  MalformedPolicyDocumentException: refused,
  NotFoundException: refused,
  TagException: refused,
  UnsupportedOperationException: refused,
  XksKeyAlreadyInUseException: refused,
  XksKeyInvalidConfigurationException: refused,
  XksKeyNotFoundException: refused,
  XksProxyIncorrectAuthenticationCredentialException: refused,
  XksProxyInvalidConfigurationException: refused,
  XksProxyInvalidResponseException: perhapsTransient,
  XksProxyUriEndpointInUseException: refused,
  XksProxyUriInUseException: refused,
  XksProxyUriUnreachableException: perhapsTransient,
  XksProxyVpcEndpointServiceInUseException: refused,
  XksProxyVpcEndpointServiceInvalidConfigurationException: refused,
  XksProxyVpcEndpointServiceNotFoundException: refused
} as const satisfies Record<string, ExceptionTraits>

export const statusIsThatOfThePage: Statement = {
  name: 'statusIsThatOfThePage',
  says: 'The HTTP status of an exception is the one that the page of the operation prints.',
  source: 'API_ConnectCustomKeyStore',
  assumes: ['A36']
}

export type ExceptionName = keyof typeof exceptions

/** The rule that a refusal speaks of, with the page that states it. */
export interface BrokenRule extends Evidence {
  /** The name of the rule in this library. */
  readonly rule: string
}

export interface ExceptionNamed<Name extends ExceptionName> extends ExceptionTraits, BrokenRule {
  readonly name: Name
  /** The sentence of the rule that is broken. */
  readonly message: string
}

/**
 * A documented exception, as a plain record told by its `name`: with status and fault, whether a retry can help, the
 * sentence of the broken rule and the page that states it.
 */
export type Exception<Name extends ExceptionName = ExceptionName> = Name extends ExceptionName
  ? ExceptionNamed<Name>
  : never

export const exception = <Name extends ExceptionName>(
  name: Name,
  message: string,
  broken: BrokenRule
): ExceptionNamed<Name> => ({ name, message, ...exceptions[name], ...broken })
