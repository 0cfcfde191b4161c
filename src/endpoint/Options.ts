import type { EditionName } from '../editions/editions.js'

/** Options of an endpoint; all may be left out. */
export interface Options {
  /** The edition of AWS's text. Default: the default edition. */
  readonly edition?: EditionName
  /**
   * In the form of `withInfrastructureChange`. Only infrastructure listed here exists. Default: everything that a request
   * names exists and is healthy.
   */
  readonly infrastructure?: unknown
  /** Milliseconds until KMS ends a connection or disconnection; `'manual'`: until `settle` or `report` ends it. Default: 0. */
  readonly connectionDelay?: number | 'manual'
  /** How many stores an account may have in a Region. Default: 10. */
  readonly storeQuota?: number
  /** How many KMS keys an account may have in a Region. Default: 100,000. */
  readonly keyQuota?: number
}
