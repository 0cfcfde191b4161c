/**
 * Loaded into a process before its own program, with `--expose-gc` and a channel to its parent: whatever message comes, it
 * answers with the bytes in use once nothing is left to collect.
 */
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

process.on('message', () => void measured().then((memory) => process.send?.(memory)))
process.channel?.unref()
