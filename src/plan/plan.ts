import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isFailed } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { isPendingDeletion } from '../model/KmsKey.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { Goal, Situation } from './Goal.js'
import { triedIn } from './moves.js'
import { hereUnder, identityOf, isReached, startOf, taskOf, type Node } from './Node.js'
import type { Obstacle, PlanStep } from './PlanStep.js'
import { shortestPath } from './search.js'
import type { TriedMove } from './tried.js'

/** The steps from a situation to a goal; none where the goal is reached already. Plain data, ready to be JSON. */
export interface Plan {
  readonly edition: EditionName
  readonly from: {
    readonly CustomKeyStoreId: CustomKeyStoreId
    readonly CustomKeyStoreType: CustomKeyStoreType
    readonly ConnectionState: ConnectionState
    readonly ConnectionErrorCode?: ConnectionErrorCode
    /** How many KMS keys the store holds, and how many of them are pending deletion. */
    readonly keys: number
    readonly pendingDeletion: number
  }
  readonly goal: Goal
  readonly steps: ReadonlyArray<PlanStep>
}

/** A goal to which no steps lead. */
export interface Unreachable {
  readonly edition: EditionName
  readonly from: Plan['from']
  readonly goal: Goal
  readonly obstacles: ReadonlyArray<Obstacle>
}

const begun = ({ store }: Situation, { account: { keys } }: Node): Plan['from'] => ({
  CustomKeyStoreId: store.CustomKeyStoreId,
  CustomKeyStoreType: store.CustomKeyStoreType,
  ConnectionState: store.ConnectionState,
  ...(isFailed(store) && { ConnectionErrorCode: store.ConnectionErrorCode }),
  keys: keys.length,
  pendingDeletion: keys.filter(isPendingDeletion).length
})

/** Each refusal once of the operation that the goal needs. */
const obstaclesAmong = (goal: Goal, tried: ReadonlyArray<TriedMove>): ReadonlyArray<Obstacle> => {
  const needed = typeof goal === 'object' ? 'UpdateCustomKeyStore' : 'CreateKey'
  const refused = tried.flatMap((one) => (E.isLeft(one) && one.left.operation === needed ? [one.left] : []))
  return [...new Map(refused.map((obstacle) => [obstacle.says, obstacle])).values()]
}

/**
 * The same under another edition.
 *
 * @example
 * const rename = { updated: ['NewCustomKeyStoreName'] } as const
 * const planned = planning.planUnder('operation-page-2026')(rename)(situation)
 * pipe(planned, E.map(({ steps }) => steps.length)) //=> E.right(3)
 */
export const planUnder = (edition: EditionName) => {
  const at = hereUnder(edition)
  return (goal: Goal) =>
    (situation: Situation): E.Either<Unreachable, Plan> => {
      const task = taskOf(goal, situation)
      const start = startOf(task, situation)
      const asked = { edition, from: begun(situation, start), goal }
      const tried = (node: Node): ReadonlyArray<TriedMove> =>
        node.account.stores.flatMap((store) => triedIn(at(task, node, store)))
      const moves = (node: Node) => tried(node).flatMap((one) => (E.isRight(one) ? [one.right] : []))
      return pipe(
        start,
        shortestPath({ moves, identity: identityOf }, isReached(task)),
        E.bimap(
          (nodes) => ({ ...asked, obstacles: obstaclesAmong(goal, nodes.flatMap(tried)) }),
          (steps) => ({ ...asked, steps })
        )
      )
    }
}

/**
 * The fewest steps that lead from a store to a goal, in the order of the documentation, or why none do. A store that has
 * FAILED is taken to have the one fault that its ConnectionErrorCode names, until its remedy is carried out; every other
 * connection that is begun or going on is taken to succeed.
 *
 * @example
 * const planned = planning.plan('CONNECTED')(situation)
 * pipe(planned, E.map(({ steps }) => steps.map((step) => step.kind === 'operation' ? step.operation : step.kind)))
 * //=> E.right(['DisconnectCustomKeyStore', 'wait', 'fix', 'ConnectCustomKeyStore', 'wait'])
 */
export const plan = planUnder(defaultEdition)
