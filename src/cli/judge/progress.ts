/** Shows how far the work is, on a terminal where a person looks on. */
export interface Progress {
  readonly bytes: (length: number) => void
  readonly show: (records: number) => void
  readonly hide: () => void
}

const hidden: Progress = { bytes: () => undefined, show: () => undefined, hide: () => undefined }

const pause = 200
const mebibyte = 1024 * 1024
const eraseLine = '\r\u001b[2K'

/** Says nothing for the first moment, nor where nobody looks on. */
export const progressOn = (
  { isTTY, write }: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
  now: () => number
): Progress => {
  if (isTTY !== true) return hidden
  let read = 0
  let next = now() + pause
  let isShown = false
  return {
    bytes: (length) => void (read += length),
    show: (records) => {
      if (now() < next) return
      next = now() + pause
      isShown = true
      write(`${eraseLine}${(read / mebibyte).toFixed(1)} MiB read, ${String(records)} records`)
    },
    hide: () => {
      if (isShown) write(eraseLine)
      isShown = false
    }
  }
}
