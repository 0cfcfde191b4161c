/**
 * Loaded into a process before its own program, with `--expose-gc` and a channel to its parent. It answers with the bytes in
 * use once nothing is left to collect, or with how long others have waited.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'

/** In bytes. `held`: by objects and buffers. */
export interface Memory {
  readonly held: number
  readonly resident: number
}

const measured = async (): Promise<Memory> => {
  for (let i = 0; i < 3; i++) {
    await setImmediate()
    gc?.()
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: heapUsed + external, resident: rss }
}

const resolution = 2
const delays = monitorEventLoopDelay({ resolution })
delays.enable()

/** For how many milliseconds nobody had a turn, at worst, since this was asked last. */
const delayed = (): number => {
  const delay = Math.max(0, delays.max / 1e6 - resolution)
  delays.reset()
  return delay
}

/** What can be asked of the process. */
export type Question = 'memory' | 'delay'

const answers = { memory: measured, delay: () => Promise.resolve(delayed()) }

process.on(
  'message',
  (question: Question) => void answers[question]().then((answer) => process.send?.(answer))
)
process.channel?.unref()
