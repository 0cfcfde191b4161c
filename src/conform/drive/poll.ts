import { pause } from './pause.js'

const shortestPause = 10
const longestPause = 500
/** However much time is over: a machine may have been busy with something else. */
const fewestLooks = 4

/** Looks ever more rarely until it is done or the time is over, and returns the last look. */
export const poll = async <A>(
  look: () => Promise<A>,
  isDone: (seen: A) => boolean,
  milliseconds: number
): Promise<A> => {
  const started = performance.now()
  let length = shortestPause
  for (let looks = 1; ; looks += 1) {
    const seen = await look()
    const isOver = looks >= fewestLooks && performance.now() - started > milliseconds
    if (isDone(seen) || isOver) return seen
    await pause(length)
    length = Math.min(length * 1.5, longestPause)
  }
}
