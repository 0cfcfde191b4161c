import type { Check, Outcome } from '../../spec/conform/Report.js'

/** A check that is still to be made. */
export interface Planned extends Omit<Check, 'outcome'> {
  readonly run: () => Promise<Outcome>
}
