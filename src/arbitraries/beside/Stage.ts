import type { Send } from '../../conform/drive/Send.js'
import type { Made } from '../../conform/drive/tidy.js'

/** An implementation at the beginning of a history, which holds nothing of the history yet. */
export interface Scene {
  readonly send: Send
  /** Ends what it is doing with a store, where that can be asked for. */
  readonly settle?: (id: string) => Promise<void>
  /** Stands in all names that this history gives: eight digits of a number to the base 16. */
  readonly token: string
  /** Whether keys may be created, which stay, and their stores with them. */
  readonly mayCreateKeys: boolean
  /** Whether the account has stores and keys of others, which lists of everything show too. */
  readonly isShared: boolean
  /** Milliseconds that a store may take to settle. */
  readonly patience: number
  /** Removes what the history has made, where it would be in the way of others. */
  readonly end: (made: Made) => Promise<void>
}

/** Where histories are played, one after the other. */
export interface Stage {
  readonly begin: () => Promise<Scene>
}
