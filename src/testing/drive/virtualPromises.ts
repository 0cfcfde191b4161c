import promises from 'node:timers/promises'
import type { VirtualTime } from './VirtualTime.js'

/** What ends a wait before its time. */
export interface Aborting {
  readonly signal?: AbortSignal
}

const real = { later: promises.setTimeout, each: promises.setInterval }

const aborted = ({ reason }: AbortSignal): Error =>
  Object.assign(new Error('The operation was aborted', { cause: reason }), {
    name: 'AbortError',
    code: 'ABORT_ERR'
  })

/** `setTimeout` and `setInterval` of `node:timers/promises`, by the clock that there is when they are called. */
export const laterBy = (clock: () => VirtualTime | undefined, waitOf: (milliseconds: unknown) => number) => {
  const later = (wait?: unknown, value?: unknown, { signal }: Aborting = {}): Promise<unknown> => {
    const time = clock()
    if (time === undefined) return real.later(wait as number, value, { ...(signal && { signal }) })
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(aborted(signal))
        return
      }
      const handle = time.add(() => resolve(value), waitOf(wait), false)
      signal?.addEventListener('abort', () => {
        time.remove(handle)
        reject(aborted(signal))
      })
    })
  }

  /** Each turn comes so long after the one before, however long the program was busy with that. */
  async function* each(wait?: unknown, value?: unknown, options: Aborting = {}): AsyncGenerator {
    if (clock() === undefined) yield* real.each(wait as number, value, options)
    for (let due = clock()?.now() ?? 0; ;) {
      due += waitOf(wait)
      await later(due - (clock()?.now() ?? due), value, options)
      yield value
    }
  }

  return { later, each }
}
