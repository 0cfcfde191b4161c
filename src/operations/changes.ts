import type { BackingKeyStore } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import { behindConfiguration } from '../model/Infrastructure.js'
import type { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { NamesBehind } from '../model/fitting.js'
import type { CustomKeyStoreName } from '../model/identifiers.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'

/** Whether a request carries anything of a proxy configuration, or its credential. */
export const carriesProxy = (request: UpdateCustomKeyStoreRequest): boolean =>
  request.XksProxyAuthenticationCredential !== undefined ||
  request.XksProxyConnectivity !== undefined ||
  request.XksProxyUriEndpoint !== undefined ||
  request.XksProxyUriPath !== undefined ||
  request.XksProxyVpcEndpointServiceName !== undefined ||
  request.XksProxyVpcEndpointServiceOwner !== undefined

/** The proxy configuration as it would be after the request, where that is complete. */
export const configurationAfter = (
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore
): XksProxyConfiguration | undefined => {
  if (!isExternal(store)) return undefined
  const before = store.XksProxyConfiguration
  const Connectivity = request.XksProxyConnectivity ?? before.Connectivity
  const AccessKeyId = request.XksProxyAuthenticationCredential?.AccessKeyId ?? before.AccessKeyId
  const UriEndpoint = request.XksProxyUriEndpoint ?? before.UriEndpoint
  const UriPath = request.XksProxyUriPath ?? before.UriPath
  if (Connectivity === 'PUBLIC_ENDPOINT') return { Connectivity, AccessKeyId, UriEndpoint, UriPath }
  const service = before.Connectivity === Connectivity ? before : undefined
  const VpcEndpointServiceName = request.XksProxyVpcEndpointServiceName ?? service?.VpcEndpointServiceName
  const owner = request.XksProxyVpcEndpointServiceOwner ?? service?.VpcEndpointServiceOwner
  if (VpcEndpointServiceName === undefined || VpcEndpointServiceName === '') return undefined
  return {
    Connectivity,
    AccessKeyId,
    UriEndpoint,
    UriPath,
    VpcEndpointServiceName,
    ...(owner !== undefined && { VpcEndpointServiceOwner: owner })
  }
}

/** The members of a store of type `S` that an update changes; a member that is undefined stays as it is. */
interface Changes<S extends CustomKeyStore> {
  readonly store: S
  readonly name?: CustomKeyStoreName | undefined
  readonly cluster?: CloudHsmCluster | undefined
  readonly configuration?: XksProxyConfiguration | undefined
}

/** The store with the changes, in the state in which it was. */
export const withChanges = <S extends CustomKeyStore>({
  store,
  name,
  cluster,
  configuration
}: Changes<S>): S => {
  const CustomKeyStoreName = name ?? store.CustomKeyStoreName
  if (isExternal<CustomKeyStore>(store)) {
    return {
      ...store,
      CustomKeyStoreName,
      XksProxyConfiguration: configuration ?? store.XksProxyConfiguration
    }
  }
  return {
    ...store,
    CustomKeyStoreName,
    CloudHsmClusterId: cluster?.clusterId ?? store.CloudHsmClusterId,
    clusterCertificate: cluster?.certificate ?? store.clusterCertificate
  }
}

/** The names of what stands behind the store as the update would leave it; none where the configuration is incomplete. */
export const namesAfter = (request: UpdateCustomKeyStoreRequest, store: CustomKeyStore): NamesBehind =>
  isCloudHsm(store)
    ? { cluster: request.CloudHsmClusterId ?? store.CloudHsmClusterId }
    : { configuration: configurationAfter(request, store) }

/** The backing key store as the update would leave it. */
export const behindAfter = (
  { infrastructure }: Pick<Circumstances, 'infrastructure'>,
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore
): BackingKeyStore => {
  if (isCloudHsm(store)) {
    return { cluster: infrastructure.cluster(request.CloudHsmClusterId ?? store.CloudHsmClusterId) }
  }
  const configuration = configurationAfter(request, store)
  return configuration === undefined ? {} : behindConfiguration(infrastructure, configuration)
}
