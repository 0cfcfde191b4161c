import { setTimeout as pause } from 'node:timers/promises'

const shortestPause = 10
const longestPause = 500

/** Looks ever more rarely until it is done or the time is over, and returns the last look. */
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
