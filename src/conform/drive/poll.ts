import { setTimeout as pause } from 'node:timers/promises'

const shortestPause = 10
const longestPause = 500

/** Looks, and looks again ever more rarely, until it is done or has taken so many milliseconds; what was seen last. */
export const poll = async <A>(
  look: () => Promise<A>,
  isDone: (seen: A) => boolean,
  milliseconds: number
): Promise<A> => {
  const started = performance.now()
  let length = shortestPause
  for (;;) {
    const seen = await look()
    if (isDone(seen) || performance.now() - started > milliseconds) return seen
    await pause(length)
    length = Math.min(length * 1.5, longestPause)
  }
}
