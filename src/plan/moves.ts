import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { secondsADay } from '../codec/Duration.js'
import { withStore } from '../model/Account.js'
import { behind } from '../model/Infrastructure.js'
import { withoutExpiredKeys } from '../account/process.js'
import { settle } from '../connection/process.js'
import { isConnected } from '../model/CustomKeyStore.js'
import { isPendingDeletion } from '../model/KmsKey.js'
import { defaultPendingWindowInDays } from '../operations/scheduleKeyDeletion.js'
import { isSettled } from '../questions/isSettled.js'
import { infrastructureWith, noFault } from './faults.js'
import { call, type Moves, type TriedMove } from './tried.js'
import type { Here, Node } from './Node.js'
import type { Call, Obstacle, PlanStep } from './PlanStep.js'
import {
  whyConnect,
  whyCreateKey,
  whyDelete,
  whyDisconnect,
  whyScheduleDeletion,
  whyUpdate,
  whyWait,
  whyWaitForKeys
} from './reasons.js'
import { preparationsFor } from './preparations.js'
import { createKeyIn, updateOf } from './requests.js'

/** A fix outside KMS, which is possible in any state. */
const fix: Moves = ({ node, store, task }) => {
  const { remedy } = task
  if (node.remedy !== 'fix' || remedy.fix === undefined) return []
  const { means, mayNeed, source } = remedy
  // What the goal updates anyway, it updates in this case too.
  const left = mayNeed?.update.filter((member) => !task.members.includes(member)) ?? []
  const alsoNeeded = mayNeed &&
    left.length > 0 && {
      when: mayNeed.when,
      operation: 'UpdateCustomKeyStore' as const,
      request: { ...updateOf(store, left) }
    }
  return [
    E.right({
      steps: [
        { kind: 'fix', fix: remedy.fix, ...(alsoNeeded && { mayNeed: alsoNeeded }), why: means, source }
      ],
      after: { ...node, remedy: remedy.update.length === 0 ? 'done' : 'update' }
    })
  ]
}

/**
 * One update carries what the remedy and the goal need. With the remedy it leads KMS to what was put right; what else it
 * carries has to be prepared.
 */
const update: Moves = (here) => {
  const { operations, node, store, task, given } = here
  const remedied = node.remedy === 'update'
  const putRight = remedied ? task.remedy.update : []
  const wanted = (node.updated ? [] : task.members).filter((member) => !putRight.includes(member))
  const members = [...putRight, ...wanted]
  if (members.length === 0) return []
  const request = updateOf(store, members)
  const infrastructure = remedied ? infrastructureWith(noFault, store) : given.infrastructure
  const answer = operations.update({ ...given, infrastructure })(request)(node.account)
  const then = { updated: true, remedy: remedied ? 'done' : node.remedy } as const
  return [
    pipe(
      call(here, 'UpdateCustomKeyStore', request, whyUpdate(here), answer, then),
      E.map(({ steps, after }) => ({ steps: [...preparationsFor(request, wanted), ...steps], after }))
    )
  ]
}

const connect: Moves = (here) => {
  const { CustomKeyStoreId } = here.store
  const answer = here.operations.connect(here.given)({ CustomKeyStoreId })(here.node.account)
  return [call(here, 'ConnectCustomKeyStore', { CustomKeyStoreId }, whyConnect(here), answer)]
}

const disconnect: Moves = (here) => {
  const { CustomKeyStoreId } = here.store
  const answer = here.operations.disconnect(here.given)({ CustomKeyStoreId })(here.node.account)
  return [call(here, 'DisconnectCustomKeyStore', { CustomKeyStoreId }, whyDisconnect(here), answer)]
}

/** Waits for KMS to end what it is doing with the store. */
const wait: Moves = (here) => {
  const { node, store, given } = here
  if (isSettled(store)) return []
  const { CustomKeyStoreId } = store
  const after = settle(behind(given.infrastructure, store))(store)
  const until = after.ConnectionState
  const look: Call = { operation: 'DescribeCustomKeyStores', request: { CustomKeyStoreId } }
  return [
    E.right({
      steps: [{ kind: 'wait', until, look: [look], ...whyWait(here, until) }],
      after: { ...node, account: withStore(node.account, after) }
    })
  ]
}

/** Key material is removed from a cluster only while the store is connected; where it must be, no key waits otherwise. */
const keysMayWait = ({ store, task }: Here): boolean =>
  task.deletes && (!task.removesKeyMaterial || isConnected(store))

/** For every key. Each way to a deletion needs each of these calls once, so together they are one move of the search. */
const scheduleDeletion: Moves = (here) => {
  const { operations, node, given } = here
  const keys = node.account.keys.filter((key) => !isPendingDeletion(key))
  if (keys.length === 0 || !keysMayWait(here)) return []
  const steps: Array<PlanStep> = []
  let reached: E.Either<Obstacle, Node> = E.right(node)
  for (const { KeyId } of keys) {
    const request = { KeyId, PendingWindowInDays: defaultPendingWindowInDays }
    reached = pipe(
      reached,
      E.chain(({ account }) => {
        const answer = operations.scheduleKeyDeletion(given)(request)(account)
        return call(here, 'ScheduleKeyDeletion', request, whyScheduleDeletion, answer)
      }),
      E.map((move) => {
        steps.push(...move.steps)
        return move.after
      })
    )
  }
  return [
    pipe(
      reached,
      E.map((after) => ({ steps, after }))
    )
  ]
}

const waitForKeys: Moves = (here) => {
  const { node, given } = here
  const pending = node.account.keys.filter(isPendingDeletion)
  if (pending.length === 0 || !keysMayWait(here)) return []
  const last = pending.reduce((latest, { DeletionDate }) => Math.max(latest, DeletionDate), given.now)
  const days = Math.ceil((last - given.now) / secondsADay)
  const look = pending.map(({ KeyId }): Call => ({ operation: 'DescribeKey', request: { KeyId } }))
  return [
    E.right({
      steps: [{ kind: 'wait', until: 'the keys are gone', days, look, ...whyWaitForKeys(here) }],
      after: { ...node, account: withoutExpiredKeys(last)(node.account) }
    })
  ]
}

const createKey: Moves = (here) => {
  const { operations, node, store, task, given } = here
  if (task.goal !== 'keyCreated' || node.keyCreated) return []
  const request = createKeyIn(store)
  const answer = operations.createKey(given)(request)(node.account)
  return [call(here, 'CreateKey', request, whyCreateKey(here), answer, { keyCreated: true })]
}

const deleteStore: Moves = (here) => {
  if (!here.task.deletes) return []
  const { CustomKeyStoreId } = here.store
  const answer = here.operations.delete(here.given)({ CustomKeyStoreId })(here.node.account)
  return [call(here, 'DeleteCustomKeyStore', { CustomKeyStoreId }, whyDelete, answer)]
}

/**
 * Everything that can be done in a node towards the goal. Of plans that are equally short, the one is taken that does
 * first what stands first here: the order of the documentation, in which keys go before the store is disconnected, and a
 * store that has failed is disconnected, put right, updated and connected.
 *
 * @see API_ConnectCustomKeyStore
 */
export const triedIn = (here: Here): ReadonlyArray<TriedMove> =>
  [scheduleDeletion, waitForKeys, disconnect, wait, fix, update, connect, createKey, deleteStore].flatMap(
    (moves) => moves(here)
  )
