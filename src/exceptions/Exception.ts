import type { EditionName } from '../editions/editions.js'
import type { Evidence } from '../Evidence.js'
import type { Resource } from '../Resource.js'

/** Properties that every exception of one name shares. */
export interface ExceptionTraits {
  /** As the API pages print it. */
  readonly httpStatus: 400 | 403 | 413 | 500 | 503
  /** Who can do something about it. */
  readonly fault: 'client' | 'service'
  /** Whether the same request can succeed without anything having been changed. */
  readonly retry: 'helps' | 'may help' | 'does not help'
}

export const clientError = { httpStatus: 400, fault: 'client', retry: 'does not help' } as const
const perhapsTransient = { httpStatus: 400, fault: 'client', retry: 'may help' } as const
export const serviceError = { httpStatus: 500, fault: 'service', retry: 'helps' } as const

const table = {
  AlreadyExistsException: clientError,
  CloudHsmClusterInUseException: clientError,
  CloudHsmClusterInvalidConfigurationException: clientError,
  CloudHsmClusterNotActiveException: clientError,
  CloudHsmClusterNotFoundException: clientError,
  CloudHsmClusterNotRelatedException: clientError,
  ConflictException: clientError,
  CustomKeyStoreHasCMKsException: clientError,
  CustomKeyStoreInvalidStateException: clientError,
  CustomKeyStoreNameInUseException: clientError,
  CustomKeyStoreNotFoundException: clientError,
  DependencyTimeoutException: serviceError,
  DisabledException: clientError,
  DryRunOperationException: clientError,
  ExpiredImportTokenException: clientError,
  IncorrectKeyException: clientError,
  IncorrectKeyMaterialException: clientError,
  IncorrectTrustAnchorException: clientError,
  InvalidAliasNameException: clientError,
  InvalidArnException: clientError,
  InvalidCiphertextException: clientError,
  InvalidGrantIdException: clientError,
  InvalidGrantTokenException: clientError,
  InvalidImportTokenException: clientError,
  InvalidKeyUsageException: clientError,
  InvalidMarkerException: clientError,
  KMSInternalException: serviceError,
  KMSInvalidMacException: clientError,
  KMSInvalidSignatureException: clientError,
  KMSInvalidStateException: perhapsTransient,
  KeyUnavailableException: serviceError,
  LimitExceededException: clientError,
  MalformedPolicyDocumentException: clientError,
  NotFoundException: clientError,
  TagException: clientError,
  UnsupportedOperationException: clientError,
  XksKeyAlreadyInUseException: clientError,
  XksKeyInvalidConfigurationException: clientError,
  XksKeyNotFoundException: clientError,
  XksProxyIncorrectAuthenticationCredentialException: clientError,
  XksProxyInvalidConfigurationException: clientError,
  XksProxyInvalidResponseException: perhapsTransient,
  XksProxyUriEndpointInUseException: clientError,
  XksProxyUriInUseException: clientError,
  XksProxyUriUnreachableException: perhapsTransient,
  XksProxyVpcEndpointServiceInUseException: clientError,
  XksProxyVpcEndpointServiceInvalidConfigurationException: clientError,
  XksProxyVpcEndpointServiceNotFoundException: clientError
} as const satisfies Record<string, ExceptionTraits>

type Exceptions = Pick<typeof table, keyof typeof table>

/**
 * Every documented exception of the operations and of the use of a key, by its AWS name.
 *
 * @example
 * cks.exceptions.KMSInternalException //=> { httpStatus: 500, fault: 'service', retry: 'helps' }
 */
export const exceptions: Exceptions = table

/** The AWS name of a documented exception. */
export type ExceptionName = Extract<keyof typeof exceptions, string>

/** The rule that a refusal speaks of, with the page that states it. */
export interface BrokenRule extends Evidence {
  /** The name of the rule in this library. */
  readonly rule: string
}

export interface ExceptionNamed<Name extends ExceptionName> extends ExceptionTraits, BrokenRule {
  readonly name: Name
  /** The sentence of the rule that is broken. */
  readonly message: string
  /** The resource that it is about; absent where the request names no store, key or alias. */
  readonly resource?: Resource
  /**
   * The other editions of AWS's text whose rule about the ConnectionState does not refuse this; other rules may. Absent where
   * that of every edition does.
   */
  readonly allowedBy?: ReadonlyArray<EditionName>
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
