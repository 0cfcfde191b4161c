import type { EditionName } from '../editions/editions.js'

/** What an endpoint is like. */
export interface Options {
  /** The edition of AWS's text; the default edition unless told otherwise. */
  readonly edition?: EditionName
  /**
   * What stands behind the stores, in the form of `withInfrastructureChange`. Without it, whatever a request names exists
   * and is without fault; with it, only what it lists exists.
   */
  readonly infrastructure?: unknown
  /** Milliseconds until KMS ends a connection or disconnection; `'manual'`: it waits to be told. 0 unless told otherwise. */
  readonly connectionDelay?: number | 'manual'
  /** How many stores an account may have in a Region; 10 unless told otherwise. */
  readonly storeQuota?: number
  /** How many KMS keys an account may have in a Region; 100,000 unless told otherwise. */
  readonly keyQuota?: number
}
