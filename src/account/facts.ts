import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { BackingKeyStore } from '../model/BackingKeyStore.js'
import type { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { configurationAfter } from '../operations/changes.js'
import type { ConnectFacts } from '../operations/connect.js'
import type { CreateFacts } from '../operations/create.js'
import { configurationOf } from '../operations/createExternalKeyStore.js'
import type { CreateKeyFacts } from '../operations/createKey.js'
import type { DeleteFacts } from '../operations/delete.js'
import type { UpdateFacts } from '../operations/update.js'
import type { UseKeyFacts } from '../operations/useKey.js'
import { keyArn, keysOf, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { behind, behindConfiguration } from '../model/Infrastructure.js'

/** What each operation on one store is told, found in the account and in the circumstances of the request. */

const behindRequest = (
  { infrastructure }: Circumstances,
  request: CreateCustomKeyStoreRequest
): BackingKeyStore =>
  request.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? { cluster: infrastructure.cluster(request.CloudHsmClusterId) }
    : behindConfiguration(infrastructure, configurationOf(request))

export const createFacts = (
  given: Circumstances,
  request: CreateCustomKeyStoreRequest,
  account: Account
): CreateFacts => ({
  ...given,
  ...behindRequest(given, request),
  account: account.AccountId,
  others: account.stores,
  CustomKeyStoreId: given.newCustomKeyStoreId,
  CreationDate: given.now
})

export const connectFacts = (given: Circumstances, store: CustomKeyStore): ConnectFacts => ({
  ...given,
  ...behind(given.infrastructure, store)
})

const behindUpdate = (
  { infrastructure }: Circumstances,
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore
): BackingKeyStore => {
  const configuration = configurationAfter(request, store)
  return {
    cluster: request.CloudHsmClusterId && infrastructure.cluster(request.CloudHsmClusterId),
    ...(configuration && behindConfiguration(infrastructure, configuration))
  }
}

export const updateFacts = (
  given: Circumstances,
  request: UpdateCustomKeyStoreRequest,
  store: CustomKeyStore,
  account: Account
): UpdateFacts => ({
  ...given,
  ...behindUpdate(given, request, store),
  account: account.AccountId,
  others: account.stores
})

export const deleteFacts = (given: Circumstances, store: CustomKeyStore, account: Account): DeleteFacts => ({
  ...given,
  keys: keysOf(account, store)
})

export const createKeyFacts = (
  given: Circumstances,
  store: CustomKeyStore,
  account: Account
): CreateKeyFacts => ({
  ...given,
  ...behind(given.infrastructure, store),
  keys: keysOf(account, store),
  keysOfAccount: account.keys.length,
  KeyId: given.newKeyId,
  Arn: keyArn(account, given.newKeyId),
  CreationDate: given.now
})

export const useKeyFacts = (given: Circumstances, store: CustomKeyStore): UseKeyFacts => ({
  ...given,
  ...behind(given.infrastructure, store)
})
