import { isCloudHsm, isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'

/**
 * The requests of a plan, as they are shown and as they are tried. What only the caller can know is a placeholder in angle
 * brackets, secrets among it; no identifier has that form, so none is taken for one that is in use.
 */

const placeholders = {
  NewCustomKeyStoreName: '<new name>',
  KeyStorePassword: '<password of kmsuser>',
  CloudHsmClusterId: '<cluster id>',
  XksProxyAuthenticationCredential: {
    AccessKeyId: '<access key id>',
    RawSecretAccessKey: '<secret access key>'
  },
  XksProxyUriPath: '<path>',
  XksProxyUriEndpoint: '<endpoint>',
  XksProxyVpcEndpointServiceName: '<service name>',
  XksProxyVpcEndpointServiceOwner: '<account id>'
} as const satisfies Record<Exclude<UpdatableMember, 'XksProxyConnectivity'>, unknown>

/** The values that follow from a change of connectivity, to the one that the store does not have. */
const connectivityChange = (store: CustomKeyStore) =>
  isExternal(store) && store.XksProxyConfiguration.Connectivity === 'VPC_ENDPOINT_SERVICE'
    ? { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyVpcEndpointServiceName: '' }
    : { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' }

/** An update of the store that carries these members. */
export const updateOf = (
  store: CustomKeyStore,
  members: ReadonlyArray<UpdatableMember>
): UpdateCustomKeyStoreRequest => {
  const values: Readonly<Record<string, unknown>> = {
    ...placeholders,
    ...(members.includes('XksProxyConnectivity') && connectivityChange(store))
  }
  const carried = members.map((member) => [member, values[member]] as const)
  return { CustomKeyStoreId: store.CustomKeyStoreId, ...Object.fromEntries(carried) }
}

/** A request for a key in the store. */
export const createKeyIn = (store: CustomKeyStore): CreateKeyRequest => {
  const { CustomKeyStoreId, CustomKeyStoreType: Origin } = store
  const XksKeyId = '<id of the external key>'
  const request = isCloudHsm(store) ? { CustomKeyStoreId, Origin } : { CustomKeyStoreId, Origin, XksKeyId }
  return request as CreateKeyRequest
}
