import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { CustomKeyStore, Disconnected, ExternalKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId, CustomKeyStoreName } from '../model/identifiers.js'
import type { CreateExternalKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { newStoreIsDisconnected } from '../rules/effects.js'
import { nameIsFree, storeQuotaIsNotReached } from '../rules/otherStores.js'
import type { WithProxy } from '../rules/proxy.js'
import { unless } from '../rules/Rule.js'
import { eachWhen, guard } from '../rules/when.js'
import { kmsSucceeds } from '../rules/service.js'
import type { NewStore } from './createCloudHsmKeyStore.js'
import { decision } from './Decision.js'
import { proxyAddressIsFree, proxyPassesTheTest, vpcEndpointServiceIsFit } from './proxyRequirements.js'

/** A store for an external key store proxy, as it is asked for, among the other stores of the account. */
export interface NewExternalKeyStore
  extends NewStore, WithFailure, Pick<BackingKeyStore, 'proxy' | 'vpcEndpointService'> {
  readonly request: CreateExternalKeyStoreRequest
  readonly name: CustomKeyStoreName
  readonly others: ReadonlyArray<CustomKeyStore>
  readonly storesOfOtherAccounts?: ReadonlyArray<CustomKeyStore> | undefined
  readonly numberOfOthers?: number | undefined
  readonly storeQuota?: number | undefined
  readonly account?: AccountId | undefined
  readonly region?: string | undefined
  readonly configuration: XksProxyConfiguration
}

const isPublic = guard(
  'XksProxyConnectivity is PUBLIC_ENDPOINT',
  ({ configuration }: WithProxy) => configuration?.Connectivity === 'PUBLIC_ENDPOINT'
)

/** Makes a store for an external key store proxy. */
export const createsExternalKeyStore = decision(
  [
    unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
    unless(storeQuotaIsNotReached, 'LimitExceededException'),
    ...proxyAddressIsFree,
    ...vpcEndpointServiceIsFit,
    ...eachWhen(isPublic, proxyPassesTheTest),
    unless(kmsSucceeds, 'KMSInternalException')
  ],
  [newStoreIsDisconnected('create-xks-keystore')],
  (
    _,
    { request, configuration, CustomKeyStoreId, CreationDate }: NewExternalKeyStore
  ): ExternalKeyStore & Disconnected => ({
    CustomKeyStoreId,
    CustomKeyStoreName: request.CustomKeyStoreName,
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConfiguration: configuration,
    ConnectionState: 'DISCONNECTED',
    CreationDate,
    attempt: 0
  })
)

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
