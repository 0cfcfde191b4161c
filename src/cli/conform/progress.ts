/** Shows how far the work is, on a terminal where a person looks on. */
export interface ProgressBar {
  readonly show: (done: number, all: number) => void
  readonly hide: () => void
}

const pause = 100
const width = 30
const eraseLine = '\r\u001b[2K'

const line = (done: number, all: number): string => {
  const filled = Math.round((width * done) / Math.max(all, 1))
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(done)} of ${String(all)}`
}

/** Says nothing where nobody looks on. */
export const progressBar = (
  { isTTY, write }: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
  now: () => number
): ProgressBar => {
  if (isTTY !== true) return { show: () => undefined, hide: () => undefined }
  let next = 0
  let isShown = false
  return {
    show: (done, all) => {
      if (now() < next) return
      next = now() + pause
      isShown = true
      write(`${eraseLine}${line(done, all)}`)
    },
    hide: () => {
      if (isShown) write(eraseLine)
      isShown = false
    }
  }
}
