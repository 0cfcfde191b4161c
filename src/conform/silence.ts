import type { Check } from './ConformReport.js'
import type { ReportedDeviation } from './ReportedDeviation.js'

/** The kind of a deviation by which nothing came back. */
export const noAnswer = 'no answer'

const isSilence = ({ difference }: ReportedDeviation): boolean => difference.kind === noAnswer

/** The deviations without those by which nothing came back: an endpoint that is gone breaks no rule by that. */
export const withoutSilence = (seen: ReadonlyArray<ReportedDeviation>): ReadonlyArray<ReportedDeviation> =>
  seen.filter((deviation) => !isSilence(deviation))

/** A check that showed or met nothing but silence was not reached. */
export const unlessSilent =
  (seen: ReadonlyArray<ReportedDeviation>, why: string) =>
  (check: Check): Check => {
    const { outcome } = check
    if (outcome.is !== 'different' && outcome.is !== 'not useful') return check
    const silent = new Set(seen.filter(isSilence).map(({ id }) => id))
    const faults = outcome.faults.filter((id) => !silent.has(id))
    return {
      ...check,
      outcome: faults.length > 0 ? { ...outcome, faults } : { is: 'not reached', why, blocked: true }
    }
  }
