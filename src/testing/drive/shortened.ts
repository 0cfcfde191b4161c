import { faultIdentity, type FoundFault } from '../FoundFault.js'
import type { Run } from '../Run.js'
import { courseOf, type Course } from './Kms.js'
import type { RunWithPoints } from './runWorld.js'

/** A world that shows the same fault with as few departures as can be found by leaving out one after the other. */
export const shortened = async (
  fault: FoundFault,
  run: (course: Course) => Promise<RunWithPoints>,
  faultsOf: (run: Run) => ReadonlyArray<FoundFault>
): Promise<RunWithPoints> => {
  const shows = async (world: FoundFault['world']): Promise<RunWithPoints | undefined> => {
    const ran = await run(courseOf(world)).catch(() => undefined)
    const isShown = (one: FoundFault): boolean => faultIdentity(one) === faultIdentity(fault)
    return ran !== undefined && faultsOf(ran.run).some(isShown) ? ran : undefined
  }
  let { world } = fault
  let shortest: RunWithPoints = { run: fault.run, points: [] }
  for (let i = world.length - 1; i >= 0; i -= 1) {
    const less = await shows(world.filter((_, j) => j !== i))
    if (less === undefined) continue
    shortest = less
    world = less.run.world
    i = Math.min(i, world.length)
  }
  return shortest
}
