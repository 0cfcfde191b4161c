import { storeWithId, type Account } from '../model/Account.js'
import { isCloudHsm } from '../model/CustomKeyStore.js'
import type { Infrastructure } from '../model/Infrastructure.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'

/** A new password is taken for that of kmsuser, until the facts say otherwise. */
export const passwordPutRight = (
  infrastructure: Infrastructure,
  { CustomKeyStoreId: id, KeyStorePassword }: UpdateCustomKeyStoreRequest,
  account: Account
): object | undefined => {
  const store = storeWithId(account, id)
  if (KeyStorePassword === undefined || store === undefined || !isCloudHsm(store)) return undefined
  const clusterId = store.CloudHsmClusterId
  const kmsuser = infrastructure.cluster(clusterId)?.kmsuser
  return kmsuser?.passwordMatches === false
    ? { clusters: [{ clusterId, kmsuser: { passwordMatches: kmsuser.nextPasswordMatches ?? true } }] }
    : undefined
}
