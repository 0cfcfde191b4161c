import type { Served } from '../endpoint/http/Served.js'
import type { Style } from './style.js'
import { visible } from './terminal.js'

const longestShown = 100

/** A line about a request, for people. */
export const textLine = (style: Style, { at, what, status, error, milliseconds }: Served): string => {
  const verdict = error ?? String(status)
  const shown = status === 200 ? style.good(verdict) : style.bad(verdict)
  return `${style.faint(at)}  ${visible(what.slice(0, longestShown))}  ${shown}  ${style.faint(`${String(milliseconds)} ms`)}\n`
}

/** The same for machines. */
export const jsonLine = (served: Served): string => `${JSON.stringify(served)}\n`

const mostWaiting = 1_000

/** Prints lines one after the other. */
interface PatientLog {
  readonly log: (line: string) => void
  /** Waits until every line is printed. */
  readonly flushed: () => Promise<void>
  /** Forgets every line, from now on. */
  readonly silence: () => void
}

/** While nobody reads the lines only so many wait; `told` tells how many were left out. */
export const patientLog = (
  print: (line: string) => Promise<void>,
  told: (leftOut: number) => string
): PatientLog => {
  let waiting: Array<string> = []
  let leftOut = 0
  let printing: Promise<void> | undefined
  let isSilent = false

  const printAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting.join('') + (leftOut === 0 ? '' : told(leftOut))
      waiting = []
      leftOut = 0
      await print(lines)
    }
    printing = undefined
  }

  return {
    log: (line) => {
      if (isSilent) return
      if (waiting.length < mostWaiting) waiting.push(line)
      else leftOut += 1
      printing ??= printAll()
    },
    flushed: async () => printing,
    silence: () => {
      isSilent = true
      waiting = []
      printing = Promise.resolve()
    }
  }
}

/** Replaces lines that were left out. */
export const leftOutText = (count: number): string => `${String(count)} lines left out: nobody was reading\n`
export const leftOutJson = (count: number): string => `${JSON.stringify({ leftOut: count })}\n`
