import type { CheckOutcome } from '../ConformReport.js'
import type { Planned } from './trial.js'

/**
 * The same checks, of which the next few are begun while one is waited for. They must not depend on each other. `lanes`:
 * how many at once.
 */
export const ahead = (
  lanes: () => Promise<number>,
  plans: ReadonlyArray<Planned>
): ReadonlyArray<Planned> => {
  const begun = new Map<number, Promise<CheckOutcome>>()
  return plans.map((plan, i) => ({
    ...plan,
    run: async () => {
      const next = plans.slice(i, i + (await lanes()))
      for (const [j, each] of next.entries()) if (!begun.has(i + j)) begun.set(i + j, each.run())
      return begun.get(i) ?? plan.run()
    }
  }))
}
