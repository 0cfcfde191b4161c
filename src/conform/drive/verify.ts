import { commandsFor, type CommandSettings } from '../commands.js'
import { fewest } from '../fewest.js'
import type { Exchange, Members } from '../Exchange.js'
import { exchangesShown, type ReportedDeviation, type Reproduction } from '../ReportedDeviation.js'
import { candidates, withoutRepeatedLooks, type Trace } from '../Trace.js'
import type { PlayedAgain } from './again.js'
import type { Plays } from './plays.js'
import { stopwatch } from './stopwatch.js'

export interface VerifyOptions {
  readonly plays: Plays
  /** How many deviations are looked for at once. */
  readonly lanes: number
  readonly trace: (id: string) => Trace | undefined
  readonly commands: CommandSettings
  /** Leaves out of a request what is secret. */
  readonly hide: (request: Members) => Members
}

/** Milliseconds that it may take to leave requests out, of one deviation and of all. */
const longest = 2_000
const longestOfAll = 10_000
const mostPlays = 60

/** A play that showed a deviation. */
type Shown = PlayedAgain & Required<Pick<PlayedAgain, 'deviation'>>

const isShown = (played: PlayedAgain | string): played is Shown =>
  typeof played !== 'string' && played.deviation !== undefined

/** Leaves out one request after the other while the deviation still shows itself, and none besides that did not. */
const fewestThatShow = async (
  plays: Plays,
  id: string,
  { all }: Trace,
  first: Shown,
  steps: ReadonlyArray<Exchange>,
  time: number
): Promise<Shown> => {
  const sinceBegin = stopwatch()
  const search = fewest(steps.slice(0, first.taken))
  let best = first
  let attempt = search.next()
  for (let tried = 0; !attempt.done && tried < mostPlays && sinceBegin() < time; tried += 1) {
    const played = await plays.play(id, attempt.value, all)
    const isAsGood = isShown(played) && played.shown.every((one) => first.shown.includes(one))
    if (isAsGood) best = played
    attempt = search.next(isAsGood)
  }
  return best
}

/** What came of looking for one deviation again. */
type Verified = Reproduction & { readonly shown?: Shown }

const untried = (why: string): Verified => ({ reproduced: false, untried: true, why })

const verified = async (plays: Plays, id: string, trace: Trace, time: number): Promise<Verified> => {
  let result = untried('nothing is known of how it came about')
  for (const steps of candidates(trace)) {
    const played = await plays.play(id, steps, trace.all)
    if (typeof played === 'string') return untried(played)
    if (isShown(played)) {
      const isOften = plays.isFree(steps)
      const shown = isOften ? await fewestThatShow(plays, id, trace, played, steps, time) : played
      return { reproduced: true, shown }
    }
    result =
      played.obstacle === undefined
        ? { reproduced: false, why: 'the same requests to new stores did not show it' }
        : untried(played.obstacle)
  }
  return result
}

/** Does the same with each, several at once; what comes of it, in the order of what there was. */
const inLanes = async <A, B>(
  lanes: number,
  all: ReadonlyArray<A>,
  does: (one: A) => Promise<B>
): Promise<ReadonlyArray<B>> => {
  const done: Array<B> = []
  const rest = [...all.entries()].values()
  const lane = async (): Promise<void> => {
    for (const [i, one] of rest) done[i] = await does(one)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return done
}

/** Looks for each deviation again on new stores, and takes the fewest requests that show it. */
export const verify = async (
  { plays, lanes, trace, commands, hide }: VerifyOptions,
  faults: ReadonlyArray<ReportedDeviation>
): Promise<ReadonlyArray<ReportedDeviation>> => {
  let rest = longestOfAll
  const verifies = async (fault: ReportedDeviation): Promise<ReportedDeviation> => {
    const found = trace(fault.id)
    if (found === undefined) return fault
    const sinceBegin = stopwatch()
    const { shown, ...reproduction } = await verified(plays, fault.id, found, Math.min(longest, rest))
    rest = Math.max(0, rest - sinceBegin())
    const exchanges = shown === undefined ? found.explaining : withoutRepeatedLooks(shown.exchanges)
    const { why: _, untried: __, ...known } = fault
    return {
      ...known,
      ...(shown && { difference: shown.deviation.difference }),
      ...reproduction,
      history: exchangesShown(exchanges, hide),
      commands: commandsFor(
        commands,
        exchanges.map((exchange) => ({ ...exchange, request: hide(exchange.request) }))
      )
    }
  }
  return inLanes(lanes, faults, verifies)
}
