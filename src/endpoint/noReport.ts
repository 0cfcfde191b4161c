import { violationAt, type Violation } from '../codec/decode.js'

/** Whether it can be what KMS reports of a store, also for callers without types. */
export const isReport = (what: unknown): boolean => typeof what === 'function'

/** What is wrong with a report that is none. */
export const noReport = (what: unknown): Violation =>
  violationAt(
    'what',
    what,
    'type',
    'Member must be a function that makes a store of a store, such as connectionSucceeded(1)'
  )
