import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CreateException } from '../exceptions/documentedExceptions.js'
import type { Disconnected, ExternalKeyStore } from '../model/CustomKeyStore.js'
import type { CreateExternalKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { nameIsFree, storeQuotaIsNotReached } from '../rules/otherStores.js'
import type { WithProxy } from '../rules/proxy.js'
import { enforce, unless, when } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import type { CreateFacts } from './create.js'
import { proxyAddressIsFree, proxyPassesTheTest, vpcEndpointServiceIsFit } from './proxyRequirements.js'

const isPublic = ({ configuration }: WithProxy): boolean => configuration?.Connectivity === 'PUBLIC_ENDPOINT'

/** @assumes A19 */
export const createExternalKeyStoreRules = [
  unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
  unless(storeQuotaIsNotReached, 'LimitExceededException'),
  ...proxyAddressIsFree,
  ...vpcEndpointServiceIsFit,
  ...proxyPassesTheTest.map((rule) => when(isPublic, rule)),
  unless(kmsSucceeds, 'KMSInternalException')
] as const

/** The proxy configuration that a request asks for. */
export const configurationOf = (request: CreateExternalKeyStoreRequest): XksProxyConfiguration => {
  const { XksProxyUriEndpoint: UriEndpoint, XksProxyUriPath: UriPath } = request
  const { AccessKeyId } = request.XksProxyAuthenticationCredential
  if (request.XksProxyConnectivity === 'PUBLIC_ENDPOINT') {
    return { Connectivity: 'PUBLIC_ENDPOINT', AccessKeyId, UriEndpoint, UriPath }
  }
  const { XksProxyVpcEndpointServiceName: VpcEndpointServiceName, XksProxyVpcEndpointServiceOwner: owner } =
    request
  return {
    Connectivity: 'VPC_ENDPOINT_SERVICE',
    AccessKeyId,
    UriEndpoint,
    UriPath,
    VpcEndpointServiceName,
    ...(owner !== undefined && { VpcEndpointServiceOwner: owner })
  }
}

/** What the rules look at. */
export const givenExternal = (
  { others, storeQuota, proxy, vpcEndpointService, account, failure }: CreateFacts,
  request: CreateExternalKeyStoreRequest
) => ({
  others,
  storeQuota,
  proxy,
  vpcEndpointService,
  account,
  failure,
  name: request.CustomKeyStoreName,
  configuration: configurationOf(request)
})

const allow = enforce(createExternalKeyStoreRules)

/** Makes a store for an external key store proxy. */
export const createExternalKeyStore =
  (facts: CreateFacts) =>
  (request: CreateExternalKeyStoreRequest): E.Either<CreateException, ExternalKeyStore & Disconnected> =>
    pipe(
      givenExternal(facts, request),
      allow,
      E.map(({ configuration }) => ({
        CustomKeyStoreId: facts.CustomKeyStoreId,
        CustomKeyStoreName: request.CustomKeyStoreName,
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        XksProxyConfiguration: configuration,
        ConnectionState: 'DISCONNECTED',
        CreationDate: facts.CreationDate,
        attempt: 0
      }))
    )
