import { statusLine, type Terminal } from './statusLine.js'

/** Shows how far the work is. */
export interface Progress {
  readonly bytes: (length: number) => void
  readonly show: (records: number) => void
  readonly hide: () => void
}

const pause = 200
const mebibyte = 1024 * 1024

/** Says nothing for the first moment. */
export const progressOn = (terminal: Terminal, now: () => number): Progress => {
  const { show, hide } = statusLine(terminal, now, { first: pause, pause })
  let read = 0
  return {
    bytes: (length) => void (read += length),
    show: (records) => show(() => `${(read / mebibyte).toFixed(1)} MiB read, ${String(records)} records`),
    hide
  }
}
