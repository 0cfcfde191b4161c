import { amount } from '../codec/amount.js'
import type { Goal } from './Goal.js'
import type { Plan, Unreachable } from './plan.js'
import type { Call, PlanStep, Wait } from './PlanStep.js'

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

/** A plan as lines of text: each step, and below it the reason with its source in brackets. */
export const planLines = (plan: Plan): ReadonlyArray<string> => [
  `${title(plan)}: ${plan.steps.length === 0 ? 'nothing is left to do' : amount(plan.steps.length, 'step')}.`,
  ...plan.steps.flatMap(stepLines)
]

/** Why a goal cannot be reached, as lines of text. */
export const unreachableLines = (unreachable: Unreachable): ReadonlyArray<string> => [
  `${title(unreachable)}: no steps lead there.`,
  ...unreachable.obstacles.map(
    ({ operation, exception, says, source }) =>
      `${operation} is refused with ${exception}: ${says} [${source}]`
  )
]
