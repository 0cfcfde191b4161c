import type { Style } from './style.js'

/** 0: done. 1: the input is at fault. 2: the command line is at fault, or the output cannot be written. 130: a signal stopped it. */
export type ExitCode = 0 | 1 | 2 | 130

/** The streams of a command, apart from files. */
export interface Console {
  readonly input: AsyncIterable<Buffer>
  /** Waits until it is written. */
  readonly print: (text: string) => Promise<void>
  readonly complain: (text: string) => void
  /** Goes on in another way than by ending, once nothing can be printed any more. Absent where that cannot happen. */
  readonly onOutputLost?: (goOn: (why: string) => void) => void
  /** Waits until there is room for more complaints, where many are made. */
  readonly roomToComplain?: () => Promise<void>
  readonly style: Style
}
