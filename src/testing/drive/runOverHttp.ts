import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { Endpoint } from '../../endpoint/Endpoint.js'
import { endpoint } from '../../endpoint/inProcess.js'
import { kmsServer } from '../../endpoint/http/server.js'
import { imposedError } from '../../protocol/imposed.js'
import { failureAnswer, type Answer, type Request } from '../../protocol/http.js'
import type { Ending } from '../Run.js'
import { ended, start } from './ended.js'
import { kms, type Course, type Kms } from './Kms.js'
import type { Program } from './Program.js'
import { programWorld } from './programWorld.js'
import { realNow } from './realTime.js'
import type { RunSettings, RunWithPoints } from './runWorld.js'
import { virtualTime, type VirtualTime } from './VirtualTime.js'

/** A server whose answers come from the world that is being run. */
export interface WorldServer {
  readonly url: string
  readonly runs: (
    settings: RunSettings,
    program: Program
  ) => (course: Course, endless: ReadonlySet<string>) => Promise<RunWithPoints>
  readonly close: () => Promise<void>
}

interface Running {
  readonly asked: Kms
  readonly time: VirtualTime
}

const over: Answer = failureAnswer(imposedError('ServiceUnavailable'))('request-of-no-world')

/** In milliseconds: how often it is looked whether a run is over. */
const often = 5

/** Only requests and the passing of time reach the world; the rest of the control interface is that of an empty endpoint. */
const endpointOf = (running: () => Running | undefined): Endpoint => {
  const made = endpoint()
  if (E.isLeft(made)) throw new Error('The default options are wrong.')
  return {
    ...made.right,
    answer: (_, request: Request) => running()?.asked.answer(request) ?? over,
    accounts: () => {
      const current = running()
      return current === undefined ? [] : [current.asked.situation().account]
    },
    advance: (seconds) => {
      running()?.time.pass(seconds * 1000)
      return E.right(undefined)
    }
  }
}

/** Listens on a port of its own. Requests are answered in the order in which they come. */
export const worldServer = async (): Promise<WorldServer> => {
  let running: Running | undefined
  let asked = 0
  const server = kmsServer({
    endpoint: endpointOf(() => running),
    account: undefined,
    log: () => {
      asked = realNow()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  const runs: WorldServer['runs'] = (settings, program) => async (course, endless) => {
    const { begun, idle } = settings
    const time = virtualTime(begun.now * 1000)
    const current = { asked: kms({ ...settings, course, now: time.now, endless }), time }
    const end = new AbortController()
    running = current
    asked = realNow()
    let ending: Ending | undefined
    const world = programWorld(begun, current.asked, time, {
      url,
      signal: end.signal,
      answer: (_, request) => current.asked.answer(request),
      sleep: async (milliseconds) => {
        await Promise.resolve()
        time.pass(milliseconds)
      }
    })
    start(program, world, (how) => {
      ending ??= how
    })
    while (ending === undefined) {
      await setTimeout(often)
      const again = current.asked.repeated()
      if (again !== undefined) ending ??= { how: 'repeats', again }
      else if (realNow() - asked > idle) ending ??= { how: 'hangs', why: 'it does not ask for anything' }
    }
    running = undefined
    end.abort()
    return ended(current.asked, begun, ending)
  }

  return {
    url,
    runs,
    close: async () => {
      const isClosed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await isClosed
    }
  }
}
