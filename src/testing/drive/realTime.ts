import { setImmediate } from 'node:timers'

/** Time as it passes, taken before anything virtual takes its place. */
const { performance, Date, AbortSignal, setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
const start = performance.timeOrigin

/** Lets everything that is ready run, and whatever has arrived from outside. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const measure = performance.now.bind(performance)

/** Milliseconds since 1970, or thereabouts. */
export const realNow = (): number => start + measure()

export const RealDate = Date

/** What virtual time stands in for. */
export const real = {
  setTimeout,
  setInterval,
  clearTimeout,
  clearInterval,
  measure,
  random: Math.random,
  hrtime: process.hrtime,
  timeoutSignal: AbortSignal.timeout.bind(AbortSignal)
}
