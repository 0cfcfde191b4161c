import type { AssumptionNumber } from '../leavesOpen.js'
import { assumesOpen } from '../Evidence.js'
import { standingOfChoice } from './Choice.js'
import type { Expectations, Fault } from './findings/Fault.js'
import { findings, type FindingName } from './findings/index.js'
import type { Run, World } from './Run.js'

/** A fault of a program, and a world that shows it. */
export interface FoundFault extends Fault {
  readonly finding: FindingName
  /** The run that shows it; the shortest that is known. */
  readonly run: Run
  readonly world: World
  /** The assumptions without which it would not be so; of what AWS documents, none. */
  readonly assumes: ReadonlyArray<AssumptionNumber>
}

/** What is looked for, and what a program is held to. */
export interface Sought extends Expectations {
  readonly findings: ReadonlyArray<FindingName>
}

const assumed = ({ exchanges }: Run): ReadonlyArray<AssumptionNumber> => [
  ...new Set(exchanges.flatMap(({ choices }) => choices.flatMap((one) => standingOfChoice(one).assumes)))
]

const found =
  (run: Run, finding: FindingName) =>
  (fault: Fault): FoundFault => ({
    ...fault,
    finding,
    run,
    world: run.world,
    assumes: [...new Set([...assumed(run), ...assumesOpen('outcome')(fault.evidence)])]
  })

/** Everything that one run shows to be wrong. That it gives up is told where nothing else tells why. */
export const faultsIn =
  (sought: Sought) =>
  (run: Run): ReadonlyArray<FoundFault> => {
    const faults = sought.findings.flatMap((name) => findings[name].in(run, sought).map(found(run, name)))
    const others = faults.filter(({ finding }) => finding !== 'givesUpForNothing')
    return others.length > 0 ? others : faults
  }

/** Faults of one identity are one and the same mistake of the program, as far as anybody can tell. */
export const faultIdentity = ({ finding, about }: FoundFault): string => `${finding} ${about}`

/** Of two worlds that show the same, the one that is documented, or else the one in which less happens. */
export const isPlainer = (a: FoundFault, b: FoundFault): boolean => {
  const unsure = (one: FoundFault): number => (one.assumes.length > 0 ? 1 : 0)
  if (unsure(a) !== unsure(b)) return unsure(a) < unsure(b)
  if (a.world.length !== b.world.length) return a.world.length < b.world.length
  return a.run.exchanges.length < b.run.exchanges.length
}
