import { visible } from '../layout.js'
import type { Style } from '../style.js'

/** A request that was answered. Nothing of its body is in it. */
export interface Served {
  readonly at: string
  readonly what: string
  readonly status: number
  readonly error?: string
  readonly milliseconds: number
}

const longestShown = 100

/** A line about a request, for people. */
export const textLine = (style: Style, { at, what, status, error, milliseconds }: Served): string => {
  const verdict = error ?? String(status)
  const shown = status === 200 ? style.good(verdict) : style.bad(verdict)
  return `${style.faint(at)}  ${visible(what.slice(0, longestShown))}  ${shown}  ${style.faint(`${String(milliseconds)} ms`)}\n`
}

/** The same for machines. */
export const jsonLine = (served: Served): string => `${JSON.stringify(served)}\n`
