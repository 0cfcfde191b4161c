import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ValidationException } from '../exceptions/commonErrors.js'
import type { UpdateException } from '../exceptions/documentedExceptions.js'
import type { BackingKeyStore, Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore, StoreIn } from '../model/CustomKeyStore.js'
import type { AccountId } from '../model/identifiers.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { clusterExists, clusterIsActive, clusterIsRelated } from '../rules/cluster.js'
import { membersAreUpdatable } from '../rules/connectionState.js'
import { defaultEdition, type EditionName, type UpdatableStateOf } from '../editions/editions.js'
import { nameIsFree } from '../rules/otherStores.js'
import { enforce, unless, when } from '../rules/Rule.js'
import { kmsSucceeds } from '../rules/service.js'
import {
  changeToPublicNamesEndpoint,
  changeToVpcNamesEndpointAndService,
  membersBelongToTheTypeOfStore,
  serviceIsNamedForVpcOnly
} from '../rules/updateMembers.js'
import { configurationAfter, withChanges } from './changes.js'
import { clusterIsFit } from './clusterRequirements.js'
import { proxyAddressIsFree, proxyPassesTheTest, vpcEndpointServiceIsFit } from './proxyRequirements.js'

/** What stands behind the store as it would be after the update, and the other stores that the account has in the Region. */
export interface UpdateFacts extends BackingKeyStore, Service {
  readonly others: ReadonlyArray<CustomKeyStore>
  readonly account?: AccountId
}

const namesACluster = ({ request }: { readonly request: UpdateCustomKeyStoreRequest }): boolean =>
  request.CloudHsmClusterId !== undefined

/** @assumes A12, A13, A14 */
export const updateRules = <N extends EditionName>(edition: N) =>
  [
    unless(membersBelongToTheTypeOfStore, 'ValidationException'),
    unless(changeToVpcNamesEndpointAndService, 'ValidationException'),
    unless(changeToPublicNamesEndpoint, 'ValidationException'),
    unless(serviceIsNamedForVpcOnly, 'ValidationException'),
    unless(membersAreUpdatable(edition), 'CustomKeyStoreInvalidStateException'),
    unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
    when(namesACluster, unless(clusterExists, 'CloudHsmClusterNotFoundException')),
    unless(clusterIsRelated, 'CloudHsmClusterNotRelatedException'),
    unless(clusterIsActive, 'CloudHsmClusterNotActiveException'),
    ...clusterIsFit,
    ...proxyAddressIsFree,
    ...vpcEndpointServiceIsFit,
    ...proxyPassesTheTest,
    unless(kmsSucceeds, 'KMSInternalException')
  ] as const

/** What the rules look at: the cluster only when the request names one, the proxy only when it would be another. */
export const givenUpdate = (
  { cluster, proxy, vpcEndpointService, others, account, failure }: UpdateFacts,
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore
) => ({
  store,
  request,
  proxy,
  vpcEndpointService,
  account,
  failure,
  name: request.NewCustomKeyStoreName,
  others: others.filter((other) => other.CustomKeyStoreId !== store.CustomKeyStoreId),
  cluster: namesACluster({ request }) ? cluster : undefined,
  configuration: configurationAfter(request, store)
})

export const updateUnder = <N extends EditionName>(edition: N) => {
  const allow = enforce(updateRules(edition))
  return (facts: UpdateFacts) =>
    (request: UpdateCustomKeyStoreRequest) =>
    (store: CustomKeyStore): E.Either<UpdateException | ValidationException, StoreIn<UpdatableStateOf<N>>> =>
      pipe(givenUpdate(facts, request, store), allow, E.map(withChanges))
}

/**
 * Changes properties of a custom key store, all that the request carries or none. The ConnectionState stays as it is.
 *
 * @see API_UpdateCustomKeyStore
 */
export const update = updateUnder(defaultEdition)
