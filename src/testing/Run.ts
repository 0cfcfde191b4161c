import type { Call, Reply } from './carryOut.js'
import type { Choice } from './Choice.js'
import type { Situation } from './Situation.js'

/** At which point of a run something went otherwise than smoothly, counted from 0, and what. */
export interface Departure {
  readonly point: number
  readonly choice: string
}

/** A world: what in it goes otherwise than smoothly. The program decides the rest. */
export type World = ReadonlyArray<Departure>

/** A request of the program, without its secrets, and its answer. */
export interface Exchange {
  readonly call: Call
  readonly choices: ReadonlyArray<Choice>
  readonly reply: Reply
  readonly before: Situation
  readonly after: Situation
}

/** How a run ended. */
export type Ending =
  /** The program returned a value, or rejected. */
  | { readonly how: 'returned'; readonly value: unknown }
  | { readonly how: 'rejected'; readonly error: unknown }
  /** The program asks the same again and again, in a state that does not change by itself. */
  | { readonly how: 'repeats'; readonly again: string }
  /** The program does not go on asking, and does not end. */
  | { readonly how: 'hangs'; readonly why: string }

/** A program in one world. */
export interface Run {
  readonly world: World
  readonly begun: Situation
  readonly exchanges: ReadonlyArray<Exchange>
  readonly ending: Ending
}

/** What there is at the end of a run. */
export const endOf = ({ begun, exchanges }: Run): Situation => exchanges.at(-1)?.after ?? begun
