import * as E from 'fp-ts/lib/Either.js'
import { amount } from '../codec/amount.js'
import { editionsInWords, type Elsewhere } from '../editions/editions.js'
import type { Goal } from './Goal.js'
import { keysUnusable } from './keysUnusable.js'
import type { Plan, Unreachable } from './plan.js'
import { stepName, type Call, type PlanStep, type Wait } from './PlanStep.js'

const called = ({ operation, request }: Call): string => `${operation} ${JSON.stringify(request)}`

const goals = {
  CONNECTED: 'CONNECTED',
  DISCONNECTED: 'DISCONNECTED',
  deleted: 'deleted',
  deletedLeavingKeyMaterial: 'deleted, with key material left behind',
  keyCreated: 'holding a new key'
} as const satisfies Record<Exclude<Goal, object>, string>

const goalText = (goal: Goal): string => {
  if (typeof goal !== 'object') return goals[goal]
  const state = goal.and === undefined ? '' : `${goal.and} and `
  return `${state}updated (${goal.updated.join(', ')})`
}

const title = ({ from, goal, edition }: Omit<Unreachable, 'obstacles'>): string => {
  const code = from.ConnectionErrorCode === undefined ? '' : ` (${from.ConnectionErrorCode})`
  const pending = from.pendingDeletion === 0 ? '' : `, ${String(from.pendingDeletion)} pending deletion`
  const keys = from.keys === 0 ? '' : ` with ${amount(from.keys, 'key')}${pending}`
  return `${from.CustomKeyStoreId}, ${from.CustomKeyStoreType}, ${from.ConnectionState}${code}${keys}, to be ${goalText(goal)}, under ${edition}`
}

const waitText = ({ until, days, look }: Wait): string => {
  const what = days === undefined ? `the ConnectionState is ${until}` : `${until}, ${amount(days, 'day')}`
  return [`Wait until ${what}`, ...look.slice(0, 1).map(called)].join(': ')
}

const whatToDo = (step: PlanStep): ReadonlyArray<string> => {
  switch (step.kind) {
    case 'operation':
      return [called(step)]
    case 'wait':
      return [waitText(step)]
    case 'fix':
      return [
        `Outside KMS: ${step.fix}`,
        ...(step.mayNeed === undefined ? [] : [`If ${step.mayNeed.when}: ${called(step.mayNeed)}`])
      ]
  }
}

const stepLines = (step: PlanStep, i: number): ReadonlyArray<string> => {
  const number = `${String(i + 1)}. `
  const indent = ' '.repeat(number.length)
  const assumed = step.assumes === undefined ? '' : `, assumes ${step.assumes.join(', ')}`
  const why = `${step.why} [${step.source}${assumed}]`
  return [...whatToDo(step), why].map((line, n) => (n === 0 ? number : indent) + line)
}

const warning = (plan: Plan, step: number): ReadonlyArray<string> => {
  const unusable = keysUnusable(plan)
  if (unusable?.from !== step) return []
  const { keys, until } = unusable
  const end = until === undefined ? 'from here on' : `from here until the end of step ${String(until + 1)}`
  return [`   Caution: ${amount(keys, 'key')} cannot be used ${end}.`]
}

const howMany = ({ steps }: Plan): string =>
  steps.length === 0 ? 'nothing is left to do' : amount(steps.length, 'step')

/**
 * A plan as lines of text: each step, and below it the reason with its source in brackets.
 *
 * @example
 * pipe(planning.plan('CONNECTED')(situation), E.map((found) => planning.planLines(found)[0]))
 * //=> E.right('cks-1, AWS_CLOUDHSM, FAILED (USER_NOT_FOUND), to be CONNECTED, under exception-text-2022: 5 steps.')
 */
export const planLines = (plan: Plan): ReadonlyArray<string> => [
  `${title(plan)}: ${howMany(plan)}.`,
  ...plan.steps.flatMap((step, i) => [...stepLines(step, i), ...warning(plan, i)])
]

const inShort = (made: E.Either<Unreachable, Plan>): string => {
  if (E.isLeft(made)) return 'no steps lead there'
  const { steps } = made.right
  if (steps.length === 0) return 'nothing is left to do'
  return `${amount(steps.length, 'step')}: ${steps.map(stepName).join(', ')}`
}

/**
 * What the plan would be under the editions that make another, as lines of text.
 *
 * @example
 * planning.elsewhereLines(planning.plansElsewhere('CONNECTED')(situation)('developer-guide')) //=> []
 */
export const elsewhereLines = (
  others: ReadonlyArray<Elsewhere<E.Either<Unreachable, Plan>>>
): ReadonlyArray<string> =>
  others.map(({ editions, is }) => `Under ${editionsInWords(editions)}: ${inShort(is)}.`)

/**
 * Why a goal cannot be reached, as lines of text.
 *
 * @example
 * const inCluster = planning.plan({ updated: ['XksProxyUriPath'] })(situation)
 * pipe(inCluster, E.mapLeft((unreachable) => planning.unreachableLines(unreachable).length))
 * //=> E.left(2)
 */
export const unreachableLines = (unreachable: Unreachable): ReadonlyArray<string> => [
  `${title(unreachable)}: no steps lead there.`,
  ...unreachable.obstacles.map(
    ({ operation, exception, says, source }) =>
      `${operation} is refused with ${exception}: ${says} [${source}]`
  )
]
