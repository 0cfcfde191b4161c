import type { World } from '../Run.js'
import type { RunWithPoints } from './runWorld.js'

/** The worlds that go on as this one does up to its last departure, and in which one thing more is otherwise. */
const further = ({ run: { world }, points }: RunWithPoints): ReadonlyArray<World> => {
  const from = (world.at(-1)?.point ?? -1) + 1
  return points
    .slice(from)
    .flatMap(({ ways }, i) => ways.slice(1).map((choice) => [...world, { point: from + i, choice }]))
}

interface Limits {
  /** How many worlds are tried at most. */
  readonly most: number
  readonly isStopped: () => boolean
}

/** How many worlds were tried, and whether these are all. */
export interface Explored {
  readonly worlds: number
  readonly complete: boolean
}

/**
 * Runs every world once: first the smooth one, then those with one departure, and so on. A world is reached from the one
 * without its last departure, and from no other.
 */
export const explore = async (
  run: (world: World) => Promise<RunWithPoints>,
  tell: (ran: RunWithPoints) => void,
  { most, isStopped }: Limits
): Promise<Explored> => {
  const waiting: Array<World> = [[]]
  let next = 0
  while (next < waiting.length && next < most && !isStopped()) {
    const ran = await run(waiting[next] as World)
    next += 1
    tell(ran)
    for (const world of further(ran)) waiting.push(world)
  }
  return { worlds: next, complete: next === waiting.length }
}
