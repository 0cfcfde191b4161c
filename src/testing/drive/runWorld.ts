import type { Answer, Request } from '../../protocol/http.js'
import type { Nature } from '../possibleAnswers.js'
import type { Ending, Run } from '../Run.js'
import type { Situation } from '../Situation.js'
import { putInPlace } from './inPlace.js'
import { ended, start } from './ended.js'
import { kms, type Course, type Point } from './Kms.js'
import type { Program } from './Program.js'
import { programWorld } from './programWorld.js'
import { realNow, turn } from './realTime.js'
import { virtualTime } from './VirtualTime.js'

/** What is the same in every run. */
export interface RunSettings {
  readonly nature: Nature
  readonly begun: Situation
  readonly alike: number | undefined
  readonly patience: number
  /** In milliseconds of real time: how long a program may do something else than to ask KMS or to wait for a timer. */
  readonly idle: number
}

/** A run, and the points at which it could have gone on otherwise. */
export interface RunWithPoints {
  readonly run: Run
  readonly points: ReadonlyArray<Point>
}

interface Pending {
  readonly request: Request
  readonly answer: (answer: Answer) => void
}

/** How many timers may run, or exchanges be made, without an end. */
const most = { timers: 100_000, exchanges: 10_000 } as const

const timersOfMachine = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length

/** Why a program hangs that waits neither for an answer nor for virtual time. `before`: how many real timers there were. */
const whyIdle = (before: number): string =>
  timersOfMachine() > before
    ? 'it waits for a timer that is real, since it was taken before the run, as by promisify(setTimeout) at the head of a module'
    : 'it waits for something that is neither an answer nor a timer'

const nameOf = ({ request }: Pending, i: number): string =>
  `request ${String(i + 1)} of those on their way comes first: ${request.headers['x-amz-target']?.split('.')[1] ?? ''}`

/** Runs a program in one world, by virtual time. What the program does after the end of the run is not looked at. */
export const runWorld =
  (settings: RunSettings, program: Program) =>
  async (course: Course, endless: ReadonlySet<string> = new Set()): Promise<RunWithPoints> => {
    const { begun } = settings
    const time = virtualTime(begun.now * 1000)
    const asked = kms({ ...settings, course, now: time.now, endless })
    const pending: Array<Pending> = []
    let ending: Ending | undefined
    const end = new AbortController()
    const world = programWorld(begun, asked, time, {
      url: '',
      signal: end.signal,
      sleep: time.sleep,
      answer: (_, request) => new Promise((answer) => void pending.push({ request, answer }))
    })

    const answerOne = (): void => {
      const ways = pending.map((one, i) => (i === 0 ? '' : nameOf(one, i)))
      const [first] = pending.splice(pending.length > 1 ? asked.order(ways) : 0, 1)
      first?.answer(asked.answer(first.request))
    }

    const timersBefore = timersOfMachine()
    const restore = putInPlace(time)
    try {
      start(program, world, (how) => {
        ending ??= how
      })
      let timers = 0
      let idleSince: number | undefined
      while (ending === undefined) {
        const arrived = pending.length
        await turn()
        const again = asked.repeated()
        if (again !== undefined) ending ??= { how: 'repeats', again }
        if (ending !== undefined) break
        if (asked.exchanges().length > most.exchanges)
          ending = { how: 'hangs', why: `it has made ${String(most.exchanges)} requests and goes on` }
        else if (pending.length > arrived) continue
        else if (pending.length > 0) {
          answerOne()
          timers = 0
          idleSince = undefined
        } else if (time.toNext()) {
          timers += 1
          idleSince = undefined
          if (timers > most.timers)
            ending = { how: 'hangs', why: 'its timers go on for ever, and it asks nothing' }
        } else {
          idleSince ??= realNow()
          if (realNow() - idleSince > settings.idle)
            ending = {
              how: 'hangs',
              why: whyIdle(timersBefore)
            }
        }
      }
    } finally {
      restore()
      end.abort()
    }
    return ended(asked, begun, ending)
  }
