import { keysOf, type Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import { accountUnder } from '../account/onAccount.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isCloudHsm, isFailed, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { isPendingDeletion } from '../model/KmsKey.js'
import type { UpdatableMember } from '../editions/updatableMembers.js'
import type { EditionName } from '../editions/editions.js'
import { accountId, goodCircumstances } from '../possible/examples.js'
import { faultBehind, infrastructureWith, noFault, type BackingFault } from './faults.js'
import type { Goal, Situation } from './Goal.js'
import { remedies, type Remedy } from './remedies.js'

/**
 * A place in the search: the store and its keys as the real functions see them, how far the remedy has come, and what
 * of the goal has been done.
 */
export interface Node {
  /** With one store, or none once it is deleted. */
  readonly account: Account
  /** The next part of the remedy: the fix outside KMS, then the update, then nothing. */
  readonly remedy: 'fix' | 'update' | 'done'
  readonly updated: boolean
  readonly keyCreated: boolean
}

/** Everything that is constant in a search. */
interface Task {
  readonly now: number
  readonly remedy: Remedy
  readonly fault: BackingFault
  readonly goal: Goal
  /** The members that the goal wants to be updated. */
  readonly members: ReadonlyArray<UpdatableMember>
  readonly deletes: boolean
  /** Whether deletion has to wait for KMS to remove key material from the cluster. */
  readonly removesKeyMaterial: boolean
}

/** A node with its store, the operations and the circumstances. */
export interface Here {
  readonly edition: EditionName
  readonly task: Task
  readonly node: Node
  readonly store: CustomKeyStore
  readonly operations: ReturnType<typeof accountUnder>
  readonly given: Circumstances
}

const nothingToRemedy: Remedy = { means: '', update: [], source: 'API_CustomKeyStoresListEntry' }

const remedyOf = (store: CustomKeyStore): Remedy => {
  if (!isFailed(store)) return nothingToRemedy
  return isCloudHsm(store)
    ? remedies.AWS_CLOUDHSM[store.ConnectionErrorCode]
    : remedies.EXTERNAL_KEY_STORE[store.ConnectionErrorCode]
}

export const taskOf = (goal: Goal, { store, now }: Situation): Task => ({
  now,
  remedy: remedyOf(store),
  fault: faultBehind(store),
  goal,
  members: typeof goal === 'object' ? goal.updated : [],
  deletes: goal === 'deleted' || goal === 'deletedLeavingKeyMaterial',
  removesKeyMaterial: goal === 'deleted' && isCloudHsm(store)
})

/** Where a search begins. */
export const startOf = ({ remedy, members }: Task, { store, keys }: Situation): Node => {
  const found: Account = { AccountId: accountId, Region: '', stores: [store], keys }
  return {
    account: { ...found, keys: keysOf(found, store) },
    remedy: remedy.fix === undefined ? 'done' : 'fix',
    updated: members.length === 0,
    keyCreated: false
  }
}

/** A node whose store still exists, with all that a move looks at. */
export const hereUnder = (edition: EditionName) => {
  const operations = accountUnder(edition)
  return (task: Task, node: Node, store: CustomKeyStore): Here => {
    const infrastructure = infrastructureWith(node.remedy === 'done' ? noFault : task.fault, store)
    const given = { ...goodCircumstances, now: task.now, infrastructure }
    return { edition, task, node, store, operations, given }
  }
}

/** The state of the store; none once it is deleted. */
const stateOf = ({ account }: Node): ConnectionState | undefined => account.stores[0]?.ConnectionState

export const isReached =
  ({ goal, deletes }: Task) =>
  (node: Node): boolean => {
    const state = stateOf(node)
    if (deletes) return state === undefined
    if (goal === 'keyCreated') return node.keyCreated
    if (typeof goal !== 'object') return state === goal
    return node.updated && (goal.and === undefined || state === goal.and)
  }

/**
 * The part of a node that decides what can follow. Names, addresses, the clock, the numbers of attempts and how many keys there
 * are decide nothing: all keys are scheduled for deletion in one move, whose steps are one for each key.
 */
export const identityOf = (node: Node): string =>
  [
    stateOf(node),
    node.remedy,
    node.updated,
    node.keyCreated,
    node.account.keys.some((key) => !isPendingDeletion(key)),
    node.account.keys.some(isPendingDeletion)
  ].join()
