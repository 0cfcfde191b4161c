import type { FoundFault } from './FoundFault.js'

/** What came of a search. */
export interface WorldsReport {
  /** How many worlds were tried. */
  readonly worlds: number
  /** Whether these are all within the bounds. */
  readonly complete: boolean
  /** One of each fault, in the plainest world that shows it. */
  readonly faults: ReadonlyArray<FoundFault>
  /** The seed of the random worlds, if there were any. */
  readonly seed?: number
}
