import { defaultEdition, ofInvalidState, type EditionName } from '../editions/editions.js'
import { membersHaveStatesOfTheirOwn, statedOfUpdate } from '../editions/updatableMembers.js'
import { withStore } from '../model/Account.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { Nothing } from '../model/responses/shown.js'
import { clusterExists, clusterIsActive, clusterIsRelated } from '../rules/cluster.js'
import {
  membersAreUpdatable,
  someMemberIsUpdatable,
  someMemberMayBeUpdated,
  updateIsAllowed,
  updateInOtherStates,
  updateIsValidAsAWhole
} from '../rules/connectionState.js'
import {
  passwordIsHeld,
  serviceIsRemoved,
  stateIsKept,
  storeMayKeepItsName,
  updateOfNothingChangesNothing
} from '../rules/effects.js'
import { nameIsFree } from '../rules/otherStores.js'
import { assuming, disputed, neverAsked, unless } from '../rules/Rule.js'
import { eachWhen, guard, when } from '../rules/when.js'
import { kmsSucceeds } from '../rules/service.js'
import {
  changeToPublicNamesEndpoint,
  changeToVpcNamesEndpointAndService,
  endpointChangesWithConnectivity,
  membersBelongToTheTypeOfStore,
  serviceIsNamedForVpcOnly
} from '../rules/updateMembers.js'
import { carriesProxy, configurationAfter, namesAfter, withChanges } from './changes.js'
import { clusterIsFit } from './clusterRequirements.js'
import { decision } from './Decision.js'
import { onStoreAsRequested } from './onStore.js'
import { nothing } from './Operation.js'
import { passwordPutRight } from './passwordPutRight.js'
import { proxyAddressIsFree, proxyPassesTheTest, vpcEndpointServiceIsFit } from './proxyRequirements.js'
import { updateFactsOf, type UpdateFacts } from './updateFacts.js'
import { demandedList } from '../wrongArgument.js'

interface Requested {
  readonly request: UpdateCustomKeyStoreRequest
}

const namesACluster = guard(
  'the request has a CloudHsmClusterId',
  ({ request }: Requested) => request.CloudHsmClusterId !== undefined
)
const keepsCluster = guard(
  'the request has no CloudHsmClusterId',
  ({ request }: Requested) => request.CloudHsmClusterId === undefined
)
const hasCluster = guard(
  'the store is of the type AWS_CLOUDHSM',
  ({ store }: { readonly store: CustomKeyStore }) => isCloudHsm(store)
)
const changesProxy = guard('the request has a member of the proxy', ({ request }: Requested) =>
  carriesProxy(request)
)
const changesNameAlone = guard(
  'the request has a NewCustomKeyStoreName and no member of the proxy',
  ({ request }: Requested) => request.NewCustomKeyStoreName !== undefined && !carriesProxy(request)
)

const clusterIsThere = when(hasCluster, unless(clusterExists, 'CloudHsmClusterNotFoundException'))
const clusterIsReady = [
  unless(clusterIsActive, 'CloudHsmClusterNotActiveException'),
  ...clusterIsFit
] as const

const invalidState = 'CustomKeyStoreInvalidStateException'
const noneNamed = { openTo: 'any exception' } as const

const decides = <N extends EditionName>(edition: N) =>
  decision(
    [
      unless(membersBelongToTheTypeOfStore, 'ValidationException', noneNamed),
      unless(changeToVpcNamesEndpointAndService, 'ValidationException', noneNamed),
      unless(changeToPublicNamesEndpoint, 'ValidationException', noneNamed),
      neverAsked(unless(endpointChangesWithConnectivity, 'ValidationException', noneNamed), ['A66']),
      unless(serviceIsNamedForVpcOnly, 'ValidationException', noneNamed),
      ...statedOfUpdate(edition).map((stated) =>
        disputed(
          edition,
          unless(membersAreUpdatable(edition, stated), invalidState, ofInvalidState(edition)),
          updateIsAllowed
        )
      ),
      ...(membersHaveStatesOfTheirOwn(edition) ? statedOfUpdate(edition) : []).map((stated) =>
        disputed(
          edition,
          unless(updateIsValidAsAWhole(edition, stated), invalidState, ofInvalidState(edition)),
          updateIsAllowed
        )
      ),
      unless(nameIsFree, 'CustomKeyStoreNameInUseException'),
      when(namesACluster, clusterIsThere),
      when(namesACluster, unless(clusterIsRelated, 'CloudHsmClusterNotRelatedException')),
      ...eachWhen(namesACluster, clusterIsReady),
      ...[clusterIsThere, ...clusterIsReady].map((rule) => when(keepsCluster, assuming(['A62'], rule))),
      ...eachWhen(changesProxy, proxyAddressIsFree),
      ...eachWhen(changesProxy, vpcEndpointServiceIsFit, ['A14']),
      ...eachWhen(changesProxy, proxyPassesTheTest),
      ...proxyPassesTheTest.map((rule) => when(changesNameAlone, assuming(['A63'], rule))),
      unless(kmsSucceeds, 'KMSInternalException')
    ],
    [
      stateIsKept,
      ...updateInOtherStates(edition),
      updateOfNothingChangesNothing,
      storeMayKeepItsName,
      serviceIsRemoved,
      passwordIsHeld
    ],
    (known) => withChanges({ ...known, cluster: namesACluster.is(known) ? known.cluster : undefined })
  )

export const updateUnder = <N extends EditionName>(edition: N) =>
  onStoreAsRequested({
    operation: 'UpdateCustomKeyStore',
    source: 'API_UpdateCustomKeyStore',
    permission: 'kms:UpdateCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore'
    ],
    request: UpdateCustomKeyStoreRequest,
    response: Nothing,
    inState: statedOfUpdate(edition).map((stated) =>
      disputed(edition, unless(someMemberIsUpdatable(edition, stated), invalidState), someMemberMayBeUpdated)
    ),
    // The members for which KMS checks the backing key store; the values stay the same.
    example: ({ store }) =>
      isCloudHsm(store)
        ? { CloudHsmClusterId: store.CloudHsmClusterId }
        : { XksProxyUriEndpoint: store.XksProxyConfiguration.UriEndpoint },
    facts: updateFactsOf,
    names: namesAfter,
    subject: (
      {
        cluster,
        proxy,
        vpcEndpointService,
        others,
        storesOfOtherAccounts,
        account,
        region,
        failure
      }: UpdateFacts,
      request,
      store
    ) => ({
      store,
      request,
      proxy,
      vpcEndpointService,
      account,
      region,
      failure,
      storesOfOtherAccounts,
      name: request.NewCustomKeyStoreName,
      others: demandedList('UpdateCustomKeyStore', 'others', others).filter(
        (other) => other.CustomKeyStoreId !== store.CustomKeyStoreId
      ),
      cluster: isCloudHsm(store) ? cluster : undefined,
      configuration: configurationAfter(request, store)
    }),
    putsRight: passwordPutRight,
    decides: decides(edition),
    answer: (after, { account }) => [nothing, withStore(account, after)]
  })

/**
 * Changes properties of a custom key store, all that the request carries or none. The ConnectionState stays as it is.
 * Takes the backing key store as the update would leave it, the other stores, the request and the store. A member
 * that a state allows under other editions is in `updatableMembers`.
 *
 * Store states: DISCONNECTED. Refused with: CustomKeyStoreNotFoundException, ValidationException,
 * CustomKeyStoreInvalidStateException, CustomKeyStoreNameInUseException, CloudHsmClusterNotFoundException,
 * CloudHsmClusterNotRelatedException, CloudHsmClusterNotActiveException,
 * CloudHsmClusterInvalidConfigurationException, XksProxyUriInUseException, XksProxyUriEndpointInUseException,
 * XksProxyVpcEndpointServiceInUseException, XksProxyVpcEndpointServiceNotFoundException,
 * XksProxyVpcEndpointServiceInvalidConfigurationException, XksProxyUriUnreachableException,
 * XksProxyInvalidConfigurationException, XksProxyIncorrectAuthenticationCredentialException,
 * XksProxyInvalidResponseException, KMSInternalException.
 *
 * @example
 * const { CustomKeyStoreId } = external
 * const request = { CustomKeyStoreId, NewCustomKeyStoreName: 'new' as cks.CustomKeyStoreName }
 * const renamed = cks.update({ ...cks.behind(cks.healthyInfrastructure, external), others: [] })(request)(external)
 * pipe(renamed, E.map(({ CustomKeyStoreName }) => CustomKeyStoreName)) //=> E.right('new')
 * @see API_UpdateCustomKeyStore
 */
export const update = updateUnder(defaultEdition)
