import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import type { XksKeyId } from './identifiers.js'
import type { Telling } from '../codec/Member.js'
import { struct } from '../codec/struct.js'
import { XksProxyUriEndpoint, XksProxyUriPath } from './identifiers.js'

/**
 * @example
 * cks.ExternalKey.is({ keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' }) //=> true
 */
export const ExternalKey = struct(
  'ExternalKey',
  { keySpec: t.string, keyUsage: t.readonlyArray(t.string), keyStatus: t.string },
  {}
)
/**
 * A key of the external key manager, as the proxy describes it: `AES_256`, `ENCRYPT` and `DECRYPT`, `ENABLED`.
 *
 * @see xks-proxy-api-spec
 */
export interface ExternalKey extends Readonly<t.TypeOf<typeof ExternalKey>> {}

const ExternalKeys = t.union([t.literal('any'), t.record(t.string, ExternalKey)], 'ExternalKeys')

const proxy = struct(
  'XksProxy',
  {
    uriEndpoint: asShown(XksProxyUriEndpoint),
    uriPath: asShown(XksProxyUriPath),
    reachable: t.boolean,
    tlsIsValid: t.boolean,
    answersInTime: t.boolean,
    throttles: t.boolean,
    acceptsCredential: t.boolean,
    authorizesKms: t.boolean,
    knowsUriPath: t.boolean,
    answersAreValid: t.boolean,
    supportsRequest: t.boolean,
    networkIsSound: t.boolean,
    externalKeyManager: t.keyof({ ACTIVE: null, DEGRADED: null, UNAVAILABLE: null }),
    externalKeys: ExternalKeys
  },
  {
    deniedKeys: t.union([t.literal('any'), t.readonlyArray(t.string)], 'DeniedKeys'),
    deniedPrincipals: t.readonlyArray(t.string, 'DeniedPrincipals')
  }
)

/**
 * The facts about an external key store proxy and the key manager behind it, which the caller gives.
 *
 * - `uriEndpoint`, `uriPath`: its address.
 * - `reachable`: the endpoint can be connected to. `answersInTime`: it replies soon enough. `throttles`: it turns
 *   requests away because there are too many.
 * - `tlsIsValid`: version, certificate authority, expiry and host name are as required.
 * - `acceptsCredential`: the credential that KMS holds is the proxy's. `authorizesKms`: its own rules let KMS in.
 * - `deniedKeys`: the external keys, by XksKeyId, about which its own rules deny requests; `'any'`: all of them.
 *   `deniedPrincipals`: the principals, by ARN, whose requests they deny. Its health can be asked for all the same.
 * - `knowsUriPath`: the path leads to the proxy. `answersAreValid`: KMS can read the replies. `supportsRequest`: the
 *   proxy implements what KMS asks for.
 * - `networkIsSound`: nothing else on the way between KMS and the proxy fails.
 * - `externalKeyManager`: the health of its instances; `UNAVAILABLE` when none works.
 * - `externalKeys`: the keys it has, by XksKeyId; `'any'`: whichever is asked for exists and is fit for use.
 *
 * @see xks-proxy-api-spec
 */
export interface XksProxy extends Readonly<t.TypeOf<typeof proxy>> {}

/**
 * @example
 * cks.XksProxy.is(cks.behind(cks.healthyInfrastructure, external).proxy) //=> true
 */
export const XksProxy: Telling<t.Type<XksProxy, unknown>> = proxy

/**
 * A proxy without a fault, whose key manager has every key that is asked for.
 *
 * @example
 * const { proxy } = cks.behind(cks.healthyInfrastructure, external)
 * proxy?.answersInTime //=> true
 */
export const healthyProxy = (uriEndpoint: XksProxyUriEndpoint, uriPath: XksProxyUriPath): XksProxy => ({
  uriEndpoint,
  uriPath,
  reachable: true,
  tlsIsValid: true,
  answersInTime: true,
  throttles: false,
  acceptsCredential: true,
  authorizesKms: true,
  knowsUriPath: true,
  answersAreValid: true,
  supportsRequest: true,
  networkIsSound: true,
  externalKeyManager: 'ACTIVE',
  externalKeys: 'any'
})

/** An external key that a KMS key can stand for. */
export const healthyExternalKey: ExternalKey = {
  keySpec: 'AES_256',
  keyUsage: ['ENCRYPT', 'DECRYPT'],
  keyStatus: 'ENABLED'
}

/** Whether the rules of the proxy deny requests about an external key. */
export const deniesKey = ({ deniedKeys = [] }: XksProxy, id: XksKeyId): boolean =>
  deniedKeys === 'any' || deniedKeys.includes(id)

/** Whether the rules of the proxy deny what a principal asks for; of one that is not known they do not. */
export const deniesPrincipal = (
  { deniedPrincipals = [] }: XksProxy,
  principal: string | undefined
): boolean => principal !== undefined && deniedPrincipals.includes(principal)

/** The external key of that id, if the key manager has one. */
export const externalKey = (proxy: XksProxy, id: XksKeyId): ExternalKey | undefined => {
  if (proxy.externalKeys === 'any') return healthyExternalKey
  return Object.hasOwn(proxy.externalKeys, id) ? proxy.externalKeys[id] : undefined
}
