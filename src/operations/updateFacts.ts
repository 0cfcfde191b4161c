import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { AccountId } from '../model/identifiers.js'
import { storesInTheWay } from '../model/inTheWay.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { behindAfter, carriesProxy, configurationAfter } from './changes.js'
import type { AboutStore } from './Stage.js'

/** The backing key store as the update would leave it, and the other stores that the account has in the Region. */
export interface UpdateFacts extends BackingKeyStore, WithFailure {
  readonly others: ReadonlyArray<CustomKeyStore>
  /** The stores that other accounts have in the Region; none if absent. */
  readonly storesOfOtherAccounts?: ReadonlyArray<CustomKeyStore> | undefined
  readonly account?: AccountId
  readonly region?: string
}

type Given = Pick<Circumstances, 'infrastructure' | 'storesOfOtherAccounts' | 'failure'>

/** Among the facts, no other stores but those that can be in the way. */
export const updateFactsOf = ({
  given,
  request,
  account,
  found: { store }
}: AboutStore<Given, UpdateCustomKeyStoreRequest, Account>): UpdateFacts => {
  const { cluster, proxy, vpcEndpointService } = behindAfter(given, request, store)
  const configuration = carriesProxy(request) ? configurationAfter(request, store) : undefined
  return {
    cluster,
    proxy,
    vpcEndpointService,
    others: storesInTheWay(account, { name: request.NewCustomKeyStoreName, configuration }),
    storesOfOtherAccounts: configuration && given.storesOfOtherAccounts?.(configuration),
    failure: given.failure,
    account: account.AccountId,
    region: account.Region
  }
}
