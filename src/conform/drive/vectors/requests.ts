import { isCloudHsm, type CustomKeyStore } from '../../../model/CustomKeyStore.js'
import type { KmsKey } from '../../../model/KmsKey.js'
import type { Grant } from '../../../model/Grant.js'
import { exampleRequest } from '../../../possible/exampleRequests.js'
import type { Members } from '../../Exchange.js'

/** The requests that make what a vector says there is, in the vector's own words. */

/** A Create of a store. What no Describe shows, such as a password, is that of the examples. */
export const createStore = (store: CustomKeyStore): Members => {
  const { CustomKeyStoreName } = store
  if (isCloudHsm(store)) {
    const { CloudHsmClusterId, TrustAnchorCertificate } = store
    return {
      ...exampleRequest('CreateCustomKeyStore', 'AWS_CLOUDHSM'),
      CustomKeyStoreName,
      CloudHsmClusterId,
      TrustAnchorCertificate
    }
  }
  const { Connectivity, UriEndpoint, UriPath } = store.XksProxyConfiguration
  return {
    ...exampleRequest('CreateCustomKeyStore', Connectivity),
    CustomKeyStoreName,
    XksProxyUriEndpoint: UriEndpoint,
    XksProxyUriPath: UriPath,
    ...('VpcEndpointServiceName' in store.XksProxyConfiguration && {
      XksProxyVpcEndpointServiceName: store.XksProxyConfiguration.VpcEndpointServiceName
    })
  }
}

export const createKey = (key: KmsKey): Members => ({
  CustomKeyStoreId: key.CustomKeyStoreId,
  Origin: key.Origin,
  ...(key.Origin === 'EXTERNAL_KEY_STORE' && { XksKeyId: key.XksKeyConfiguration.Id })
})

export const createGrant = ({ KeyId }: KmsKey, grant: Grant): Members => ({
  KeyId,
  GranteePrincipal: grant.GranteePrincipal,
  RetiringPrincipal: grant.RetiringPrincipal,
  Operations: grant.Operations
})
