import type { WithPrincipal } from '../model/BackingKeyStore.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import type { XksKeyId } from '../model/identifiers.js'
import { deniesKey, deniesPrincipal, type XksProxy } from '../model/XksProxy.js'
import { about, claim } from '../Claim.js'

/** A subject of which the configuration of an external key store is a part, and what stands behind it. */
export interface WithProxy {
  readonly configuration?: XksProxyConfiguration | undefined
  readonly proxy?: XksProxy | undefined
}

const behindStore = {
  outside: 'backing key store',
  concerns: { kind: 'external key store proxy' }
} as const

/** How claims about the proxy apply and hold. A proxy that does not exist cannot be reached, and no other claim is about it. */
const ofProxy = about(
  ({ configuration, proxy }: WithProxy & WithPrincipal) => configuration && proxy,
  behindStore
)

const ofConfiguration = about(({ configuration }: WithProxy) => configuration, behindStore)

/** Something answers at the endpoint. */
export const proxyIsReachable = claim<WithProxy>({
  name: 'proxyIsReachable',
  says: 'The external key store proxy must be reachable at its endpoint.',
  source: 'xks-troubleshooting',
  assumes: ['A45'],
  ...ofConfiguration((_, { proxy }) => proxy?.reachable === true)
})

/** Some instance of the external key manager works. */
export const externalKeyManagerIsAvailable = claim<WithProxy>({
  name: 'externalKeyManagerIsAvailable',
  says: 'At least one instance of the external key manager must be available for cryptographic operations.',
  source: 'API_ConnectCustomKeyStore',
  ...ofProxy(({ externalKeyManager }) => externalKeyManager !== 'UNAVAILABLE')
})

/** The proxy does not turn requests away because of their number. */
export const proxyDoesNotThrottle = claim<WithProxy>({
  name: 'proxyDoesNotThrottle',
  says: 'The external key store proxy must not throttle requests.',
  source: 'xks-proxy-api-spec',
  ...ofProxy(({ throttles }) => !throttles)
})

/** TLS version, certificate authority, expiry and host name are as required. */
export const proxyTlsIsValid = claim<WithProxy>({
  name: 'proxyTlsIsValid',
  says: 'The external key store proxy must have a valid TLS configuration: protocol version, certificate authority, expiry and host name.',
  source: 'xks-troubleshooting',
  ...ofProxy(({ tlsIsValid }) => tlsIsValid)
})

/** The proxy replies before KMS gives up. */
export const proxyAnswersInTime = claim<WithProxy>({
  name: 'proxyAnswersInTime',
  says: 'The external key store proxy must answer within the time that AWS KMS allows.',
  source: 'xks-troubleshooting',
  ...ofProxy(({ answersInTime }) => answersInTime)
})

/** The credential that KMS holds is the proxy's. */
export const proxyAcceptsCredential = claim<WithProxy>({
  name: 'proxyAcceptsCredential',
  says: 'The proxy authentication credential must be the one that the external key store proxy accepts.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  ...ofProxy(({ acceptsCredential }) => acceptsCredential)
})

/** The proxy's own rules let KMS in. */
export const proxyAuthorizesKms = claim<WithProxy>({
  name: 'proxyAuthorizesKms',
  says: 'The authorization rules of the external key store proxy must allow the requests of AWS KMS.',
  source: 'xks-troubleshooting',
  ...ofProxy(({ authorizesKms }) => authorizesKms)
})

/** The proxy's own rules let KMS use the external key. */
export const proxyAuthorizesUseOfKey = claim<WithProxy & { readonly xksKeyId?: XksKeyId | undefined }>({
  name: 'proxyAuthorizesUseOfKey',
  says: 'The authorization rules of the external key store proxy must allow requests about the external key.',
  source: 'xks-troubleshooting',
  outside: 'backing key store',
  concerns: { kind: 'external key' },
  applies: ({ configuration, xksKeyId }) => configuration !== undefined && xksKeyId !== undefined,
  holds: ({ proxy, xksKeyId }) => proxy === undefined || xksKeyId === undefined || !deniesKey(proxy, xksKeyId)
})

/** The proxy's own rules let whoever makes the request use external keys. */
export const proxyAuthorizesPrincipal = claim<WithProxy & WithPrincipal>({
  name: 'proxyAuthorizesPrincipal',
  says: 'The authorization rules of the external key store proxy must allow requests about keys of the principal that makes the request.',
  source: 'xks-troubleshooting',
  ...ofProxy((proxy, { principal }) => !deniesPrincipal(proxy, principal))
})

/** The path leads to the proxy. */
export const proxyKnowsUriPath = claim<WithProxy>({
  name: 'proxyKnowsUriPath',
  says: 'The proxy URI path must be the one of the external key store proxy.',
  source: 'xks-troubleshooting',
  ...ofProxy(({ knowsUriPath }) => knowsUriPath)
})

/** KMS can read what the proxy replies. */
export const proxyAnswersAreValid = claim<WithProxy>({
  name: 'proxyAnswersAreValid',
  says: 'The external key store proxy must give answers that AWS KMS can interpret.',
  source: 'API_CreateCustomKeyStore',
  onEachPage: true,
  ...ofProxy(({ answersAreValid }) => answersAreValid)
})

/** The proxy implements what KMS asks for. */
export const proxySupportsRequest = claim<WithProxy>({
  name: 'proxySupportsRequest',
  says: 'The external key store proxy must support the request that AWS KMS makes.',
  source: 'xks-troubleshooting',
  ...ofProxy(({ supportsRequest }) => supportsRequest)
})

/** Nothing else on the way between KMS and the proxy fails. */
export const proxyNetworkIsSound = claim<WithProxy>({
  name: 'proxyNetworkIsSound',
  says: 'The network between AWS KMS and the external key store proxy must work.',
  source: 'API_CustomKeyStoresListEntry',
  ...ofProxy(({ networkIsSound }) => networkIsSound)
})
