import { statusLine, type Terminal } from './statusLine.js'

/** Shows how many parts of the work are done. */
interface ProgressBar {
  readonly show: (done: number, all: number) => void
  readonly hide: () => void
}

const pause = 100
const width = 30

const line = (done: number, all: number): string => {
  const filled = Math.round((width * done) / Math.max(all, 1))
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(done)} of ${String(all)}`
}

export const progressBar = (terminal: Terminal, now: () => number): ProgressBar => {
  const { show, hide } = statusLine(terminal, now, { first: 0, pause })
  return { show: (done, all) => show(() => line(done, all)), hide }
}
