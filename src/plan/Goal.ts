import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'

/** Where a plan begins: a store in any state, the KMS keys in it, and the time in seconds since 1970. */
export interface Situation {
  readonly store: CustomKeyStore
  readonly keys: ReadonlyArray<KmsKey>
  readonly now: number
}

/**
 * Where a plan ends.
 *
 * - `deleted`: the store and its keys are gone. Key material in a cluster is gone as well: a store that is not connected
 *   is connected first, and stays so until the last waiting period is over.
 * - `deletedLeavingKeyMaterial`: the same, but key material may be left behind in the cluster.
 * - `keyCreated`: one more KMS key is in the store.
 * - `updated`: the members have new values, in whichever state the store is then, or CONNECTED.
 */
export type Goal =
  | 'CONNECTED'
  | 'DISCONNECTED'
  | 'deleted'
  | 'deletedLeavingKeyMaterial'
  | 'keyCreated'
  | { readonly updated: ReadonlyArray<UpdatableMember>; readonly and?: 'CONNECTED' }
