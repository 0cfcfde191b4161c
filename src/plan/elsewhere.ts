import * as E from 'fp-ts/lib/Either.js'
import { elsewhere, type EditionName, type Elsewhere } from '../editions/editions.js'
import type { Goal, Situation } from './Goal.js'
import { planUnder, type Plan, type Unreachable } from './plan.js'
import { stepName } from './PlanStep.js'

const whatIsDone = (made: E.Either<Unreachable, Plan>): string =>
  E.isLeft(made) ? 'no plan' : JSON.stringify(made.right.steps.map(stepName))

/**
 * The plans under the other editions, where they have other steps.
 *
 * @example
 * const others = planning.plansElsewhere({ updated: ['NewCustomKeyStoreName'] })(situation)('exception-text-2022')
 * others.map(({ editions }) => editions.length) //=> []
 */
export const plansElsewhere =
  (goal: Goal) =>
  (situation: Situation) =>
  (edition: EditionName): ReadonlyArray<Elsewhere<E.Either<Unreachable, Plan>>> =>
    elsewhere((name) => planUnder(name)(goal)(situation), whatIsDone)(edition)
