/** One line that is written over and over, on a terminal where a person looks on. */
interface StatusLine {
  /** Shows what the line says now, unless it was shown a moment ago. */
  readonly show: (line: () => string) => void
  readonly hide: () => void
}

export interface Terminal {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

const eraseLine = '\r\u001b[2K'

/** Says nothing where nobody looks on. In milliseconds: `first`, until it may begin; `pause`, until it may change. */
export const statusLine = (
  { isTTY, write }: Terminal,
  now: () => number,
  { first, pause }: { readonly first: number; readonly pause: number }
): StatusLine => {
  if (isTTY !== true) return { show: () => undefined, hide: () => undefined }
  let next = now() + first
  let isShown = false
  return {
    show: (line) => {
      if (now() < next) return
      next = now() + pause
      isShown = true
      write(`${eraseLine}${line()}`)
    },
    hide: () => {
      if (isShown) write(eraseLine)
      isShown = false
    }
  }
}
