import * as E from 'fp-ts/lib/Either.js'
import { report as lines } from '../../codec/decode.js'
import { cryptographyUnder } from '../../endpoint/cryptography.js'
import { unbounded } from '../Bounds.js'
import { thrownIn } from '../findings/threw.js'
import { faultIdentity, faultsIn, isPlainer, type FoundFault } from '../FoundFault.js'
import type { WorldOptions } from '../options.js'
import { searchWith, type Search } from '../search.js'
import type { Run } from '../Run.js'
import { storyOf } from '../story.js'
import type { WorldsReport } from '../WorldsReport.js'
import { explore } from './explore.js'
import { courseOf, type Course } from './Kms.js'
import type { Program } from './Program.js'
import { randomCourses } from './randomCourses.js'
import { worldServer } from './runOverHttp.js'
import { runWorld, type RunSettings, type RunWithPoints } from './runWorld.js'
import { shortened } from './shortened.js'

const search = (options: WorldOptions): Search => {
  const cryptography = cryptographyUnder(new Uint8Array(32), (count) => Buffer.alloc(count))
  const read = searchWith(options, cryptography)
  if (E.isLeft(read)) throw new Error(`The options of everyWorld are wrong: ${lines(read.left).join('; ')}`)
  return read.right
}

const checked = ({ check }: WorldOptions, run: Run): ReadonlyArray<FoundFault> => {
  try {
    const made: unknown = check?.(run)
    if (!(made instanceof Promise)) return []
    made.catch(() => undefined)
    throw new Error('The option check makes its assertions too late: it must not be async.')
  } catch (error) {
    return [{ ...thrownIn(run, error), finding: 'threw', run, world: run.world, assumes: [] }]
  }
}

/** How a program is run in one world. */
type Runner = (
  settings: RunSettings,
  program: Program
) => (course: Course, endless: ReadonlySet<string>) => Promise<RunWithPoints>

/** After how many runs without an end no more are made: each takes the time that a program may idle. */
const mostHanging = 3

/** Runs of one program, and the faults that they have shown. */
const trial = (program: Program, { nature, begun, sought, options }: Search, runner: Runner) => {
  const { alike = 2, patience = 200, http = false } = options
  const { idle = http ? 60_000 : 2000 } = options
  const faults = new Map<string, FoundFault>()
  const endless = new Set<string>()
  let hanging = 0
  const beyond = { ...begun, bounds: unbounded }

  const faultsOf = (run: Run): ReadonlyArray<FoundFault> => [
    ...faultsIn(sought)(run),
    ...checked(options, run)
  ]

  const keep = ({ run }: RunWithPoints): ReadonlyArray<FoundFault> => {
    if (run.ending.how === 'repeats') endless.add(run.ending.again)
    if (run.ending.how === 'hangs') hanging += 1
    const all = faultsOf(run)
    for (const fault of all) {
      const known = faults.get(faultIdentity(fault))
      if (known === undefined || isPlainer(fault, known)) faults.set(faultIdentity(fault), fault)
    }
    return all
  }

  const running = (from: typeof begun, alike: number | undefined) => {
    const run = runner({ nature, begun: from, alike, patience, idle }, program)
    return (course: Course): Promise<RunWithPoints> => run(course, endless)
  }

  return {
    within: running(begun, alike),
    beyond: running(beyond, undefined),
    faultsOf,
    keep,
    isStopped: () => hanging >= mostHanging,
    isNew: (fault: FoundFault): boolean => !faults.has(faultIdentity(fault)),
    faults: (): ReadonlyArray<FoundFault> => [...faults.values()]
  }
}

type Trial = ReturnType<typeof trial>

/** Tries random worlds. Of each new fault the shortest world is kept that still shows it. */
const tryRandom = async (tried: Trial, { options }: Search): Promise<Pick<WorldsReport, 'seed'>> => {
  const { random = 0 } = options
  if (random === 0) return {}
  const { seed, courses } = await randomCourses(random, options.seed)
  for (const course of courses) {
    const ran = await tried.beyond(course)
    for (const fault of tried.faultsOf(ran.run).filter(tried.isNew)) {
      tried.keep(await shortened(fault, tried.beyond, tried.faultsOf))
    }
  }
  return { seed }
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: there is only one clock in a process. */
const inTurn = <A>(does: () => Promise<A>): Promise<A> => {
  const result = last.then(does, does)
  last = result.catch(() => undefined)
  return result
}

const tryWith = async (program: Program, searched: Search, runner: Runner): Promise<WorldsReport> => {
  const { options } = searched
  const tried = trial(program, searched, runner)
  if (options.world !== undefined) {
    const ran = await tried.beyond(courseOf(options.world))
    if (ran.run.world.length < options.world.length)
      throw new Error(
        `The program does not come into this world: it ends after ${String(ran.points.length)} points.`
      )
    tried.keep(ran)
    return { worlds: 1, complete: false, faults: tried.faults() }
  }
  const explored = await explore((world) => tried.within(courseOf(world)), tried.keep, {
    most: options.mostWorlds ?? 20_000,
    isStopped: tried.isStopped
  })
  const random = await tryRandom(tried, searched)
  return { ...explored, ...random, faults: tried.faults() }
}

const tryAll = async (program: Program, options: WorldOptions): Promise<WorldsReport> => {
  const searched = search(options)
  if (options.http !== true) return tryWith(program, searched, runWorld)
  const server = await worldServer()
  try {
    return await tryWith(program, searched, server.runs)
  } finally {
    await server.close()
  }
}

/**
 * Runs a program in every world up to a bound: whatever AWS KMS, other callers and what stands behind the stores may do.
 * Time is virtual. Rejects where the options are wrong, or where the program asks for other things when it is run again.
 *
 * @example
 * const { faults, complete } = await testing.everyWorld(() => Promise.resolve())
 * faults.map(({ finding }) => finding) //=> ['asksNothing']
 */
export const everyWorld = (program: Program, options: WorldOptions = {}): Promise<WorldsReport> =>
  inTurn(() => tryAll(program, options))

/**
 * The same, and rejects with the stories of all faults if there are any, or if there are more worlds than could be tried and
 * no option says how many are enough.
 *
 * @example
 * await testing.holdsInEveryWorld(() => Promise.resolve()).catch((error: Error) => error.message.split(':')[0])
 * //=> 'asksNothing'
 */
export const holdsInEveryWorld = async (
  program: Program,
  options: WorldOptions = {}
): Promise<WorldsReport> => {
  const report = await everyWorld(program, options)
  if (report.faults.length > 0) throw new Error(report.faults.map(storyOf).join('\n\n'))
  const isAsked = options.mostWorlds !== undefined || options.world !== undefined
  if (!report.complete && !isAsked)
    throw new Error(
      `No fault was found in ${String(report.worlds)} worlds, and there are more: set mostWorlds, or lower bounds.`
    )
  return report
}
