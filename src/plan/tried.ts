import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Account } from '../model/Account.js'
import type { Refusal } from '../rules/Rule.js'
import type { Here, Node } from './Node.js'
import type { Call, Obstacle, PlanStep, StepReason } from './PlanStep.js'
import type { Move } from './search.js'

/** A way out of a node, tried with the real functions: where it leads, or why it is refused. */
export type TriedMove = E.Either<Obstacle, Move<Node, PlanStep>>
/** Some of the ways out of a node. */
export type Moves = (here: Here) => ReadonlyArray<TriedMove>

/** Tries a call. `then`: further changes of the node, once the call is accepted. */
export const call = (
  { node }: Here,
  operation: Call['operation'],
  request: object,
  reason: StepReason,
  answer: E.Either<Refusal, readonly [unknown, Account]>,
  then: Partial<Node> = {}
): TriedMove =>
  pipe(
    answer,
    E.bimap(
      ({ name, message, source }): Obstacle => ({
        operation,
        exception: name,
        says: message,
        source
      }),
      ([, account]) => ({
        steps: [{ kind: 'operation', operation, request: { ...request }, ...reason }],
        after: { ...node, ...then, account }
      })
    )
  )
