import { isExternal, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { XksProxyConnectivity } from '../model/XksProxyConfiguration.js'
import { membersOf } from '../editions/updatableMembers.js'
import { claim } from '../Claim.js'

export interface Update {
  readonly store: CustomKeyStore
  readonly request: UpdateCustomKeyStoreRequest
}

/** Every member of the request belongs to the type of the store. */
export const membersBelongToTheTypeOfStore = claim<Update>({
  name: 'membersBelongToTheTypeOfStore',
  says: 'An update must not carry a member of the other type of custom key store.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A2'],
  holds: ({ store, request }) => {
    const own: ReadonlyArray<string> = membersOf(store.CustomKeyStoreType)
    return Object.keys(request).every((member) => member === 'CustomKeyStoreId' || own.includes(member))
  }
})

/** The connectivity of an external key store before the update. */
const connectivityBefore = ({ store }: Update): XksProxyConnectivity | undefined =>
  isExternal(store) ? store.XksProxyConfiguration.Connectivity : undefined

/** The connectivity after the update. */
const connectivityAfter = (update: Update): XksProxyConnectivity | undefined =>
  update.request.XksProxyConnectivity ?? connectivityBefore(update)

/** Whether an update changes the connectivity of an external key store to this one. */
export const changesTo = (connectivity: XksProxyConnectivity) => (update: Update) => {
  const before = connectivityBefore(update)
  return before !== undefined && before !== connectivity && connectivityAfter(update) === connectivity
}

/** A change to a VPC endpoint service comes with the endpoint and the name of the service. */
export const changeToVpcNamesEndpointAndService = claim<Update>({
  name: 'changeToVpcNamesEndpointAndService',
  says: 'A change to VPC_ENDPOINT_SERVICE must carry XksProxyUriEndpoint and XksProxyVpcEndpointServiceName.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A2'],
  applies: changesTo('VPC_ENDPOINT_SERVICE'),
  holds: ({ request }) =>
    request.XksProxyUriEndpoint !== undefined && (request.XksProxyVpcEndpointServiceName ?? '') !== ''
})

/** A change to a public endpoint comes with the endpoint. */
export const changeToPublicNamesEndpoint = claim<Update>({
  name: 'changeToPublicNamesEndpoint',
  says: 'A change to PUBLIC_ENDPOINT must carry XksProxyUriEndpoint.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A2'],
  applies: changesTo('PUBLIC_ENDPOINT'),
  holds: ({ request }) => request.XksProxyUriEndpoint !== undefined
})

/** A change of connectivity comes with another endpoint. */
export const endpointChangesWithConnectivity = claim<Update>({
  name: 'endpointChangesWithConnectivity',
  says: 'A change of XksProxyConnectivity must carry an XksProxyUriEndpoint that the store does not have already.',
  source: 'API_UpdateCustomKeyStore',
  assumes: ['A2'],
  applies: (update) => {
    const before = connectivityBefore(update)
    return before !== undefined && before !== connectivityAfter(update)
  },
  holds: ({ store, request }) =>
    !isExternal(store) || request.XksProxyUriEndpoint !== store.XksProxyConfiguration.UriEndpoint
})

/** A store names a VPC endpoint service if and only if it is reached through one. */
export const serviceIsNamedForVpcOnly = claim<Update>({
  name: 'serviceIsNamedForVpcOnly',
  says: 'A VPC endpoint service and its owner must be named for VPC_ENDPOINT_SERVICE only, and the name must not be empty.',
  source: 'API_UpdateCustomKeyStore',
  implied: true,
  assumes: ['A2'],
  applies: ({ store }) => isExternal(store),
  holds: (update) => {
    const { XksProxyVpcEndpointServiceName: name, XksProxyVpcEndpointServiceOwner: owner } = update.request
    return connectivityAfter(update) === 'VPC_ENDPOINT_SERVICE'
      ? name !== ''
      : (name ?? '') === '' && owner === undefined
  }
})
