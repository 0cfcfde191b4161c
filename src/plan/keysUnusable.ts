import type { Plan } from './plan.js'
import type { PlanStep } from './PlanStep.js'

/** The steps of a plan, counted from 0, between which no key of the store can be used. */
export interface KeysUnusable {
  /** How many keys, those pending deletion not counted. */
  readonly keys: number
  readonly from: number
  /** Absent where the plan does not connect the store again. */
  readonly until?: number
}

const endsUse = (step: PlanStep): boolean =>
  step.kind === 'operation' && ['DisconnectCustomKeyStore', 'ScheduleKeyDeletion'].includes(step.operation)

const isConnected = (step: PlanStep): boolean => step.kind === 'wait' && step.until === 'CONNECTED'

/**
 * From when until when a plan makes keys unusable that can be used before it; undefined if it makes none.
 *
 * @example
 * pipe(planning.plan('CONNECTED')(situation), E.map(planning.keysUnusable)) //=> E.right(undefined)
 * @see disconnect-keystore
 */
export const keysUnusable: (plan: Plan) => KeysUnusable | undefined = ({
  from: { keys, pendingDeletion, ConnectionState },
  steps
}) => {
  const from = steps.findIndex(endsUse)
  const usable = keys - pendingDeletion
  if (from < 0 || usable === 0 || ConnectionState !== 'CONNECTED') return undefined
  const until = steps.findIndex((step, i) => i > from && isConnected(step))
  return { keys: usable, from, ...(until >= 0 && { until }) }
}
